"""Pages of the edition as HTML: this module prepares, the templates in overrides/edition/ write.

A page is rendered for one language; `url` gives the address of another page of that language, relative to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from . import inline
from .edition import Edition
from .places import chinese_date
from .quotation import citation
from .records import Both, EditorsNote

TEMPLATES = "overrides/edition"
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")


@dataclass(frozen=True)
class Renderer:
    """Renders the pages of one edition in one language ("zh" or "en")."""

    edition: Edition
    language: str

    def page(self, template: str, url: Callable[[str], str], **context) -> str:
        """A page by the name of its template, e.g. "section"; raises if the template lacks a value."""
        return self._environment.get_template(f"{template}.html").render(url=url, **context)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self.edition.root / TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        environment.filters |= {"own": self.own, "other": self.other, "typeset": typeset, "date": self.date}
        environment.filters |= {"tokens": inline.tokens, "citation": partial(citation, language=self.language)}
        environment.globals |= {
            "edition": self.edition,
            "language": self.language,
            "page_language": self.language,  # where a macro has a `language` of its own
            "lang": LANGUAGES[self.language],
            "other_language": self.other_language,
            "other_lang": LANGUAGES[self.other_language],
            "separator": " " if self.language == "en" else "",
            "label": lambda key: self.own(self.edition.interface[key]),
            "pieces": self.pieces,
            "notes_at": self.notes_at,
        }
        return environment

    @property
    def other_language(self) -> str:
        """The language that the page is not in."""
        return "en" if self.language == "zh" else "zh"

    def own(self, both: Both) -> str:
        """The side of a pair that is in the language of the page."""
        return getattr(both, self.language)

    def other(self, both: Both) -> str:
        """The side of a pair that is in the other language."""
        return getattr(both, self.other_language)

    def date(self, date) -> str:
        """A date as the language writes it."""
        return chinese_date(date) if self.language == "zh" else f"{date.day} {date:%B} {date.year}"

    def notes_at(self, *places: str) -> list[EditorsNote]:
        """The editor's notes on these places, in their order."""
        return [note for note in self.edition.editors_notes if note.at in places]

    def pieces(self, place: str, text: str, language: str) -> list[inline.Token]:
        """A text of the edition as tokens, a token “editor” after the words that each editor's note is about."""
        plain = inline.plain(text)
        anchors = {}
        for note in self.notes_at(place):
            phrase = getattr(note.phrase, language)
            anchors[plain.index(phrase) + len(phrase)] = note
        return list(_with_anchors(inline.tokens(text), anchors))


def _with_anchors(tokens: list[inline.Token], anchors: dict[int, EditorsNote]):
    """Tokens cut where an anchor falls; offsets count the plain text."""
    offset = 0
    for token in tokens:
        if token.kind not in ("text", "head"):
            yield token
            continue
        start = 0
        for end in sorted(at - offset for at in anchors if offset < at <= offset + len(token.value)):
            yield inline.Token(token.kind, token.value[start:end])
            yield inline.Token("editor", anchors[offset + end].id)
            start = end
        if token.value[start:]:
            yield inline.Token(token.kind, token.value[start:])
        offset += len(token.value)


def typeset(text: str) -> Markup:
    """Text as HTML; a number with spaces between its thousands stays on one line and keeps its characters."""
    return Markup(THOUSANDS.sub(lambda match: f'<span class="thousands">{match[0]}</span>', str(escape(text))))
