"""The picture that stands for the edition where its address is shared: every sentence of the paper, drawn to scale.

Chinese grows up from the middle and English down, a bar a sentence, a gap a section. It is made of the data alone and
has no words, so that it needs no font and is the same on every machine.
"""

from __future__ import annotations

from functools import lru_cache

import vl_convert

from edition.corpus.edition import Edition

SIZE = (600, 315)  # the shape that those who show such cards expect
MARGIN = 30
PAPER, CHINESE, ENGLISH = "#fdfcf9", "#a3341f", "#0b5a6e"
GAP = 2  # bars


def card_svg(edition: Edition) -> str:
    """The picture as SVG."""
    bars = list(_bars(edition))
    step = (SIZE[0] - 2 * MARGIN) / max(1, bars[-1][0])
    tallest = {side: max(bar[side] for bar in bars) for side in (1, 2)}
    half = SIZE[1] / 2 - MARGIN
    drawn = [_rectangle(0, 0, *SIZE, PAPER)]
    for place, chinese, english in bars:
        x, up, down = MARGIN + place * step, half * chinese / tallest[1], half * english / tallest[2]
        drawn.append(_rectangle(x, SIZE[1] / 2 - 1.5 - up, step * 0.7, up, CHINESE))
        drawn.append(_rectangle(x, SIZE[1] / 2 + 1.5, step * 0.7, down, ENGLISH))
    size = f'width="{SIZE[0]}" height="{SIZE[1]}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


def card_png(edition: Edition) -> bytes:
    """The picture as PNG."""
    return _png(card_svg(edition))


@lru_cache(maxsize=2)
def _png(svg: str) -> bytes:
    """The drawing as pixels; kept, as drawing.py keeps its charts."""
    return vl_convert.svg_to_png(svg)


def _bars(edition: Edition):
    """Each sentence as its place along the picture, counted in bars, and its length in Chinese and in English."""
    place = 0
    for section in edition.sections:
        for sentence in section.sentences:
            yield place, len(sentence.zh.plain), len(sentence.en.plain)
            place += 1
        place += GAP if section.paragraphs else 0


def _rectangle(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}" />'
