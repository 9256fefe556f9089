"""One language of the edition: what every page and export in one language asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.corpus.edition import Edition, Section
from edition.corpus.marked_text import Piece, anchors, cut
from edition.corpus.termbase import Occurrence
from edition.model import inline
from edition.model.records import Both, EditorsNote, Reference
from edition.model.site_address import TAGS


@dataclass(frozen=True)
class Language:
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
        """The value of a pair in this language."""
        return both[self.language]

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

    def authors_mark(self, id: str) -> str:
        """The mark of an authors' note: ①."""
        return inline.circled(id[1:])

    def editors_mark(self, id: str) -> str:
        """The mark of an editor's note: 编3, E3."""
        return f"{self.label('editors_note_mark')}{self.edition.editors_note_number(id)}"

    def sources(self, note: EditorsNote) -> list[tuple[str, str | None]]:
        """Title and address of each work that an editor's note rests on."""
        titles = [one.title if isinstance(one.title, str) else self.own(one.title) for one in note.sources]
        return [(title, str(one.url) if one.url else None) for title, one in zip(titles, note.sources)]

    def tokens(
        self, place: str, text: str, mentions: Iterable[Occurrence] = (), language: str | None = None
    ) -> list[Piece]:
        """The pieces of a text, which may be in another language; one of the kind “editor” follows the words that an
        editor's note is about."""
        marks = anchors(self.edition.notes_at(place), text, language or self.language)
        return list(cut(inline.tokens(text), marks, mentions))


def printed_in(work: Reference, sides: list[Language]) -> list[Language]:
    """The sides in which a work is printed; what the paper prints in English alone is English in every file."""
    english = Language(sides[0].edition, "en")
    return list(dict.fromkeys(side if side.own(work) else english for side in sides))
