"""Runs every rule on the text and the data; prints each fault as `path:line: …` and exits 1 if there is one."""

from __future__ import annotations

import sys
from pathlib import Path

from edition import rules
from edition.edition import load_edition
from edition.faults import BrokenEdition, stop_if_any


def main(root: Path) -> int:
    """The exit status for the project at `root`."""
    try:
        edition = load_edition(root)
        stop_if_any(rules.faults(edition))
    except BrokenEdition as broken:
        print(broken, file=sys.stderr)
        return 1
    counts = (
        f"{len(edition.sections)} sections, {len(edition.paragraphs)} paragraphs, {len(edition.sentences)} sentences"
    )
    print(f"{counts} in each language; {len(rules.RULES)} rules hold")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent.parent))
