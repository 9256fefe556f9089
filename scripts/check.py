"""Runs every rule on the text, the data and the pages; prints each fault as `path:line: …` and exits 1 if there is one."""

from __future__ import annotations

import sys
from pathlib import Path

from edition import page_files, rules
from edition.edition import Edition, load_edition
from edition.faults import BrokenEdition, stop_if_any

RULES = (*rules.RULES, *page_files.RULES)


def checked(root: Path) -> Edition:
    """The edition in the project at `root`; raises BrokenEdition with the faults of its form or, where it has none, with
    every violation of every rule."""
    edition = load_edition(root)
    stop_if_any(fault for rule in RULES for fault in rule(edition))
    return edition


def main(root: Path) -> int:
    """The exit status for the project at `root`."""
    try:
        edition = checked(root)
    except BrokenEdition as broken:
        print(broken, file=sys.stderr)
        return 1
    counts = (
        f"{len(edition.sections)} sections, {len(edition.paragraphs)} paragraphs, {len(edition.sentences)} sentences"
    )
    print(f"{counts} in each language; {len(RULES)} rules hold")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent.parent))
