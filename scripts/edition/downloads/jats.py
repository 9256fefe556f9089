"""The paper as JATS XML: the Chinese article, and the translation as its sub-article.

Journal Publishing Tag Set, ANSI/NISO Z39.96-2015 (JATS 1.1). Ids are the edition's own, those of the sub-article with
the prefix `en-`; each English sentence points by `rid` to the Chinese one that it renders.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from edition.corpus.edition import Edition, Paragraph, Section, Sentence
from edition.corpus.language import Side
from edition.downloads import jats_front as front
from edition.model.inline import Token
from edition.model.markup import document, element
from edition.model.records import EditorsNote, Reference

DOCTYPE = (
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN"\n'
    '  "https://jats.nlm.nih.gov/publishing/1.1/JATS-journalpublishing1.dtd">\n'
)
RUNNING = {"p", "title", "article-title", "mixed-citation", "funding-statement"}
TARGETS = {"citation": "bibr", "note": "fn", "editor": "fn"}


def jats(edition: Edition, url: Callable[[str, str], str]) -> bytes:
    """The file; `url` gives the address of a path in a language."""
    original, translation = Body(Side(edition, "zh"), ""), Body(Side(edition, "en"), "en-")
    root = element(
        "article",
        {
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            "article-type": "research-article",
            "dtd-version": "1.1",
            "xml:lang": original.side.tag,
        },
        front.front(edition, original.abstract(), url),
        original.body(),
        element("back", {}, original.references(), original.notes()),
        element(
            "sub-article",
            {"article-type": "translation", "id": "en", "xml:lang": translation.side.tag},
            front.stub(edition, translation.abstract(), url),
            translation.body(),
            element("back", {}, translation.notes()),
        ),
    )
    return document(root, RUNNING, DOCTYPE)


@dataclass(frozen=True)
class Body:
    """The body in one language; `prefix` keeps its ids apart from the other's."""

    side: Side
    prefix: str

    def body(self) -> Element:
        """The sections, nested as they are numbered."""
        edition = self.side.edition
        within = {child.id for section in edition.sections for child in edition.subsections(section)}
        return element("body", {}, [self._section(section) for section in edition.sections if section.id not in within])

    def references(self) -> Element:
        """The works cited, in every language that the paper prints them in."""
        works = [self._reference(number, work) for number, work in enumerate(self.side.edition.references, 1)]
        return element("ref-list", {}, element("title", {}, self.side.label("references")), works)

    def notes(self) -> list[Element]:
        """The authors' notes and, apart from them, this edition's."""
        edition = self.side.edition
        return [
            self._group("authors_notes", [self._authors_note(note) for note in edition.notes]),
            self._group("editors_notes", [self._editors_note(note) for note in edition.editors_notes]),
        ]

    def abstract(self) -> list[str | Element]:
        """The inside of the abstract."""
        parts = [[self.side.gap, self.text(id, self.side.own(part))] for id, part in self.side.edition.abstract.items()]
        return [parts[0][1], *parts[1:]]

    def text(self, place: str, text: str) -> list[str | Element]:
        """The inside of a sentence: words, run-in heads, and marks that point to works and notes."""
        return [self._token(token) for token in self.side.tokens(place, text)]

    def _section(self, section: Section) -> Element:
        within = self.side.edition.subsections(section)
        return element(
            "sec",
            {"id": self.prefix + section.id, **({"sec-type": "intro"} if section.number == "0" else {})},
            element("label", {}, section.number) if section.number != "0" else None,
            element("title", {}, self.side.own(section.title)),
            [self._paragraph(paragraph) for paragraph in section.paragraphs],
            [self._section(other) for other in within],
        )

    def _paragraph(self, paragraph: Paragraph) -> Element:
        sentences = [[self.side.gap, self._sentence(sentence)] for sentence in paragraph.sentences]
        sentences[0] = sentences[0][1:]
        return element("p", {"id": self.prefix + paragraph.id}, sentences)

    def _sentence(self, sentence: Sentence) -> Element:
        attributes = {"content-type": "sentence", "id": self.prefix + sentence.id}
        if self.prefix:
            attributes["rid"] = sentence.id
        return element("named-content", attributes, self.text(sentence.id, self.side.own(sentence).text))

    def _token(self, token: Token) -> str | Element:
        if token.kind == "text":
            return token.value
        if token.kind == "head":
            return element("bold", {}, token.value)
        rid = {"citation": token.value, "note": f"{self.prefix}n{token.value}", "editor": self.prefix + token.value}[
            token.kind
        ]
        mark = element("xref", {"ref-type": TARGETS[token.kind], "rid": rid}, self.side.mark(token))
        if token.kind == "editor":
            mark.set("specific-use", "editors-note")
        return element("sup", {}, mark)

    def _reference(self, number: int, work: Reference) -> Element:
        versions = [(language, getattr(work, language)) for language in ("zh", "en") if getattr(work, language)]
        citations = [
            element("mixed-citation", {"xml:lang": side.tag}, Body(side, "").text(work.key, text))
            for side, text in ((Side(self.side.edition, language), text) for language, text in versions)
        ]
        content = citations if len(citations) == 1 else element("citation-alternatives", {}, citations)
        return element("ref", {"id": work.key}, element("label", {}, f"[{number}]"), content)

    def _group(self, key: str, notes: list[Element]) -> Element:
        return element(
            "fn-group", {"content-type": key.replace("_", "-")}, element("title", {}, self.side.label(key)), notes
        )

    def _authors_note(self, note: Sentence) -> Element:
        label = self.side.mark(Token("note", note.id[1:]))
        return self._note(note.id, label, self.text(note.id, self.side.own(note).text), {})

    def _editors_note(self, note: EditorsNote) -> Element:
        sources = [[" ", _link(title, address)] for title, address in self.side.sources(note)]
        inference = [" ", self.side.label("inference")] if note.basis == "inference" else None
        phrase = element("named-content", {"content-type": "phrase"}, self.side.own(note.phrase))
        content = [phrase, " ", self.side.own(note.note), sources, inference]
        return self._note(note.id, self.side.editors_mark(note.id), content, {"specific-use": "editors-note"})

    def _note(self, id: str, label: str, content: list, attributes: dict[str, str]) -> Element:
        paragraph = element("p", {}, content)
        return element("fn", {"id": self.prefix + id, **attributes}, element("label", {}, label), paragraph)


def _link(title: str, address: str | None) -> str | Element:
    return element("ext-link", {"ext-link-type": "uri", "xlink:href": address}, title) if address else title
