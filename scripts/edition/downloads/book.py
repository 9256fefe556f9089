"""The paper as chapters of XHTML, in one language or both: what the EPUB is made of. Ids are the edition's own.

In the book of both languages the English has ids of its own, with the prefix `en-`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from edition.corpus.edition import Edition, Paragraph, Section, Sentence
from edition.corpus.language import Side
from edition.downloads.page_breaks import page_places
from edition.downloads.plaintext import VIEWS
from edition.model.inline import CHINESE, Token
from edition.model.markup import element
from edition.model.records import Both, EditorsNote, Reference
from edition.model.site_address import TAGS

RUNNING = {"p", "h1", "h2", "h3", "li", "a", "span", "title"}
ABSTRACT = {"epub:type": "abstract", "role": "doc-abstract"}
NAMESPACES = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}


@dataclass(frozen=True)
class Chapter:
    """A file of the book; `level` is its depth in the contents."""

    name: str
    title: str
    level: int
    body: Element


@dataclass(frozen=True)
class Book:
    """The book in a view: "zh", "en" or "both"."""

    edition: Edition
    view: str

    @property
    def sides(self) -> list[Side]:
        """The languages of the book; the first is that of its contents and labels."""
        return [Side(self.edition, language) for language in VIEWS[self.view]]

    @property
    def main(self) -> Side:
        """The language of the contents and the labels."""
        return self.sides[0]

    def chapters(self) -> list[Chapter]:
        """Title page, sections, references."""
        sections = [self._section(section) for section in self.edition.sections]
        return [self._title_page(), *sections, self._references()]

    def both(self, words: Both, tag: str = "span", separator: str = " ") -> list:
        """A text in the languages of the book, each marked as what it is."""
        marked = [[separator, element(tag, lang(side), side.own(words))] for side in self.sides]
        return [marked[0][1:], *marked[1:]]

    def heading(self, section: Section) -> str:
        """The title of a section in the contents."""
        return " ".join(side.heading(section) for side in self.sides)

    def _title_page(self) -> Chapter:
        paper, label = self.edition.paper, self.edition.interface
        authors = [element("li", {}, self.both(author.name)) for author in paper.authors]
        affiliations = [element("li", {}, self.both(affiliation)) for affiliation in paper.affiliations]
        content = [
            element("h1", {}, self.both(paper.title, separator=" ")),
            element("ul", {"class": "authors"}, authors),
            element("ol", {"class": "affiliations"}, affiliations),
            [element("section", ABSTRACT | lang(side), self._abstract(side)) for side in self.sides],
            element("h2", {}, self.main.label("record")),
            [element("p", lang(side), side.own(paper.citation)) for side in self.sides],
            self.both(label["record_text"], "p"),
            self.both(label["footer"], "p"),
            self._editors_notes(list(self.edition.abstract)),
        ]
        return Chapter("title", self.main.own(paper.title), 1, element("section", {"epub:type": "titlepage"}, content))

    def _abstract(self, side: Side) -> list[Element]:
        return [
            element("h2", lang(side), side.label("abstract")),
            element(
                "p",
                lang(side),
                _joined(side.gap, [self._text(id, side, part) for id, part in self.edition.abstract.items()]),
            ),
            element("p", lang(side), element("b", {}, side.label("keywords")), " ", side.keywords),
        ]

    def _section(self, section: Section) -> Chapter:
        level = len(section.zh.order)
        title = [[element("br"), element("span", lang(side), side.heading(section))] for side in self.sides]
        content = [
            element(f"h{level}", {"id": section.id}, title[0][1:], title[1:]),
            [self._paragraph(paragraph) for paragraph in section.paragraphs],
            self._authors_notes(section),
            self._editors_notes([passage.id for passage in section.passages]),
        ]
        return Chapter(
            section.slug,
            self.heading(section),
            level,
            element("section", {"epub:type": "chapter", "role": "doc-chapter"}, content),
        )

    def _paragraph(self, paragraph: Paragraph) -> Element:
        texts = [
            element(
                "p", lang(side), _joined(side.gap, [self._sentence(side, sentence) for sentence in paragraph.sentences])
            )
            for side in self.sides
        ]
        number = element("p", {"class": "number"}, f"¶{paragraph.number}")
        texts = element("div", {"class": "texts"}, texts)
        return element("div", {"class": "paragraph", "id": paragraph.id}, self._breaks(paragraph.id), number, texts)

    def _breaks(self, place: str) -> list[Element]:
        """A mark for each printed page that begins in a place; nothing to see, a name to hear."""
        kind = {"epub:type": "pagebreak", "role": "doc-pagebreak"}
        pages = [page for page, at in page_places(self.edition).items() if at == place]
        names = {page: self.edition.filled("printed_page", self.main.language, page=page) for page in pages}
        return [element("div", {**kind, "id": f"page-{page}", "aria-label": name}) for page, name in names.items()]

    def printed_pages(self) -> dict[int, str]:
        """Each printed page with its address in the book."""
        files = {one.id: section.slug for section in self.edition.sections for one in section.paragraphs}
        places = page_places(self.edition).items()
        first = {self.edition.paper.journal.first_page: "title.xhtml"}
        return first | {page: f"{files.get(at, at)}.xhtml#page-{page}" for page, at in places}

    def _sentence(self, side: Side, sentence: Sentence) -> Element:
        return element("span", {"id": self._prefix(side) + sentence.id}, self._text(sentence.id, side, sentence))

    def _prefix(self, side: Side) -> str:
        return "" if side.language == self.main.language else "en-"

    def _text(self, place: str, side: Side, text: Both | Reference | Sentence) -> list:
        """The inside of a sentence; marks are links in the book's first language, and marks alone in the other."""
        words = side.own(text).text if isinstance(text, Sentence) else side.own(text)
        return [self._token(side, token) for token in side.tokens(place, words)]

    def _token(self, side: Side, token: Token) -> str | Element:
        if token.kind == "text":
            return token.value
        if token.kind == "head":
            return element("b", {}, token.value)
        if side.language != self.main.language:
            return element("sup", {}, side.mark(token))
        kind, target = _TARGETS[token.kind]
        return element("sup", {}, element("a", {**kind, "href": target.format(token.value)}, side.mark(token)))

    def _authors_notes(self, section: Section) -> list[Element]:
        def texts(note: Sentence) -> list[Element]:
            return [element("p", lang(side), self._text(note.id, side, note)) for side in self.sides]

        return [_note(note.id, self.main.mark(Token("note", note.id[1:])), texts(note)) for note in section.notes]

    def _editors_notes(self, places: list[str]) -> list[Element]:
        notes = self.edition.notes_at(*places)
        return [
            _note(note.id, self.main.editors_mark(note.id), [self._editors_note(side, note) for side in self.sides])
            for note in notes
        ]

    def _editors_note(self, side: Side, note: EditorsNote) -> Element:
        sources = [
            [" ", element("a", {"href": address}, title) if address else title] for title, address in side.sources(note)
        ]
        inference = f" {side.label('inference')}" if note.basis == "inference" else None
        words = marked(side, side.own(note.note))
        return element("p", lang(side), element("q", {}, side.own(note.phrase)), " ", words, sources, inference)

    def _references(self) -> Chapter:
        works = []
        for work in self.edition.references:
            languages = dict.fromkeys(side.language if getattr(work, side.language) else "en" for side in self.sides)
            sides = [Side(self.edition, language) for language in languages]
            works.append(
                element(
                    "li",
                    {"id": work.key},
                    [element("p", lang(side), self._text(work.key, side, work)) for side in sides],
                )
            )
        notes = self._editors_notes([work.key for work in self.edition.references])
        title = " ".join(side.label("references") for side in self.sides)
        kind = {"role": "doc-bibliography", "epub:type": "bibliography"}
        return Chapter(
            "references",
            title,
            1,
            element(
                "section", kind, element("h1", {}, title), self._breaks("references"), element("ol", {}, works), notes
            ),
        )


