"""The paper as plain text, in one language or both: for reading anywhere, and for programs that read words."""

from __future__ import annotations

from collections.abc import Iterator

from edition.corpus.edition import Edition, Paragraph
from edition.corpus.language import Language, printed_in

VIEWS = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}


def plaintext(edition: Edition, view: str) -> str:
    """The text; blocks stand apart by an empty line, paragraphs begin with their number (¶12)."""
    sides = [Language(edition, language) for language in VIEWS[view]]
    return "\n\n".join(_blocks(edition, sides)) + "\n"


def _blocks(edition: Edition, sides: list[Language]) -> Iterator[str]:
    yield from map(_head, sides)
    yield from map(_abstract, sides)
    for section in edition.sections:
        yield "\n".join(side.heading(section) for side in sides)
        for paragraph in section.paragraphs:
            yield from (_paragraph(side, paragraph) for side in sides)
    yield from map(_authors_notes, sides)
    yield "\n".join([" ".join(side.label("references") for side in sides), *_references(edition, sides)])
    yield from map(_editors_notes, sides)
    yield from (side.label("footer") for side in sides)


def _head(side: Language) -> str:
    paper = side.edition.paper
    names = ("，" if side.language == "zh" else ", ").join(side.own(author.name) for author in paper.authors)
    return "\n".join([side.own(paper.title), names, *map(side.own, paper.affiliations), side.own(paper.citation)])


def _abstract(side: Language) -> str:
    abstract = side.own(side.edition.paper.whole_abstract)
    return "\n".join([side.label("abstract"), abstract, f"{side.label('keywords')} {side.keywords}"])


def _paragraph(side: Language, paragraph: Paragraph) -> str:
    sentences = [_marked(side, side.own(sentence).text) for sentence in paragraph.sentences]
    return f"¶{paragraph.number} {side.gap.join(sentences)}"


def _marked(side: Language, text: str) -> str:
    """A sentence with the marks of works and authors' notes, without those of the editor's."""
    tokens = side.tokens("", text)
    return "".join(token.value if token.kind in ("text", "head") else side.mark(token) for token in tokens)


def _authors_notes(side: Language) -> str:
    notes = [_marked(side, f"[^{note.id[1:]}] {side.own(note).text}") for note in side.edition.notes]
    return "\n".join([side.label("authors_notes"), *notes])


def _references(edition: Edition, sides: list[Language]) -> Iterator[str]:
    for number, work in enumerate(edition.references, 1):
        yield from (f"[{number}] {side.own(work)}" for side in printed_in(work, sides))


def _editors_notes(side: Language) -> str:
    quote = "“{}”：" if side.language == "zh" else "“{}”: "
    notes = [
        f"{side.editors_mark(note.id)} {quote.format(side.own(note.phrase))}{side.own(note.note)}"
        for note in side.edition.editors_notes
    ]
    return "\n".join([side.label("editors_notes"), *notes])
