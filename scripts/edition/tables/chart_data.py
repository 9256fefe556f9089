"""The figures that make a chart together, by the beginning of their ids: what charts ask of numbers.yml."""

from __future__ import annotations

from collections.abc import Iterator

from edition.corpus.edition import Edition
from edition.faults import Fault
from edition.model.records import Name, Statistic

SECTORS, PURPOSES, CAPACITY, COPPER, FUNDS = "japan-oda-sector", "japan-oda-purpose", "capacity", "copper", "funds"
WHOLE = "japan-climate-oda"  # the figure that the shares by sector are shares of


def series(edition: Edition, id: str) -> list[Statistic]:
    """The figures of a chart, in the order of the text."""
    return [row for row in edition.numbers.statistics if row.id.startswith(f"{id}-")]


def whole(edition: Edition) -> Statistic | None:
    """The figure that the shares by sector are shares of."""
    return next((row for row in edition.numbers.statistics if row.id == WHOLE), None)


def country(edition: Edition, row: Statistic) -> Name | None:
    """The country that a figure is about: the place that its measure names first."""
    places = {place.id: place for place in edition.names if place.kind == "place"}
    return next((places[found.id] for found in edition.termbase.chinese(row.measures.zh) if found.id in places), None)


def faults(edition: Edition) -> Iterator[Fault]:
    """Each chart has its figures; what their shares are of has its period, and those of countries name them."""
    for id in (SECTORS, PURPOSES, CAPACITY, COPPER, FUNDS):
        if not series(edition, id):
            message = f"no figure has an id that begins with “{id}-”; a chart is made of them"
            yield edition.fault("numbers.yml", ("statistics",), message)
    if not (base := whole(edition)) or not base.period:
        message = f"no figure “{WHOLE}” with a period; a chart says it of what its shares are"
        yield edition.fault("numbers.yml", ("statistics",), message)
    for index, row in enumerate(edition.numbers.statistics):
        if row.id.startswith(f"{CAPACITY}-") and not country(edition, row):
            message = f"{row.id}: names no place of names.yml; a chart is made country by country"
            yield edition.fault("numbers.yml", ("statistics", index, "measures"), message)
