"""Packs the text files of a finished site, for servers that send .br and .gz files as they lie there, and sums up again.

    python scripts/pack_site.py --site site

A step of publishing, not of building: its seconds would be waited for at every save.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from edition.manifest import write_manifest
from edition.packing import pack

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes a .br and a .gz beside every text file of a site.")
    parser.add_argument("--site", type=Path, required=True, metavar="DIR", help="the folder of the site")
    site = parser.parse_args().site
    pack(site)
    write_manifest(site)
