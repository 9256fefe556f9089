"""The figures of the edition: which values stand in a chart, what is said under it, and its drawing as static SVG.

A pure function a chart, from the records to a Figure in either language; no number is typed here. Words are `chart_…`
in interface.yml: `chart_<id>` the title, `chart_<id>_caption` what stands under it, `chart_<id of a figure>` its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from edition.corpus.edition import Edition, Section
from edition.corpus.occurrences import counts_by_passage
from edition.model.records import Both, EditorsNote, Statistic, Term
from edition.pages import drawing
from edition.pages.chart_svg import page_ready
from edition.pages.render import figure
from edition.tables.chart_data import CAPACITY, COPPER, FUNDS, PURPOSES, SECTORS, country, series, whole

LEAST = 3  # a term in the heat map occurs at least so often


@dataclass(frozen=True)
class Cell:
    """How often a term occurs in a section, and the first sentence or note there that has it."""

    count: int
    first: str


@dataclass(frozen=True)
class TermRow:
    """A core term and its cells by number of section; sections without it have none."""

    term: Term
    cells: dict[str, Cell]

    @property
    def total(self) -> int:
        """How often the term occurs in the whole paper."""
        return sum(cell.count for cell in self.cells.values())

    @property
    def home(self) -> str:
        """The section where the term is most frequent; the first of several."""
        return max(self.cells, key=lambda number: self.cells[number].count)


@dataclass(frozen=True)
class Figure:
    """A figure of a page. `svg` is empty where a drawing would mislead; `notes` stand in full under it.
    Its values are statistics, or terms by section."""

    id: str
    title: Both
    caption: Both
    svg: str
    statistics: list[Statistic] = field(default_factory=list)
    notes: list[EditorsNote] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    terms: list[TermRow] = field(default_factory=list)


def figures(edition: Edition, page: str, language: str) -> list[Figure]:
    """The figures of a page."""
    return [chart(edition, language) for chart in CHARTS[page]]


def terms_by_section(edition: Edition, language: str) -> Figure:
    """A heat map of the core terms that occur LEAST times or more, in the order of the section where each is most frequent."""
    sections = [section for section in edition.sections if section.passages]
    columns = {section.number: getattr(column_name(edition, section), language) for section in sections}
    rows = _term_rows(edition, sections)
    shown = [row for row in rows if row.total >= LEAST]
    names = {row.term.id: getattr(row.term, language)[0] for row in shown}
    counts = {(row.term.id, number): cell.count for row in shown for number, cell in row.cells.items()}
    title = _words(edition, "chart_terms")
    caption = _words(edition, "chart_terms_caption", least=LEAST, count=len(shown), all=len(rows))
    svg = _in_page(drawing.heat_map(names, columns, counts), "terms", title, caption, language)
    return Figure("terms", title, caption, svg, sections=sections, terms=rows)


def japan_sectors(edition: Edition, language: str) -> Figure:
    """Shares by sector, on a scale of 100 %; what the listed sectors leave over is not in the text, and not drawn."""
    base = whole(edition)
    total = figure(sum(row.value for row in series(edition, SECTORS)))
    words = {"base": base.measures, "amount": Both(zh=base.zh, en=base.en), "period": base.period, "total": total}
    return _bars(edition, language, SECTORS, shares=True, base=[base], words=words)


def japan_purposes(edition: Edition, language: str) -> Figure:
    """The one share by purpose that the text gives, on a scale of 100 %."""
    return _bars(edition, language, PURPOSES, shares=True)


def capacity_building(edition: Edition, language: str) -> Figure:
    """Shares of the actions of each country, country by country."""
    return _bars(edition, language, CAPACITY, grouped=True)


def copper(edition: Edition, language: str) -> Figure:
    """Two figures in the unit as printed; the editor's note on that unit stands under the bars."""
    unit = series(edition, COPPER)[0].unit
    return _bars(edition, language, COPPER, words={"unit": unit})


