"""Pages of the edition as HTML: this module prepares, the templates in overrides/edition/ write.

A page is rendered for one language; addresses in it are relative, so that the site works under any path.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from . import inline
from .addresses import TAGS
from .citations import Citation
from .edition import Section
from .mentions import counts, first_mentions
from .pieces import Piece, anchors, cut
from .records import Both, EditorsNote
from .side import Side
from .tables import Lines, Where
from .termbase import Occurrence

TEMPLATES = "overrides/edition"
CELLS = {"both": Both, "where": Where, "lines": Lines, "section": Section}
THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")
CHINESE = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True)
class Entry:
    """What the card of a term or name says: its table, its form in the other language, how often it occurs."""

    page: str
    other: str
    count: int


@dataclass(frozen=True)
class Renderer(Side):
    """Renders one page in one language ("zh" or "en").

    `relative` makes an address in the site relative to the page, `across` is the same page in the other language,
    `citations` are those of the article, the edition and its translation, by style; `assets` is the folder of scripts and
    style sheets.
    """

    relative: Callable[[str], str]
    across: str
    citations: dict[str, list[Citation]] = field(default_factory=dict)
    assets: str = ""

    def section(self, section: Section) -> str:
        """The page of a section."""
        subsections = [other for other in self.edition.sections if other.is_under(section)]
        return self.page("section", section=section, subsections=subsections)

    def page(self, template: str, **context) -> str:
        """A page by the name of its template, e.g. "references"; raises if the template lacks a value."""
        return self._environment.get_template(f"{template}.html").render(**context)

    def url(self, path: str, language: str | None = None) -> str:
        """The address of a page in the language of this page, or in the language given."""
        return self.relative(path if (language or self.language) == "zh" else f"en/{path}")

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
        environment.filters |= {"address": address, "figure": figure}
        environment.tests |= {name: partial(_is, kind) for name, kind in CELLS.items()}
        environment.filters |= {"tokens": inline.tokens, "circled": inline.circled}
        environment.globals |= {
            "edition": self.edition,
            "language": self.language,
            "page_language": self.language,  # where a macro has a `language` of its own
            "lang": self.tag,
            "other_language": self.other_language,
            "other_lang": TAGS[self.other_language],
            "separator": self.gap,
            "label": self.label,
            "pieces": self.pieces,
            "entries": self._entries,
            "notes_at": self.notes_at,
            "url": self.url,
            "url_other": lambda path: self.url(path, self.other_language),
            "static": self.relative,
            "asset": lambda name: self.relative(self.assets + name),
            "across": self.across,
            "citations": self.citations,
        }
        return environment

    @property
    def other_language(self) -> str:
        """The language that the page is not in."""
        return "en" if self.language == "zh" else "zh"

    def other(self, both: Both) -> str:
        """The side of a pair that is in the other language."""
        return getattr(both, self.other_language)

    def notes_at(self, *places: str) -> list[EditorsNote]:
        """The editor's notes on these places, in their order."""
        return [note for note in self.edition.editors_notes if note.at in places]

    def pieces(self, place: str, text: str, language: str) -> list[Piece]:
        """A text of the edition cut into pieces; an “editor” piece follows the words that an editor's note is about."""
        mentions = self._mentions(place) if language == self.language else []
        return list(cut(inline.tokens(text), anchors(self.notes_at(place), text, language), mentions))

    def _mentions(self, place: str) -> list[Occurrence]:
        """What is marked in a sentence: the terms and names that its paragraph has not mentioned before."""
        paragraph = self.edition.paragraph_of.get(place)
        return first_mentions(self.edition, self.language, paragraph)[place] if paragraph else []

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        found = counts(self.edition)
        return {
            entry.id: Entry(f"tables/{table}/", entry.en[0] if self.language == "zh" else entry.zh[0], found[entry.id])
            for table in ("terms", "names")
            for entry in getattr(self.edition, table)
        }


def typeset(text: str, language: str = "zh") -> Markup:
    """Text as HTML; a number with spaces between its thousands stays on one line and keeps its characters. In an English
    text Chinese words say that they are Chinese (WCAG 2.2, 3.1.2), so that they are read out and set as such."""
    html = THOUSANDS.sub(lambda match: f'<span class="thousands">{match[0]}</span>', str(escape(text)))
    if language == "en":
        html = CHINESE.sub(lambda match: f'<span lang="{TAGS["zh"]}">{match[0]}</span>', html)
    return Markup(html)


def address(id: str) -> str:
    """An id as a reader writes it: p12s3 is ¶12.3, n1 is ①."""
    paragraph, _, sentence = id[1:].partition("s")
    return f"¶{paragraph}.{sentence}" if id.startswith("p") else inline.circled(paragraph)


def figure(value: float) -> str:
    """A number with its thousands apart, and no more decimals than it has."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.4f}".rstrip("0")


def _is(kind: type, value: object) -> bool:
    return isinstance(value, kind)
