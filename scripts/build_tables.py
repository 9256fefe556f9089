"""The cross-reference tables of the edition.

python scripts/build_tables.py              how many rows each table has
python scripts/build_tables.py --check      run every rule; exit 1 with `path:line: …` if one is broken
python scripts/build_tables.py --out DIR    write every table as CSV and JSON into DIR
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import check
from edition.edition import load_edition
from edition.faults import BrokenEdition
from edition.tables import TABLES
from edition.tabular import as_csv, as_json

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """The exit status: 0, or 1 if the edition is broken."""
    parser = argparse.ArgumentParser(description="The cross-reference tables of the edition.")
    parser.add_argument("--check", action="store_true", help="run every rule on the text and the data")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write every table as CSV and JSON into DIR")
    options = parser.parse_args(arguments)
    if options.check:
        return check.main(root)
    try:
        edition = load_edition(root)
    except BrokenEdition as broken:
        print(broken, file=sys.stderr)
        return 1
    for name, table in TABLES.items():
        rows = table(edition)
        print(f"{name:12} {len(rows):4} rows")
        if options.out:
            write(options.out, name, rows)
    return 0


def write(folder: Path, name: str, rows: list) -> None:
    """One table as DIR/name.csv and DIR/name.json."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.csv").write_text(as_csv(rows), encoding="utf-8", newline="")
    (folder / f"{name}.json").write_text(as_json(rows), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
