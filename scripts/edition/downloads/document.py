"""The paper in the words of pandoc's document model (pandoc-types 1.23), of which Word files and PDFs are made: title,
abstract, sections, notes, references."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.corpus.edition import Edition, Paragraph, Section, Sentence
from edition.corpus.language import Language, printed_in
from edition.corpus.marked_text import Piece
from edition.downloads.plaintext import VIEWS
from edition.model.records import EditorsNote, Reference
from edition.model.site_address import REGIONAL_TAGS

VERSION = [1, 23]
NO = ["", [], []]  # an element without id, classes and attributes
AUTHOR = {"custom-style": "Author", "typst:text:size": "0.85em"}
SMALL = {"custom-style": "Paragraph Number", "typst:text:size": "0.75em", "typst:text:fill": 'rgb("#645f56")'}
Url = Callable[[str, str], str]
Node = dict
Inlines = list


def document(edition: Edition, view: str, url: Url) -> Node:
    """The whole document as pandoc reads it from JSON; `view` is "zh", "en" or "both", `url` gives the address of a
    path in a language."""
    sides = [Language(edition, language) for language in VIEWS[view]]
    parts = [part(edition, sides) for part in (_front, _sections, _editors_notes, _references)]
    blocks = [block for part in [*parts, _end(edition, sides, url)] for block in part]
    return {"pandoc-api-version": VERSION, "meta": _meta(edition, sides), "blocks": blocks}


def _meta(edition: Edition, sides: list[Language]) -> Node:
    paper, main = edition.paper, sides[0]
    titles = [_own(side, main, _words(side.own(paper.title)), own_type=False) for side in sides]
    authors = [_words(" ".join(side.own(author.name) for side in sides)) for author in paper.authors]
    return {
        "title": {"t": "MetaInlines", "c": titles[0]},
        **({"subtitle": {"t": "MetaInlines", "c": titles[1]}} if titles[1:] else {}),
        "author": {"t": "MetaList", "c": [{"t": "MetaInlines", "c": author} for author in authors]},
        "keywords": {"t": "MetaList", "c": [{"t": "MetaString", "c": main.own(one)} for one in paper.keywords]},
        "lang": {"t": "MetaString", "c": REGIONAL_TAGS[main.language]},
    }


def _front(edition: Edition, sides: list[Language]) -> Iterator[Node]:
    """Affiliations, abstract and keywords."""
    for side in sides:
        for affiliation in edition.paper.affiliations:
            line = _para(_own(side, sides[0], _words(side.own(affiliation))))
            yield {"t": "Div", "c": [["", [], list(map(list, AUTHOR.items()))], [line]]}
    for side in sides:
        parts = [_marked(side, id, side.own(part)) for id, part in edition.abstract.items()]
        for head, content in (("abstract", _joined(parts, side.gap)), ("keywords", _words(side.keywords))):
            yield _para(_own(side, sides[0], [_strong(side.label(head)), _text(" "), *content]))


def _sections(edition: Edition, sides: list[Language]) -> Iterator[Node]:
    for section in edition.sections:
        titles = [sides[0].heading(section), *(side.own(section.title) for side in sides[1:])]
        yield _heading(len(section.zh.order), section.id, sides, titles)
        yield from _beside(section, sides) if sides[1:] else _paragraphs(section, sides[0])


def _paragraphs(section: Section, side: Language) -> Iterator[Node]:
    for paragraph in section.paragraphs:
        sentences = [_sentence(side, sentence) for sentence in paragraph.sentences]
        yield _para([*_number(paragraph), *_joined(sentences, side.gap)])


def _beside(section: Section, sides: list[Language]) -> Iterator[Node]:
    """The sentences of a section as a table, a row for each; a paragraph's number stands before its first."""
    rows = []
    for paragraph in section.paragraphs:
        for sentence in paragraph.sentences:
            number = _number(paragraph) if sentence is paragraph.sentences[0] else []
            first, *others = [_own(side, sides[0], _sentence(side, sentence)) for side in sides]
            rows.append([[*number, *first], *others])
    if rows:
        yield _table([_own(side, sides[0], _words(side.label(f"in_{side.language}"))) for side in sides], rows)


def _number(paragraph: Paragraph) -> Inlines:
    return [_span(_text(f"¶{paragraph.number} "), paragraph.id, *SMALL.items())]


def _sentence(side: Language, sentence: Sentence) -> Inlines:
    return _marked(side, sentence.id, side.own(sentence).text)


def _marked(side: Language, place: str, text: str) -> Inlines:
    """A text with its marks: authors' notes as footnotes; works and editor's notes as links to the end."""
    return [_token(side, token) for token in side.tokens(place, text)]