def funds(edition: Edition, language: str) -> Figure:
    """Set as numbers, not drawn: funds, projects and dollars share no axis, and bars would compare what cannot be."""
    rows = series(edition, FUNDS)
    return Figure(
        FUNDS, _words(edition, "chart_funds"), _words(edition, "chart_funds_caption"), "", rows, _facts(edition, rows)
    )


CHARTS: dict[str, tuple[Callable[[Edition, str], Figure], ...]] = {
    "terms": (terms_by_section,),
    "numbers": (japan_sectors, japan_purposes, capacity_building, copper, funds),
}


def name(edition: Edition, row: Statistic) -> Both:
    """What a figure is called in a chart: its own words in interface.yml, or those quoted in what it measures, or all of these."""
    quoted = [re.search("“(.+)”", text) for text in (row.measures.zh, row.measures.en)]
    return edition.interface.get(f"chart_{row.id}") or (
        Both(zh=quoted[0][1], en=quoted[1][1]) if all(quoted) else row.measures
    )


def column_name(edition: Edition, section: Section) -> Both:
    """The number of a section, or a word for the introduction, which has none."""
    return (
        edition.interface["chart_introduction"] if section.number == "0" else Both(zh=section.number, en=section.number)
    )


def written(row: Statistic) -> str:
    """The value as it stands beside its bar: 72%, 186."""
    return figure(row.value) + ("%" if row.unit.en == "%" else "")


def _bars(
    edition: Edition,
    language: str,
    id: str,
    shares: bool = False,
    grouped: bool = False,
    base: list[Statistic] | None = None,
    words: dict[str, object] | None = None,
) -> Figure:
    """A bar chart of the figures whose ids begin with `id`; `base` are the figures that these are shares of."""
    rows = series(edition, id)
    by_country = groupby(rows, key=lambda row: getattr(country(edition, row), language)[0] if grouped else "")
    groups = [
        (heading, [drawing.Bar(getattr(name(edition, row), language), row.value, written(row)) for row in members])
        for heading, members in by_country
    ]
    svg = drawing.bars(groups, getattr(rows[0].unit, language), shares)
    title, caption = _words(edition, f"chart_{id}"), _words(edition, f"chart_{id}_caption", **(words or {}))
    values = Both(
        **{side: "; ".join(f"{getattr(row.measures, side)}: {written(row)}" for row in rows) for side in ("zh", "en")}
    )
    return Figure(
        id, title, caption, _in_page(svg, id, title, values, language), rows, _facts(edition, [*(base or []), *rows])
    )


def _in_page(svg: str, id: str, title: Both, description: Both, language: str) -> str:
    return page_ready(svg, f"drawing-{id}", getattr(title, language), getattr(description, language))


def _facts(edition: Edition, rows: list[Statistic]) -> list[EditorsNote]:
    """The editor's notes on these figures that say what a reader of the chart must know; those on readings are in its table."""
    return [note for note in edition.editors_notes if note.kind == "fact" and note.id in {row.note for row in rows}]


def _words(edition: Edition, key: str, **values: object) -> Both:
    """Words of the interface with their gaps filled, from each side of what is in both languages."""
    sides = {
        side: {gap: getattr(value, side) if isinstance(value, Both) else value for gap, value in values.items()}
        for side in ("zh", "en")
    }
    return Both(**{side: edition.filled(key, side, **filling) for side, filling in sides.items()})


def _term_rows(edition: Edition, sections: list[Section]) -> list[TermRow]:
    """The core terms that the text has, in the order of the sections where each is most frequent, there the most frequent first."""
    found = counts_by_passage(edition)
    rows = []
    for term in (term for term in edition.terms if term.core):
        places = {
            section.number: [passage.id for passage in section.passages if found[passage.id][term.id]]
            for section in sections
        }
        counts = {number: sum(found[id][term.id] for id in ids) for number, ids in places.items()}
        rows.append(TermRow(term, {number: Cell(counts[number], ids[0]) for number, ids in places.items() if ids}))
    order = [section.number for section in sections]
    return sorted((row for row in rows if row.cells), key=lambda row: (order.index(row.home), -row.total))
