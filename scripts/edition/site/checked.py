"""Every rule on the text, the data and the pages, run at once."""

from __future__ import annotations

from pathlib import Path

from edition.checks import collation, rules
from edition.corpus.edition import Edition
from edition.corpus.load import load_edition
from edition.faults import stop_if_any
from edition.pages import page_files

RULES = (*rules.RULES, *page_files.RULES)


def checked(root: Path) -> Edition:
    """The edition in the project at `root`; raises BrokenEdition with the faults of its form or, where it has none,
    with every violation of every rule."""
    edition = load_edition(root)
    stop_if_any(collation.paragraphs_are_counted(edition))  # first and alone: every address after it would be wrong
    stop_if_any(fault for rule in RULES for fault in rule(edition))
    return edition
