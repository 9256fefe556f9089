"""Runs every rule on the text, the data and the pages; prints each fault as `path:line: …` and exits 1 if there is one."""

from __future__ import annotations

import sys
from pathlib import Path

from edition.checks import rules
from edition.corpus.edition import Edition, load_edition
from edition.faults import exit_status, stop_if_any
from edition.pages import page_files

RULES = (*rules.RULES, *page_files.RULES)


def checked(root: Path) -> Edition:
    """The edition in the project at `root`; raises BrokenEdition with the faults of its form or, where it has none, with
    every violation of every rule."""
    edition = load_edition(root)
    stop_if_any(fault for rule in RULES for fault in rule(edition))
    return edition


def main(root: Path) -> int:
    """The exit status for the project at `root`."""
    return exit_status(lambda: print(_summary(checked(root))))


def _summary(edition: Edition) -> str:
    parts = ("sections", "paragraphs", "sentences")
    counts = ", ".join(f"{len(getattr(edition, part))} {part}" for part in parts)
    return f"{counts} in each language; {len(RULES)} rules hold"


if __name__ == "__main__":
    sys.exit(main(Path(__file__).parent.parent))
