"""Runs every rule on the text, the data and the pages; prints faults as `path:line: …` and exits 1 if there are any."""

from __future__ import annotations

import sys
from pathlib import Path

from edition.corpus.edition import Edition
from edition.faults import exit_status
from edition.site.checked import RULES, checked


def main(root: Path) -> int:
    """The exit status for the project at `root`."""
    return exit_status(lambda: print(_summary(checked(root))))


def _summary(edition: Edition) -> str:
    parts = ("sections", "paragraphs", "sentences")
    counts = ", ".join(f"{len(getattr(edition, part))} {part}" for part in parts)
    return f"{counts} in each language; {len(RULES)} rules hold"


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent.parent))
