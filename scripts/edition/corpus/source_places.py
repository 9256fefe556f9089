"""Every text of the edition that has to have a source, by the name that source.yml gives its place.

Paragraphs are p1, p2, …; notes n1, …; headings heading.<slug>; what stands in paper.yml and references.yml
goes by its path: title.zh, authors.0.name.en, zhang2019.zh.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from edition.corpus.edition import Edition
from edition.corpus.section_file import Line
from edition.faults import Fault
from edition.model import inline
from edition.model.dates import written_date


@dataclass(frozen=True)
class Fact:
    """A text of a data file; `fault` makes a fault at its place of a message."""

    text: str
    fault: Callable[[str], Fault]


@dataclass(frozen=True)
class Place:
    """A text of the edition in the notation of the source: ^[key] for a citation, ^① for a note, no bold."""

    lines: tuple[Line | Fact, ...]

    @property
    def text(self) -> str:
        """The lines joined, as they run on in print."""
        return "".join(line.text for line in self.lines)

    def line_at(self, offset: int) -> Line | Fact:
        """The line in which character `offset` of the text stands (the last one if it is past the end)."""
        for line in self.lines:
            if offset < len(line.text):
                return line
            offset -= len(line.text)
        return self.lines[-1]


@lru_cache(maxsize=2)
def edition_places(edition: Edition) -> dict[str, Place]:
    """All places of the edition by name; kept, since several rules ask for them."""
    return {name: Place(tuple(lines)) for name, lines in (*_corpus(edition), *_facts(edition))}


def _corpus(edition: Edition) -> Iterator[tuple[str, list[Line]]]:
    for section in edition.sections:
        title = section.zh.title
        yield f"heading.{section.slug}", [Line(section.heading("zh"), title.path, title.number)]
        for paragraph in section.paragraphs:
            yield paragraph.id, [_in_source_notation(sentence.zh) for sentence in paragraph.sentences]
        for note in section.notes:
            yield note.id, [_in_source_notation(note.zh)]


def _in_source_notation(line: Line) -> Line:
    shown = {"citation": lambda key: f"^[{key}]", "note": lambda label: "^" + inline.circled(label)}
    text = "".join(shown.get(token.kind, str)(token.value) for token in inline.tokens(line.text))
    return Line(text, line.path, line.number)


def _facts(edition: Edition) -> Iterator[tuple[str, list[Fact]]]:
    paper = edition.paper
    fields = paper.model_dump(exclude={"revised", "published"}) | {"revised": {"zh": written_date(paper.revised, "zh")}}
    fields["journal"] = fields["journal"]["name"]
    fields["abstract"] = paper.whole_abstract.model_dump()
    for path, text in _flat(fields):
        if path[-1] != "id":
            yield ".".join(path), [Fact(text, partial(edition.fault, "paper.yml", path))]
    for index, reference in enumerate(edition.references):
        for path, text in _flat(reference.model_dump(include={"zh", "en"})):
            fault = partial(edition.fault, "references.yml", (index, *path))
            yield ".".join((reference.key, *path)), [Fact(text, fault)]


def _flat(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The texts inside nested lists and mappings, each with the keys that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, (dict, list)):
        for key, child in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _flat(child, (*path, str(key)))
