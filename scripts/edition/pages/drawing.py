"""The two kinds of drawing that the charts need, on plain values: bars under their names, and a heat map. Both are
specified in Vega-Lite, which the library draws; only what differs from its defaults is specified here.

Every place is computed here and no text is measured, so a drawing does not depend on a machine's fonts.
"""

from __future__ import annotations

import json
import textwrap
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import vl_convert

LETTERS = 13  # the size of the letters; lengths are in the same units, pixels where a drawing is shown at its own size
SMALL, LINE = 10.5, 11
WIDTH, BESIDE = 340, 56  # a bar chart, which fits a phone, and what it keeps beside the bars for the values
NAME, GAP, BAR, STEP, HEADING, AXIS, UNIT = 14, 6, 14, 44, 26, 20, 14
COLUMN, ROW, HEAD = 27, 24, 22
NAME_WIDTH = 30  # of a row of a heat map, in characters, before it is broken
STRONGEST = 0.5  # of the colours of cells: a number in one is legible in light and dark

# What all drawings have in common: the ink of the page, no frame, no ground; a style sheet colours the marks.
LABELS = {"labelColor": "currentColor", "labelFontSize": SMALL, "labelLimit": 0, "labelPadding": 6}
TITLES = {"titleColor": "currentColor", "titleFontSize": SMALL, "titleFontWeight": "normal", "titleLimit": 0}
LINES = {"gridColor": "currentColor", "gridOpacity": 0.15, "domain": False, "ticks": False}
THEME = {
    "background": None,
    "view": {"stroke": None},
    "axis": {**LABELS, **TITLES, **LINES},
    "rect": {"fill": "currentColor"},
    "text": {"fill": "currentColor", "fontSize": LETTERS},
}


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: its name, its value, and the value as it is written."""

    name: str
    value: float
    written: str


def bars(groups: list[tuple[str, list[Bar]]], unit: str, whole: bool) -> str:
    """Bars from zero, each under its name with its value at its end, group by group; `whole` ends the scale at 100."""
    headings, placed, top = [], [], 0
    for heading, members in groups:
        if heading:
            headings.append({"name": heading, "y": top + NAME})
            top += HEADING
        for bar in members:
            places = {"y": top + NAME, "from": top + NAME + GAP, "to": top + NAME + GAP + BAR}
            placed.append({"name": bar.name, "value": bar.value, "written": bar.written, **places})
            top += STEP
    share = unit == "%"
    label, title = ("datum.label + '%'", None) if share else ("datum.label", unit)
    axis = {"title": title, "titleAnchor": "start", "tickCount": 4, "labelExpr": label}
    scale = {"domain": [0, 100]} if whole else {"domainMin": 0, "nice": 4}
    length = {"field": "value", "type": "quantitative", "axis": axis, "scale": scale}
    name = {"text": _field("name"), "x": {"value": 0}, "y": _at("y")}
    value = {"text": _field("written"), "x": length, "y": _at("from")}
    left = {"type": "text", "align": "left"}
    layers = [
        _layer({"type": "rect"}, placed, x=length, x2={"datum": 0}, y=_at("from"), y2={"field": "to"}),
        _layer({**left, "baseline": "alphabetic"}, placed, **name),
        _layer({**left, "dx": 5, "baseline": "middle", "dy": BAR / 2}, placed, **value),
    ]
    if headings:
        layers.append(_layer({**left, "baseline": "alphabetic", "fontWeight": "bold"}, headings, **name))
    around = {"left": 2, "right": BESIDE - 2, "bottom": AXIS + (UNIT if title else 0)}
    return _drawn({"layer": layers}, WIDTH - BESIDE, top, **around)


def heat_map(rows: dict[str, str], columns: dict[str, str], counts: dict[tuple[str, str], int]) -> str:
    """Counts by row and column, whose names are given by id: the number in each cell, darker for more."""
    names = {id: textwrap.wrap(name, NAME_WIDTH) for id, name in rows.items()}
    left = max(_width(line) for lines in names.values() for line in lines) * SMALL + 10
    cells = [{"row": row, "column": column, "count": count} for (row, column), count in counts.items()]
    head, foot = (
        _field("column", axis=_axis(columns, orient=side, labelAngle=0, grid=side == "top"), scale=_bands(columns))
        for side in ("top", "bottom")
    )
    broken = json.dumps([id for id, lines in names.items() if len(lines) > 1])
    raised = {"test": f"indexof({broken}, datum.value) >= 0", "value": -LINE / 2}
    lines = _axis(names, grid=True, labelLineHeight=LINE, labelOffset={"condition": raised, "value": 0})
    y = _field("row", axis=lines, scale=_bands(rows))
    count = {"field": "count", "type": "quantitative"}
    shade = {**count, "legend": None, "scale": {"type": "sqrt", "domainMin": 0, "range": [0, STRONGEST]}}
    layers = [
        _layer({"type": "rect"}, cells, x=head, y=y, opacity=shade),
        _layer({"type": "text", "baseline": "middle"}, cells, x=foot, y=y, text=count),
    ]
    size = COLUMN * len(columns), ROW * len(rows)
    chart = {"layer": layers, "resolve": {"axis": {"x": "independent"}}}
    return _drawn(chart, *size, left=left, right=2, top=HEAD, bottom=HEAD)


def _layer(mark: dict, values: list[dict], **encoding: dict) -> dict:
    """Marks for these values."""
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _axis(names: dict[str, object], **more: object) -> dict:
    """An axis of names given by id, with its lines, if any, between them."""
    named = f"{json.dumps(names, ensure_ascii=False)}[datum.value]"
    return {"title": None, "labelExpr": named, "labelOverlap": False, "tickBand": "extent", **more}


def _bands(ids: dict[str, str]) -> dict:
    """A band for each, in their order."""
    return {"domain": list(ids), "padding": 0}


def _field(name: str, **more: dict) -> dict:
    """A column of the data that holds words."""
    return {"field": name, "type": "nominal", **more}


def _at(field: str) -> dict:
    """A height that is computed, not scaled."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def _width(text: str) -> float:
    """The breadth of a text in units of its letters' size, well counted: a Chinese character is 1."""
    return sum(1 if unicodedata.east_asian_width(character) in "WF" else 0.56 for character in text)


def _drawn(chart: dict, width: float, height: float, **around: float) -> str:
    padding = {side: around.get(side, 0) for side in ("left", "top", "right", "bottom")}
    size = {"width": width, "height": height, "padding": padding, "autosize": {"type": "none"}}
    return _svg(json.dumps({**chart, **size, "config": THEME}, ensure_ascii=False))


@lru_cache(maxsize=64)
def _svg(chart: str) -> str:
    """The drawing; kept, since a site that is served while it is edited asks for the same ones again and again."""
    return vl_convert.vegalite_to_svg(chart)