_TARGETS = {
    "citation": ({"epub:type": "biblioref", "role": "doc-biblioref"}, "references.xhtml#{}"),
    "note": ({"epub:type": "noteref", "role": "doc-noteref"}, "#n{}"),
    "editor": ({"epub:type": "noteref", "role": "doc-noteref"}, "#{}"),
}


def lang(side: Side) -> dict[str, str]:
    """The attributes that say a language, to HTML and to XML."""
    return {"lang": side.tag, "xml:lang": side.tag}


def marked(side: Side, text: str) -> list[str | Element]:
    """A text of a side; Chinese words among the English say that they are Chinese (WCAG 2.2, 3.1.2)."""
    if side.language == "zh":
        return [text]
    pieces = re.split(f"({CHINESE.pattern})", text)
    chinese = {"lang": TAGS["zh"], "xml:lang": TAGS["zh"]}
    return [element("span", chinese, piece) if k % 2 else piece for k, piece in enumerate(pieces)]


def _note(id: str, mark: str, paragraphs: list[Element]) -> Element:
    return element(
        "aside",
        {"epub:type": "footnote", "role": "doc-footnote", "id": id},
        element("p", {"class": "mark"}, mark),
        paragraphs,
    )


def _joined(gap: str, pieces: list[Element]) -> list:
    return [pieces[0], *([gap, piece] for piece in pieces[1:])]
