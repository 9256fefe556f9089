"""The figures of the edition: which values stand in a chart, what is said under it, and its drawing as static SVG.

Pure functions from the records to a Figure in either language; no number is typed here. What charts there are, and their
words, stands in numbers.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from edition.corpus.edition import Edition, Section
from edition.corpus.occurrences import counts_by_passage
from edition.model.records import Both, Chart, EditorsNote, Statistic, Term
from edition.pages import drawing
from edition.pages.chart_svg import page_ready
from edition.pages.render import figure
from edition.tables.chart_data import place, series, whole

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
    return CHARTS[page](edition, language)


def terms_by_section(edition: Edition, language: str) -> list[Figure]:
    """A heat map of the core terms that occur LEAST times or more, by the section where each is most frequent; none
    where no term is so frequent."""
    sections = [section for section in edition.sections if section.passages]
    columns = {section.number: column_name(edition, section)[language] for section in sections}
    rows = _term_rows(edition, sections)
    shown = [row for row in rows if row.total >= LEAST]
    if not shown:
        return []
    names = {row.term.id: row.term[language][0] for row in shown}
    counts = {(row.term.id, number): cell.count for row in shown for number, cell in row.cells.items()}
    title = edition.interface["chart_terms"]
    caption = edition.filled("chart_terms_caption", least=LEAST, count=len(shown), all=len(rows))
    drawn = drawing.heat_map(names, columns, counts)
    svg = page_ready(drawn, "drawing-terms", title[language], caption[language])
    return [Figure("terms", title, caption, svg, sections=sections, terms=rows)]


def of_numbers(edition: Edition, language: str) -> list[Figure]:
    """The charts of numbers.yml, in its order."""
    return [_of_statistics(edition, chart, language) for chart in edition.numbers.charts]


CHARTS: dict[str, Callable[[Edition, str], list[Figure]]] = {"terms": terms_by_section, "numbers": of_numbers}


def name(row: Statistic) -> Both:
    """What a figure is called in a chart: its label, or what is quoted in what it measures, or all of that."""
    quoted = [re.search("“(.+)”", text) for text in (row.measures.zh, row.measures.en)]
    return row.label or (Both(zh=quoted[0][1], en=quoted[1][1]) if all(quoted) else row.measures)


def column_name(edition: Edition, section: Section) -> Both:
    """The number of a section, or a word for the introduction, which has none."""
    number = section.printed_number
    return Both(zh=number, en=number) if number else edition.interface["chart_introduction"]


def written(row: Statistic) -> str:
    """The value as it stands beside its bar: 72%, 186."""
    return figure(row.value) + ("%" if row.unit.en == "%" else "")


def _of_statistics(edition: Edition, chart: Chart, language: str) -> Figure:
    """A chart as a figure; one of the form “numbers” is not drawn, since bars would compare what cannot be."""
    rows, base = series(edition, chart), whole(edition, chart)
    caption, facts = _caption(edition, chart, rows, base), _facts(edition, [base, *rows] if base else rows)
    svg = ""
    if chart.form != "numbers":
        values = "; ".join(f"{row.measures[language]}: {written(row)}" for row in rows)
        drawn = _bars(edition, chart, rows, language)
        svg = page_ready(drawn, f"drawing-{chart.id}", chart.title[language], values)
    return Figure(chart.id, chart.title, caption, svg, rows, facts)


def _bars(edition: Edition, chart: Chart, rows: list[Statistic], language: str) -> str:
    """The figures as bars: in the form “shares” on a scale of 100 %, in the form “places” place by place."""

    def heading(row: Statistic) -> str:
        return place(edition, row)[language][0] if chart.form == "places" else ""

    groups = [
        (words, [drawing.Bar(name(row)[language], row.value, written(row)) for row in members])
        for words, members in groupby(rows, key=heading)
    ]
    return drawing.bars(groups, rows[0].unit[language], chart.form == "shares")


def _caption(edition: Edition, chart: Chart, rows: list[Statistic], base: Statistic | None) -> Both:
    """The caption of a chart; it may ask for the {unit} of its figures, their {total}, and what they are shares of:
    {base}, its {amount} and {period}."""
    words: dict[str, object] = {"unit": rows[0].unit, "total": figure(sum(row.value for row in rows))}
    if base:
        words |= {"base": base.measures, "amount": Both(zh=base.zh, en=base.en), "period": base.period}
    at = ("charts", edition.numbers.charts.index(chart), "caption")
    return edition.fill(chart.caption, "numbers.yml", at, **words)


def _facts(edition: Edition, rows: list[Statistic]) -> list[EditorsNote]:
    """The editor's notes of kind “fact” on these figures; other notes stand only in the table."""
    return [note for note in edition.editors_notes if note.kind == "fact" and note.id in {row.note for row in rows}]


def _term_rows(edition: Edition, sections: list[Section]) -> list[TermRow]:
    """The core terms that the text has, by the section where each is most frequent, then by frequency."""
    found = counts_by_passage(edition)
    rows = []
    for term in (term for term in edition.terms if term.core):
        cells = {}
        for section in sections:
            places = [passage.id for passage in section.passages if found[passage.id][term.id]]
            if places:
                cells[section.number] = Cell(sum(found[id][term.id] for id in places), places[0])
        rows.append(TermRow(term, cells))
    order = [section.number for section in sections]
    return sorted((row for row in rows if row.cells), key=lambda row: (order.index(row.home), -row.total))
