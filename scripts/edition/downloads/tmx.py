"""The aligned text as a translation memory, TMX 1.4b (LISA OSCAR, 2005): a unit for every text that has two languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from edition.corpus.edition import Edition
from edition.model.markup import document, element
from edition.model.records import Both

DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
TAGS = {"zh": "zh-CN", "en": "en"}  # language and country, as the standard's tags are made
HEADER = {
    "creationtool": "bilingual-edition",
    "creationtoolversion": "1",
    "segtype": "sentence",
    "o-tmf": "Markdown",
    "adminlang": "en",
    "srclang": TAGS["zh"],
    "datatype": "plaintext",
}


@dataclass(frozen=True)
class Unit:
    """A text in both languages; `kind` says what it is, `origin` whose English it has: the authors' or this edition's."""

    id: str
    kind: str
    origin: str
    text: Both


def tmx(edition: Edition) -> bytes:
    """The file. Text is plain: no markers, no markup."""
    body = element("body", {}, [_unit(unit) for unit in units(edition)])
    return document(element("tmx", {"version": "1.4"}, element("header", HEADER), body), {"seg"}, DOCTYPE)


def units(edition: Edition) -> Iterator[Unit]:
    """Title, abstract, keywords; headings and sentences in the order of the text; authors' notes, editor's notes."""
    paper = edition.paper
    yield Unit("title", "title", "authors", paper.title)
    yield from (Unit(id, "abstract", "authors", part) for id, part in edition.abstract.items())
    yield from (
        Unit(f"keyword-{number}", "keyword", "authors", keyword) for number, keyword in enumerate(paper.keywords, 1)
    )
    for section in edition.sections:
        yield Unit(section.id, "heading", "edition", section.title)
        for paragraph in section.paragraphs:
            yield from (Unit(sentence.id, "sentence", "edition", sentence.plain) for sentence in paragraph.sentences)
    yield from (Unit(note.id, "note", "edition", note.plain) for note in edition.notes)
    yield from (Unit(note.id, "editors-note", "edition", note.note) for note in edition.editors_notes)


def _unit(unit: Unit) -> Element:
    about = [element("prop", {"type": name}, getattr(unit, name)) for name in ("kind", "origin")]
    texts = [
        element("tuv", {"xml:lang": tag}, element("seg", {}, getattr(unit.text, language)))
        for language, tag in TAGS.items()
    ]
    return element("tu", {"tuid": unit.id}, about, texts)
