"""The whole paper as typed records: every sentence with its id, its two languages and where it was printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.corpus import yaml_records
from edition.corpus.interface_text import Words
from edition.corpus.printed_pages import line_numbers
from edition.corpus.section_file import Line, SectionFile
from edition.corpus.termbase import Occurrence, Termbase
from edition.faults import BrokenEdition, Fault
from edition.model import inline
from edition.model.grouped import grouped
from edition.model.records import (
    Bilingual,
    Both,
    Change,
    EditorsNote,
    Emendations,
    Entry,
    Licence,
    Name,
    Numbers,
    Paper,
    Reference,
    SourceMap,
    Term,
)
from edition.model.site_address import LANGUAGES

DATA = "docs/_data"


@dataclass(frozen=True)
class Sentence(Bilingual):
    """A sentence, or an authors' note, in both languages; `id` is its address: p3s1, n1."""

    id: str
    zh: Line
    en: Line

    @property
    def plain(self) -> Both:
        """Its words alone, in both languages."""
        return Both(zh=self.zh.plain, en=self.en.plain)

    @property
    def citations(self) -> list[str]:
        """The keys of the references cited here."""
        return inline.keys(self.zh.text, "citation")

    @property
    def notes(self) -> list[str]:
        """The ids of the authors' notes anchored here."""
        return [f"n{label}" for label in inline.keys(self.zh.text, "note")]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `number` runs through the whole paper, `printed_pages` are inferred from the extraction."""

    number: int
    sentences: tuple[Sentence, ...]
    printed_pages: tuple[int, ...]

    @property
    def id(self) -> str:
        """The address of the paragraph: p3."""
        return f"p{self.number}"


@dataclass(frozen=True)
class Section(Bilingual):
    """A section: `number` as printed (0 for the introduction), `zh` and `en` its two files."""

    zh: SectionFile
    en: SectionFile
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Sentence, ...]

    @property
    def number(self) -> str:
        """The printed number, e.g. 1.1; the introduction, printed without one, is 0."""
        return self.zh.number

    @property
    def printed_number(self) -> str:
        """The number that readers see: none for the introduction."""
        return "" if self.number == "0" else self.number

    @property
    def slug(self) -> str:
        """The last part of the section's address."""
        return self.zh.slug

    @property
    def id(self) -> str:
        """The address of the heading: s1-1."""
        return "s" + self.number.replace(".", "-")

    @property
    def title(self) -> Both:
        """The heading without its number."""
        return Both(zh=self.zh.title.text, en=self.en.title.text)

    def heading(self, language: str) -> str:
        """The title in a language after its number; the introduction is printed without one."""
        return f"{self.printed_number} {self.title[language]}".lstrip()

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences, in order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph.sentences]

    @property
    def passages(self) -> list[Sentence]:
        """Its sentences, then its authors' notes."""
        return [*self.sentences, *self.notes]


