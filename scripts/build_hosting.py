"""Writes configurations of nginx and Caddy for the site: its address, its folder, the headers of hosting/headers.yml.

python scripts/build_hosting.py --address https://example.org/edition/ --site /srv/edition --to hosting/built
"""

from __future__ import annotations

import argparse
from pathlib import Path

from edition.hosting import SERVERS, server_file

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> None:
    """Write a file for each server and say where."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", required=True, help="where the site will be, with its path if it has one")
    parser.add_argument("--site", required=True, type=Path, help="the folder of the site on the server")
    parser.add_argument("--to", required=True, type=Path, help="the folder to write into")
    options = parser.parse_args(arguments)
    options.to.mkdir(parents=True, exist_ok=True)
    for server in SERVERS:
        target = options.to / server
        target.write_text(server_file(root, server, options.address, options.site.absolute()), encoding="utf-8")
        print(target)


if __name__ == "__main__":
    main()
