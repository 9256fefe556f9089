"""Figures as readers write them out: 72% as 百分之七十二 and as “seventy-two per cent”."""

from __future__ import annotations

import re
from collections.abc import Iterator

import cn2an
from num2words import num2words

from edition.model.numerals import CHINESE, ENGLISH

BETWEEN_DIGITS = re.compile("[ ,]")
LEAST = 20  # without a unit, smaller numbers stand for too many things


def written_out(zh: str, en: str) -> tuple[dict[str, str], list[str]] | None:
    """The figure of a Chinese and an English phrase as each writes it, and how else readers may write it in either
    language: ("高达1/3", "as much as one third") gives {"zh": "1/3", "en": "one third"} and ["三分之一", "a third"]. None
    where a phrase has no figure, or a small number without a unit.
    """
    chinese, english = CHINESE.search(zh), ENGLISH.search(en)
    if not (chinese and english and (_is_large(chinese) or chinese["fraction"])):
        return None
    return {"zh": chinese[0], "en": english[0]}, [*_chinese(chinese), *_english(english)]


def _is_large(match: re.Match) -> bool:
    return bool(match["digits"]) and (bool(match["unit"]) or float(_digits(match)) >= LEAST)


def _digits(match: re.Match) -> str:
    return BETWEEN_DIGITS.sub("", match["digits"])


def _chinese(match: re.Match) -> Iterator[str]:
    if match["fraction"]:
        part, whole = map(_numeral, match["fraction"].split("/"))
        yield f"{whole}分之{part}"
    elif match["unit"] == "%":
        yield f"百分之{_numeral(_digits(match))}"
    else:
        number = _numeral(_digits(match)) + (match["unit"] or "")
        yield from dict.fromkeys((number, re.sub("^二(?=[千百])", "两", number)))


def _numeral(digits: str) -> str:
    """A number in Chinese characters as it is spoken: 10 is 十, not 一十."""
    return re.sub("^一十", "十", cn2an.an2cn(digits))


def _english(match: re.Match) -> Iterator[str]:
    if match["part"]:
        yield f"a {match['part'].lower()}"
    elif match["digits"]:
        number, unit = num2words(_digits(match)), match["unit"] or ""
        yield from (f"{number} {word}" for word in ("percent", "per cent")) if unit == "%" else (number + unit,)
