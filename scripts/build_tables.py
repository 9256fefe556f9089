"""The cross-reference tables of the edition.

python scripts/build_tables.py              how many rows each table has
python scripts/build_tables.py --out DIR    write every table as CSV and JSON into DIR

A broken rule is said with `path:line: …`; then nothing is written and the exit status is 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from edition.faults import exit_status
from edition.site.checked import checked
from edition.tables.files import table_files
from edition.tables.rows import TABLES

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """The exit status: 0, or 1 if the edition is broken."""
    parser = argparse.ArgumentParser(description="The cross-reference tables of the edition.")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write every table as CSV and JSON into DIR")
    options = parser.parse_args(arguments)
    return exit_status(lambda: build(root, options.out))


def build(root: Path, folder: Path | None) -> None:
    """Say how many rows each table has, and write all of them into the folder if there is one; raises BrokenEdition."""
    edition = checked(root)
    for name, table in TABLES.items():
        print(f"{name:12} {len(table(edition)):4} rows")
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in table_files(edition):
            (folder / name).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
