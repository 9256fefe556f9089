"""Pages of the edition as HTML: this module prepares, the templates in overrides/edition/ write.

A page is rendered for one language; addresses in it are relative, so that the site works under any path.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from operator import attrgetter
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from edition.citing.formatted import Citation
from edition.corpus.edition import Edition, Section
from edition.corpus.language import Language
from edition.corpus.marked_text import Piece, phrases
from edition.corpus.occurrences import counts, first_mentions
from edition.corpus.termbase import Occurrence
from edition.model import inline, templates
from edition.model.dates import written_date
from edition.model.records import Both
from edition.model.site_address import OTHER, TAGS, path_in
from edition.tables.concordance import Lines
from edition.tables.rows import Where

TEMPLATES = "overrides/edition"
CELLS = {"both": Both, "where": Where, "lines": Lines, "section": Section}
THOUSANDS = re.compile(r"\d{1,3}(?: \d{3})+")


@dataclass(frozen=True)
class Card:
    """What the card of a term or name says: its table, its form in the other language, how often it occurs."""

    table: str
    other: str
    count: int


@dataclass(frozen=True)
class Renderer(Language):
    """Renders one page in one language ("zh" or "en").

    `relative` makes an address in the site relative to the page, `across` is the same page in the other language,
    `citations` are those of the article, the edition and its translation, by style; `asset` gives the address in the
    site of a script or style sheet.
    """

    relative: Callable[[str], str]
    across: str
    citations: dict[str, list[Citation]] = field(default_factory=dict)
    asset: Callable[[str], str] = str

    def section(self, section: Section) -> str:
        """The page of a section."""
        return self.page("section", section=section, subsections=self.edition.subsections(section))

    def page(self, template: str, **context) -> str:
        """A page by the name of its template, e.g. "references"; raises if the template lacks a value."""
        found = environment(self.edition.root / TEMPLATES, self.language).get_template(f"{template}.html")
        return found.render(self._words, **context)

    def url(self, path: str, language: str | None = None) -> str:
        """The address of a page in the language of this page, or in the language given."""
        return self.relative(path_in(language or self.language, path))

    @cached_property
    def _words(self) -> dict[str, object]:
        """What every template finds."""
        return {
            "edition": self.edition,
            "language": self.language,
            "page_language": self.language,  # where a macro has a `language` of its own
            "lang": self.tag,
            "tags": TAGS,
            "other_language": self.other_language,
            "other_lang": TAGS[self.other_language],
            "separator": self.gap,
            "label": self.label,
            "editors_mark": self.editors_mark,
            "sources": self.sources,
            "pieces": self.pieces,
            "named_again": self.named_again,
            "title": self.title,
            "entries": entries(self.edition, self.language),
            "notes_at": self.edition.notes_at,
            "url": self.url,
            "url_other": lambda path: self.url(path, self.other_language),
            "static": self.relative,
            "asset": lambda name: self.relative(self.asset(name)),
            "across": self.across,
            "citations": self.citations,
        }

    @property
    def other_language(self) -> str:
        """The language that the page is not in."""
        return OTHER[self.language]

    def pieces(self, place: str, text: str, language: str) -> list[Piece]:
        """A text of the edition cut into pieces; an “editor” piece follows the words that an editor's note is about."""
        mentions = self._mentions(place) if language == self.language else []
        return self.tokens(place, text, mentions, language)

    def named_again(self, place: str) -> list[str]:
        """The ids of the terms and names of a sentence that are marked before it in its paragraph, not in it."""
        here = [found.id for found in self._mentions(place)]
        before = self._first[self.edition.paragraph_of[place].id].values()
        marked = {found.id for mentions in before for found in mentions}
        return [
            id
            for id in dict.fromkeys(found.id for found in self.edition.occurrences[place])
            if id in marked and id not in here
        ]

    def title(self, text: str, language: str) -> Markup:
        """A title of the paper; a Chinese one says where its lines may end."""
        parts = phrases(text, self.edition.termbase.chinese(text)) if language == "zh" else [text]
        return Markup("<wbr>").join(parts)

    def _mentions(self, place: str) -> list[Occurrence]:
        """What is marked in a sentence: the terms and names that its paragraph has not mentioned before."""
        if place not in self.edition.paragraph_of:
            return []
        paragraph = self.edition.paragraph_of[place]
        if paragraph.id not in self._first:
            self._first[paragraph.id] = first_mentions(self.edition, self.language, paragraph)
        return self._first[paragraph.id][place]

    @cached_property
    def _first(self) -> dict[str, dict[str, list[Occurrence]]]:
        """The first mentions of the paragraphs rendered so far."""
        return {}


@lru_cache
def environment(folder: Path, language: str) -> Environment:
    """The templates of a folder for pages in a language; cached, so that each template is compiled once."""
    found = templates.environment(folder, autoescape=True)
    found.filters |= {"own": attrgetter(language), "other": attrgetter(OTHER[language]), "typeset": typeset}
    found.filters |= {"date": partial(written_date, language=language), "address": address, "figure": figure}
    found.filters["circled"] = inline.circled
    found.tests |= {name: partial(_is, kind) for name, kind in CELLS.items()}
    return found


@lru_cache(maxsize=2)  # the languages of one edition
def entries(edition: Edition, language: str) -> dict[str, Card]:
    """What the cards of the terms and names say on a page in a language, by id."""
    found = counts(edition)
    return {
        entry.id: Card(table, entry[OTHER[language]][0], found[entry.id])
        for table in ("terms", "names")
        for entry in getattr(edition, table)
    }


def typeset(text: str, language: str = "zh") -> Markup:
    """Text as HTML; a number with spaces between its thousands stays on one line and keeps its characters. In an
    English text Chinese words say that they are Chinese (WCAG 2.2, 3.1.2), so that they are read out and set as
    such."""
    html = THOUSANDS.sub(lambda match: f'<span class="thousands">{match[0]}</span>', str(escape(text)))
    if language == "en":
        html = inline.CHINESE.sub(lambda match: f'<span lang="{TAGS["zh"]}">{match[0]}</span>', html)
    return Markup(html)


def address(id: str) -> str:
    """An id as a reader writes it: p12s3 is ¶12.3, n1 is ①."""
    paragraph, _, sentence = id[1:].partition("s")
    return f"¶{paragraph}.{sentence}" if id.startswith("p") else inline.circled(paragraph)


def figure(value: float) -> str:
    """A number with its thousands apart, and no more decimals than it has."""
    return f"{value:,.10f}".rstrip("0").rstrip(".")


def _is(kind: type, value: object) -> bool:
    return isinstance(value, kind)
