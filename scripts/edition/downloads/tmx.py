"""The aligned text as a translation memory, TMX 1.4b (LISA OSCAR, 2005): a unit for each text in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.corpus.edition import Edition
from edition.model.records import Both
from edition.model.templates import xml

TEMPLATE = Path(__file__).parent / "templates/tmx.xml"


def tmx(edition: Edition) -> bytes:
    """The file. Text is plain: no markers, no markup."""
    return xml(TEMPLATE, units=units(edition))


def units(edition: Edition) -> Iterator[tuple[str, str, str, Both]]:
    """Title, abstract, keywords; headings and sentences in the order of the text; authors' notes, editor's notes. Each
    has its id, what it is, whose English it is (“authors” or “edition”), and its text."""
    paper = edition.paper
    yield "title", "title", "authors", paper.title
    yield from ((id, "abstract", "authors", part) for id, part in edition.abstract.items())
    yield from ((f"keyword-{number}", "keyword", "authors", word) for number, word in enumerate(paper.keywords, 1))
    for section in edition.sections:
        yield section.id, "heading", "edition", section.title
        for paragraph in section.paragraphs:
            yield from ((sentence.id, "sentence", "edition", sentence.plain) for sentence in paragraph.sentences)
    yield from ((note.id, "note", "edition", note.plain) for note in edition.notes)
    yield from ((note.id, "editors-note", "edition", note.note) for note in edition.editors_notes)
