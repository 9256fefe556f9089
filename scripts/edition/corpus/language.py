"""One language of the edition: what every page and export in one language asks for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from edition.corpus.edition import Edition, Section
from edition.corpus.marked_text import Piece, anchors, cut
from edition.corpus.source_places import chinese_date
from edition.model import inline
from edition.model.records import Both, EditorsNote
from edition.model.site_address import TAGS


def written_date(date: datetime.date, language: str) -> str:
    """A date as the language writes it."""
    return chinese_date(date) if language == "zh" else f"{date.day} {date:%B} {date.year}"


@dataclass(frozen=True)
class Side:
    """The edition in one language, "zh" or "en"."""

    edition: Edition
    language: str

    @property
    def tag(self) -> str:
        """The language as BCP 47 names it."""
        return TAGS[self.language]

    @property
    def gap(self) -> str:
        """What stands between two sentences."""
        return " " if self.language == "en" else ""

    def own(self, both: Both) -> str:
        """The side of a pair that is in this language."""
        return getattr(both, self.language)

    def label(self, key: str) -> str:
        """A word of the interface."""
        return self.own(self.edition.interface[key])

    def heading(self, section: Section) -> str:
        """The title of a section after its number; the introduction is printed without one."""
        return section.heading(self.language)

    @property
    def keywords(self) -> str:
        """The authors' keywords in a line."""
        return ("；" if self.language == "zh" else "; ").join(map(self.own, self.edition.paper.keywords))

    def mark(self, token: Piece) -> str:
        """The mark in the text for a citation, an authors' or an editor's note: [4], ①, 编3."""
        if token.kind == "citation":
            return f"[{self.edition.reference_number(token.value)}]"
        return inline.circled(token.value) if token.kind == "note" else self.editors_mark(token.value)

    def editors_mark(self, id: str) -> str:
        """The mark of an editor's note: 编3, E3."""
        return f"{self.label('editors_note_mark')}{self.edition.editors_note_number(id)}"

    def sources(self, note: EditorsNote) -> list[tuple[str, str | None]]:
        """Title and address of each work that an editor's note rests on."""
        named = [
            (source.title if isinstance(source.title, str) else self.own(source.title), source.url)
            for source in note.sources
        ]
        return [(title, str(url) if url else None) for title, url in named]

    def tokens(self, place: str, text: str) -> list[Piece]:
        """The pieces of a text; one of the kind “editor” follows the words that an editor's note is about."""
        return list(cut(inline.tokens(text), anchors(self.edition.notes_at(place), text, self.language)))
