"""The figures that make a chart of numbers.yml together."""

from __future__ import annotations

from edition.corpus.edition import Edition
from edition.model.records import Chart, Name, Statistic


def series(edition: Edition, chart: Chart) -> list[Statistic]:
    """The figures of a chart, in the order of the text."""
    return [row for row in edition.numbers.statistics if row.id.startswith(f"{chart.id}-")]


def whole(edition: Edition, chart: Chart) -> Statistic | None:
    """The figure that the shares of a chart are shares of."""
    return next((row for row in edition.numbers.statistics if row.id == chart.whole), None)


def place(edition: Edition, row: Statistic) -> Name | None:
    """The place that a figure is about: the first that its measure names."""
    places = {name.id: name for name in edition.names if name.kind == "place"}
    return next((places[found.id] for found in edition.termbase.chinese(row.measures.zh) if found.id in places), None)
