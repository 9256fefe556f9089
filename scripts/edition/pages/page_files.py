"""Rules about the files of the pages: each exists in both languages with the same known markers, and no template is
missing.

A section is known by its file; another page of the edition says in a marker what stands there, and may have several:

<!-- hook_pages: references -->
<!-- hook_pages: charts terms -->
<!-- hook_pages: table terms -->
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from edition.corpus.alignment import mirrored
from edition.corpus.edition import Edition
from edition.corpus.section_file import Line
from edition.faults import Fault, read_text
from edition.pages.charts import CHARTS
from edition.tables.rows import TABLES

MARKER = re.compile(r"<!-- hook_pages: (?P<template>[a-z]+)(?: (?P<name>[a-z]+))? -->")
MEANT = re.compile(r"<!-|hook.?page", re.IGNORECASE)  # what may have been meant as one
# A template that another takes in, but for the icons, the words in a language and the frame, which are the theme's.
TAKEN = re.compile(r'\{%-? (?:include|import|from|extends) "(?!partials/languages/|base.html")(\w[^"]*)"')
TEMPLATES = ("title", "full", "references", "concordance", "authors", "licences", "downloads", "offline")
KNOWN = (*TEMPLATES, *(f"charts {name}" for name in CHARTS), *(f"table {name}" for name in TABLES))


def pages_are_in_both_languages(edition: Edition) -> Iterator[Fault]:
    """Every page is there in both languages."""
    yield from mirrored(*(markers(edition, language).keys() for language in ("zh", "en")))


def markers_are_known(edition: Edition) -> Iterator[Fault]:
    """A marker stands on a line of its own and names what the edition has; nothing else looks like one."""
    known = {f"<!-- hook_pages: {content} -->" for content in KNOWN}
    for language in ("zh", "en"):
        for line in (line for lines in markers(edition, language).values() for line in lines):
            if line.text not in known:
                right = f"known are <!-- hook_pages: … --> with {', '.join(KNOWN)}"
                yield line.fault(f"unknown marker {line.text}; {right}")


def markers_are_in_both_languages(edition: Edition) -> Iterator[Fault]:
    """A page has the same markers in both languages, in the same order."""
    zh, en = (markers(edition, language) for language in ("zh", "en"))
    for path in sorted(zh.keys() & en.keys()):
        wanted, found = ([line.text for line in side[path]] for side in (zh, en))
        if wanted != found:
            listed = [" ".join(texts) or "none" for texts in (found, wanted)]
            yield Fault(f"docs/en/{path}", 1, f"markers here: {listed[0]}; docs/zh/{path} has {listed[1]}")


def templates_are_ours(edition: Edition) -> Iterator[Fault]:
    """A template that another one takes in is there: in place of a missing one the theme's own would step in."""
    folders = (edition.root / "overrides", edition.root / "overrides/edition")
    for path in sorted(folders[0].rglob("*.html")):
        name = path.relative_to(edition.root).as_posix()
        for number, line in enumerate(read_text(edition.root, name).splitlines(), 1):
            for taken in TAKEN.findall(line):
                if not any((folder / taken).is_file() for folder in folders):
                    yield Fault(name, number, f"“{taken}” is missing from overrides/, and from overrides/edition/")


def markers(edition: Edition, language: str) -> dict[str, list[Line]]:
    """The lines of each page in a language that are or look like markers, by its path below the folder of the language."""
    folder = f"docs/{language}"
    paths = sorted(path.relative_to(edition.root / folder).as_posix() for path in (edition.root / folder).rglob("*.md"))
    return {path: list(_meant(edition.root, f"{folder}/{path}")) for path in paths}


def _meant(root: Path, path: str) -> Iterator[Line]:
    for number, line in enumerate(read_text(root, path).splitlines(), 1):
        if MEANT.search(line):
            yield Line(line.strip(), path, number)


RULES = (pages_are_in_both_languages, markers_are_known, markers_are_in_both_languages, templates_are_ours)