def _token(side: Language, token: Piece) -> Node:
    if token.kind == "text":
        return _text(token.value)
    if token.kind == "head":
        return _strong(token.value)
    if token.kind == "note":
        note = side.edition.passages[f"n{token.value}"]
        return {"t": "Note", "c": [_para(_sentence(side, note))]}
    return {"t": "Superscript", "c": [_link(side.mark(token), f"#{token.value}")]}


def _editors_notes(edition: Edition, sides: list[Language]) -> Iterator[Node]:
    yield _heading(1, "editors-notes", sides, [side.label("editors_notes") for side in sides])
    for note in edition.editors_notes:
        for side in sides:
            yield _para(_own(side, sides[0], _editors_note(side, note, note.id if side is sides[0] else "")))


def _editors_note(side: Language, note: EditorsNote, id: str) -> Inlines:
    quoted = f"“{side.own(note.phrase)}”" + ("：" if side.language == "zh" else ": ")
    end = f" {side.label('inference')}" if note.basis == "inference" else ""
    sources = [[_link(title, address) if address else _text(title)] for title, address in side.sources(note)]
    listed = _joined(sources, "；" if side.language == "zh" else "; ")
    mark = _span(_strong(side.editors_mark(note.id)), id)
    return [mark, _text(f" {quoted}{side.own(note.note)} "), *listed, _text(end)]


def _references(edition: Edition, sides: list[Language]) -> Iterator[Node]:
    yield _heading(1, "references", sides, [side.label("references") for side in sides])
    for number, work in enumerate(edition.references, 1):
        yield _para([_span(_text(f"[{number}] "), work.key), *_work(work, sides)])


def _work(work: Reference, sides: list[Language]) -> Inlines:
    used = printed_in(work, sides)
    texts = [_own(side, sides[0], _marked(side, work.key if side == sides[0] else "", side.own(work))) for side in used]
    return [*texts[0], *(inline for text in texts[1:] for inline in [{"t": "LineBreak"}, *text])]


def _end(edition: Edition, sides: list[Language], url: Url) -> Iterator[Node]:
    """How to cite, which version counts, whose the text is, where the edition stands."""
    yield _heading(1, "cite", sides, [side.label("cite") for side in sides])
    for side in sides:
        for words in (side.own(edition.paper.citation), side.label("record_text"), side.label("footer")):
            yield _para(_own(side, sides[0], _words(words)))
    for address in (f"https://doi.org/{edition.paper.doi}", *(url(side.language, "") for side in sides)):
        yield _para([_link(address, address)])


def _joined(parts: list[Inlines], between: str) -> Inlines:
    gap = [_text(between)] if between else []
    return [inline for k, part in enumerate(parts) for inline in (gap if k else []) + part]


def _words(text: str) -> Inlines:
    return [_text(text)]


def _text(text: str) -> Node:
    return {"t": "Str", "c": text}


def _strong(text: str) -> Node:
    return {"t": "Strong", "c": [_text(text)]}


def _span(inline: Node, id: str, *attributes: tuple[str, str]) -> Node:
    return {"t": "Span", "c": [[id, [], list(map(list, attributes))], [inline]]}


def _link(text: str, address: str) -> Node:
    return {"t": "Link", "c": [NO, [_text(text)], [address, ""]]}


def _para(inlines: Inlines) -> Node:
    return {"t": "Para", "c": inlines}


def _heading(level: int, id: str, sides: list[Language], titles: list[str]) -> Node:
    named = [_own(side, sides[0], _words(title), own_type=False) for side, title in zip(sides, titles)]
    return {"t": "Header", "c": [level, [id, [], []], _joined(named, " ")]}


def _own(side: Language, main: Language, inlines: Inlines, own_type: bool = True) -> Inlines:
    """Inlines of a side, marked with its language where it is not the document's own; for Typst also with its type."""
    if side.language == main.language:
        return inlines
    tag = REGIONAL_TAGS[side.language]
    language, region = tag.split("-")
    marks = {"lang": tag, "typst:text:lang": f'"{language}"', "typst:text:region": f'"{region}"'}
    marks |= {"typst:text:font": f"{language}-type"} if own_type else {}
    return [{"t": "Span", "c": [["", [], list(map(list, marks.items()))], inlines]}]


def _table(head: list[Inlines], rows: list[list[Inlines]]) -> Node:
    default = {"t": "AlignDefault"}

    def row(cells: list[Inlines]) -> list:
        return [NO, [[NO, default, 1, 1, [{"t": "Plain", "c": cell}]] for cell in cells]]

    columns = [[default, {"t": "ColWidth", "c": 1 / len(head)}] for _ in head]
    body = [[NO, 0, [], [row(cells) for cells in rows]]]
    return {"t": "Table", "c": [NO, [None, []], columns, [NO, [row(head)]], body, [NO, []]]}