@dataclass(frozen=True, eq=False)
class Edition:
    """The paper and everything this edition knows of it. It is equal to itself alone, so that what is derived from it
    may be kept (functools.lru_cache) and is never taken for what another has."""

    root: Path
    paper: Paper
    interface: Words
    sections: tuple[Section, ...]
    references: list[Reference]
    editors_notes: list[EditorsNote]
    terms: list[Term]
    names: list[Name]
    numbers: Numbers
    emendations: Emendations
    source: list[str]
    source_map: SourceMap
    licences: list[Licence]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """All paragraphs, in order."""
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    @cached_property
    def notes(self) -> list[Sentence]:
        """The authors' notes, in order."""
        return [note for section in self.sections for note in section.notes]

    @cached_property
    def passages(self) -> dict[str, Sentence]:
        """Sentences and authors' notes by id: all that can be annotated or have terms."""
        return {passage.id: passage for section in self.sections for passage in section.passages}

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """The sentences of the body by id."""
        return {id: passage for id, passage in self.passages.items() if id.startswith("p")}

    @cached_property
    def abstract(self) -> dict[str, Both]:
        """The entries of the abstract by their address: abstract1, a sentence or two in each language."""
        return {f"abstract{number}": part for number, part in enumerate(self.paper.abstract, 1)}

    @cached_property
    def section_of(self) -> dict[str, Section]:
        """The section of each sentence and authors' note, by id."""
        return {passage.id: section for section in self.sections for passage in section.passages}

    @cached_property
    def paragraph_of(self) -> dict[str, Paragraph]:
        """The paragraph of each sentence, by its id."""
        return {sentence.id: paragraph for paragraph in self.paragraphs for sentence in paragraph.sentences}

    @property
    def entries(self) -> list[Entry]:
        """Terms, then names."""
        return [*self.terms, *self.names]

    @cached_property
    def termbase(self) -> Termbase:
        """Finds the terms and names."""
        return Termbase(self.entries)

    @cached_property
    def occurrences(self) -> dict[str, list[Occurrence]]:
        """The terms and names in the Chinese of each sentence and authors' note, by its id."""
        return {id: self.termbase.all_chinese(passage.zh.plain) for id, passage in self.passages.items()}

    @cached_property
    def occurrences_of(self) -> dict[str, dict[str, list[Occurrence]]]:
        """The occurrences of each term and name that has some, by its id and then by that of the sentence or note."""
        found: dict[str, dict[str, list[Occurrence]]] = {}
        for place, occurrences in self.occurrences.items():
            for one in occurrences:
                found.setdefault(one.id, {}).setdefault(place, []).append(one)
        return found

    @cached_property
    def section_by_slug(self) -> dict[str, Section]:
        """The sections by the last part of their address, in order."""
        return {section.slug: section for section in self.sections}

    def position(self, section: Section) -> int:
        """The place of a section in the paper, counted from 1."""
        return list(self.section_by_slug).index(section.slug) + 1

    @cached_property
    def _subsections(self) -> dict[tuple[int, ...], list[Section]]:
        return grouped((section.zh.order[:-1], section) for section in self.sections if len(section.zh.order) > 1)

    def subsections(self, section: Section) -> list[Section]:
        """The sections under a section, in order."""
        return self._subsections.get(section.zh.order, [])

    def part(self, section: Section) -> Section | None:
        """The part of the paper that a section belongs to, or None for one that stands by itself."""
        return next((one for one in self.sections if one.zh.order == section.zh.order[:-1]), None)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {reference.key: number for number, reference in enumerate(self.references, 1)}

    def reference_number(self, key: str) -> int:
        """The printed number of a reference, counted from 1."""
        return self._numbers[key]

    def reference(self, key: str) -> Reference | None:
        """The reference that has this key, or None."""
        return self.references[self._numbers[key] - 1] if key in self._numbers else None

    @cached_property
    def _citing(self) -> dict[str, list[Sentence]]:
        return grouped((key, passage) for passage in self.passages.values() for key in dict.fromkeys(passage.citations))

    def citing(self, key: str) -> list[Sentence]:
        """The sentences that cite a reference."""
        return self._citing.get(key, [])

    def works_cited_in(self, section: Section) -> list[Reference]:
        """The references that a section cites, in their order."""
        keys = {key for passage in section.passages for key in passage.citations}
        return [self.references[number - 1] for number in sorted(map(self.reference_number, keys))]

    @cached_property
    def _note_numbers(self) -> dict[str, int]:
        return {note.id: number for number, note in enumerate(self.editors_notes, 1)}

    def editors_note_number(self, id: str) -> int:
        """The number of an editor's note, counted from 1 in the order of its file."""
        return self._note_numbers[id]

    @cached_property
    def _notes_at(self) -> dict[str, list[EditorsNote]]:
        return grouped((note.at, note) for note in self.editors_notes)

    def notes_at(self, *places: str) -> list[EditorsNote]:
        """The editor's notes on these places, in the order of their file."""
        notes = [note for place in dict.fromkeys(places) for note in self._notes_at.get(place, [])]
        return sorted(notes, key=lambda note: self._note_numbers[note.id])

    @cached_property
    def changes(self) -> dict[int, list[Change]]:
        """The recorded replacements of characters, by the line of the source."""
        return grouped((change.line, change) for change in self.emendations.changes)

    @cached_property
    def places_by_line(self) -> dict[int, list[str]]:
        """The places that a line of the source fills, by its number: {72: ["p2"]}."""
        filled = self.source_map.chinese.items()
        return grouped((number, template.strip("${}")) for lines, template in filled for number in line_numbers(lines))

    def source_line(self, number: int) -> str:
        """A line of the source, counted from 1; empty if it has no such line."""
        return self.source[number - 1] if 0 < number <= len(self.source) else ""

    def filled(self, key: str, **values: object) -> Both:
        """Words of the interface with their gaps filled, as `fill` does it."""
        return self.fill(self.interface[key], "interface.yml", (key,), **values)

    def fill(self, words: Both, file: str, place: tuple, **values: object) -> Both:
        """Words of a data file, at `place` in it, with their gaps filled in both languages by values, which may be in both
        themselves; raises BrokenEdition where they have other gaps."""
        return Both(
            **{language: self._fill(words[language], file, (*place, language), values) for language in LANGUAGES}
        )

    def _fill(self, words: str, file: str, place: tuple, values: dict[str, object]) -> str:
        language = place[-1]
        own = {name: value[language] if isinstance(value, Both) else value for name, value in values.items()}
        try:
            return words.format(**own)
        except (LookupError, ValueError, AttributeError):
            message = f"“{words}” has a gap that nothing fills; known are {', '.join(f'{{{name}}}' for name in values)}"
            raise BrokenEdition([self.fault(file, place, message)]) from None

    def fault(self, file: str, place: tuple, message: str) -> Fault:
        """A fault in a data file of the edition, at the entry that `place` leads to."""
        return yaml_records.fault(self.root, f"{DATA}/{file}", place, message)
