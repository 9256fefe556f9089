"""Writes configurations of nginx and Caddy for the site: its address, its folder, the headers of hosting/headers.yml.

python scripts/build_hosting.py --address https://example.org/edition/ --site /srv/edition --to hosting/built
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from edition.addresses import check_address
from edition.faults import exit_status
from edition.hosting import SERVERS, server_file

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """The exit status: 0, or 1 if the address or the headers cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", required=True, help="where the site will be, with its path if it has one")
    parser.add_argument("--site", required=True, type=Path, help="the folder of the site on the server")
    parser.add_argument("--to", required=True, type=Path, help="the folder to write into")
    options = parser.parse_args(arguments)
    return exit_status(lambda: build(root, options.address, options.site.absolute(), options.to))


def build(root: Path, address: str, site: Path, folder: Path) -> None:
    """Write a file for each server into the folder and say where; raises WrongSetting or BrokenEdition."""
    check_address("--address", address)
    files = {folder / server: server_file(root, server, address, site) for server in SERVERS}
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    sys.exit(main())
