"""The two kinds of drawing that the charts need, on plain values: bars under their names, and a heat map.

Every place is computed here and no text is measured, so that a drawing is the same on every machine, whatever its fonts.
"""

from __future__ import annotations

import json
import textwrap
import unicodedata
from dataclasses import dataclass

import altair as alt
import vl_convert

LETTERS = 13  # the size of the letters; lengths are in the same units, pixels where a drawing is shown at its own size
SMALL, LINE = 10.5, 11
WIDTH, BESIDE = 340, 56  # a bar chart, which fits a phone, and what it keeps beside the bars for the values
NAME, GAP, BAR, STEP, HEADING, AXIS, UNIT = 14, 6, 14, 44, 26, 20, 14
COLUMN, ROW, HEAD = 27, 24, 22
NAME_WIDTH = 30  # of a row of a heat map, in characters, before it is broken
STRONGEST = 0.5  # of the colours of cells: a number in one is legible in light and dark


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
    axis = alt.Axis(title=title, titleAnchor="start", tickCount=4, labelExpr=label)
    scale = alt.Scale(domain=[0, 100]) if whole else alt.Scale(domainMin=0, nice=4)
    data = alt.Chart(alt.Data(values=placed))
    length = alt.X("value:Q", axis=axis, scale=scale)
    layers = [
        data.mark_rect().encode(x=length, x2=alt.datum(0), y=_at("from"), y2="to"),
        data.mark_text(align="left", baseline="alphabetic").encode(text="name:N", x=alt.value(0), y=_at("y")),
        data.mark_text(align="left", dx=5, baseline="middle", dy=BAR / 2).encode(
            text="written:N", x=length, y=_at("from")
        ),
    ]
    if headings:
        bold = alt.Chart(alt.Data(values=headings)).mark_text(align="left", baseline="alphabetic", fontWeight="bold")
        layers.append(bold.encode(text="name:N", x=alt.value(0), y=_at("y")))
    return _drawn(
        alt.layer(*layers), WIDTH - BESIDE, top, left=2, right=BESIDE - 2, bottom=AXIS + (UNIT if title else 0)
    )


def heat_map(rows: dict[str, str], columns: dict[str, str], counts: dict[tuple[str, str], int]) -> str:
    """Counts by row and column, whose names are given by id: the number in its cell, and the colour the stronger the more."""
    names = {id: textwrap.wrap(name, NAME_WIDTH) for id, name in rows.items()}
    left = max(_width(line) for lines in names.values() for line in lines) * SMALL + 10
    cells = [{"row": row, "column": column, "count": count} for (row, column), count in counts.items()]
    x = {"scale": alt.Scale(domain=list(columns), padding=0)}
    head, foot = (
        alt.X("column:N", axis=_axis(columns, orient=side, labelAngle=0, grid=side == "top"), **x)
        for side in ("top", "bottom")
    )
    broken = json.dumps([id for id, lines in names.items() if len(lines) > 1])
    raised = {"test": f"indexof({broken}, datum.value) >= 0", "value": -LINE / 2}
    lines = _axis(names, grid=True, labelLineHeight=LINE, labelOffset={"condition": raised, "value": 0})
    y = alt.Y("row:N", axis=lines, scale=alt.Scale(domain=list(rows), padding=0))
    shade = alt.Opacity("count:Q", legend=None, scale=alt.Scale(type="sqrt", domainMin=0, range=[0, STRONGEST]))
    data = alt.Chart(alt.Data(values=cells)).encode(y=y)
    layers = (
        data.mark_rect().encode(x=head, opacity=shade),
        data.mark_text(baseline="middle").encode(x=foot, text="count:Q"),
    )
    size = COLUMN * len(columns), ROW * len(rows)
    return _drawn(alt.layer(*layers).resolve_axis(x="independent"), *size, left=left, right=2, top=HEAD, bottom=HEAD)


def _axis(names: dict[str, object], **more: object) -> alt.Axis:
    """An axis of names given by id, with its lines, if any, between them."""
    return alt.Axis(title=None, labelExpr=_named(names), labelOverlap=False, tickBand="extent", **more)


def _named(names: dict[str, object]) -> str:
    """The name of what stands at a tick, as an expression of the charting library."""
    return f"{json.dumps(names, ensure_ascii=False)}[datum.value]"


def _at(field: str) -> alt.Y:
    """A height that is computed, not scaled."""
    return alt.Y(f"{field}:Q", scale=None, axis=None)


def _width(text: str) -> float:
    """The breadth of a text in units of its letters' size, well counted: a Chinese character is 1."""
    return sum(1 if unicodedata.east_asian_width(character) in "WF" else 0.56 for character in text)


def _theme() -> dict:
    """What all drawings have in common: the ink of the page, no frame, no ground; a style sheet colours the marks."""
    ink = {"fill": "currentColor"}
    labels = {"labelColor": "currentColor", "labelFontSize": SMALL, "labelLimit": 0, "labelPadding": 6}
    titles = {"titleColor": "currentColor", "titleFontSize": SMALL, "titleFontWeight": "normal", "titleLimit": 0}
    lines = {"gridColor": "currentColor", "gridOpacity": 0.15, "domain": False, "ticks": False}
    return {
        "background": None,
        "view": {"stroke": None},
        "axis": {**labels, **titles, **lines},
        "rect": ink,
        "text": {**ink, "fontSize": LETTERS},
    }


def _drawn(chart: alt.LayerChart, width: float, height: float, **around: float) -> str:
    padding = {side: around.get(side, 0) for side in ("left", "top", "right", "bottom")}
    sized = chart.properties(width=width, height=height, padding=padding, autosize=alt.AutoSizeParams(type="none"))
    return vl_convert.vegalite_to_svg({**sized.to_dict(), "config": _theme()})
