"""The numbers of a Chinese and of an English sentence as values that can be compared.

A quantity is a text: the value in plain digits, with % or a fraction stroke where there is one:
2 900亿 and 290 billion are both "290000000000", 24.5% is "24.5%", 1/3 and one third are "1/3".
万, 亿 and the thin-space thousands follow GB/T 15835-2011.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from num2words import num2words

HAN = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
HAN_MULTIPLES = {"十": 10, "百": 100, "千": 1000}
MULTIPLES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
WORDS = {num2words(number, to=form): number for form in ("cardinal", "ordinal") for number in range(100)}
MONTHS = "January February March April May June July August September October November December".split()
FRACTIONS = {"half": "1/2", "third": "1/3", "quarter": "1/4"}

CHINESE = re.compile(  # a decade, 2020年代 or 20世纪90年代, is a name, no number
    r"(?P<decade>(?:\d+世纪)?\d+年代)"
    r"|(?P<fraction>\d+/\d+)"
    r"|(?P<month>\d{1,2})月"
    r"|(?P<digits>\d{1,3}(?: \d{3})+|\d+(?:\.\d+)?)(?P<unit>%|[万亿])?"
    rf"|[第前](?P<han>[{''.join(HAN | HAN_MULTIPLES)}]+)"
)
ENGLISH = re.compile(  # and so is one such as “the 2020s”; May is a month, may is none
    r"(?P<decade>\d+s\b)"
    r"|(?P<fraction>\d+/\d+)"
    rf"|\b(?:one|a)[ -](?P<part>{'|'.join(FRACTIONS)})\b"
    r"|(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?P<unit>%|[ \u00a0](?:thousand|million|billion|trillion)\b)?"
    rf"|\b(?P<month>(?-i:{'|'.join(MONTHS)}))\b"
    rf"|\b(?P<word>{'|'.join(sorted(WORDS, key=len, reverse=True)).replace('-', '[ -]')})\b",
    re.IGNORECASE,
)


def chinese(text: str) -> set[str]:
    """The quantities that a Chinese sentence states in digits, or as 第六 or 前十五."""
    return {_chinese(match) for match in CHINESE.finditer(text) if not match["decade"]}


@lru_cache(maxsize=1024)  # a hundred words are tried at each place, and who edits asks again and again
def english(text: str, words: bool = True) -> frozenset[str]:
    """The quantities of an English sentence; without `words` only those in digits."""
    found = (match for match in ENGLISH.finditer(text) if not match["decade"])
    return frozenset(_english(match) for match in found if words or match["digits"] or match["fraction"])


def states(quantity: str, value: float) -> bool:
    """Whether a quantity as `chinese` and `english` give it is this value; a percentage counts as its number."""
    numerator, _, denominator = quantity.rstrip("%").removeprefix("month ").partition("/")
    return abs(float(numerator) / float(denominator or 1) - value) <= abs(value) / 1000


def conversions(text: str) -> str:
    """The Chinese numbers in 万 or 亿 with their values: 2 900亿 = 290,000,000,000; empty where there is none."""
    found = (match for match in CHINESE.finditer(text) if match["unit"] in ("万", "亿"))
    return "; ".join(f"{match[0]} = {Decimal(_value(match)):,}" for match in found)


def of_date(date: str) -> set[str]:
    """The quantities of an ISO date, or of the beginning of one: 2014-09 is 2014 and month 9."""
    year, *more = date.split("-")
    return {year, *(form.format(int(part)) for form, part in zip(("month {}", "{}"), more))}


def _chinese(match: re.Match) -> str:
    if match["month"]:
        return f"month {int(match['month'])}"
    return match["fraction"] or (str(_han(match["han"])) if match["han"] else _value(match))


def _english(match: re.Match) -> str:
    if match["month"]:
        return f"month {MONTHS.index(match['month']) + 1}"
    if match["part"]:
        return FRACTIONS[match["part"].lower()]
    word = (match["word"] or "").lower().replace(" ", "-")
    return match["fraction"] or (str(WORDS[word]) if word else _value(match))


def _han(text: str) -> int:
    """A number in Chinese characters below ten thousand: 六 is 6, 十一 is 11, 二十 is 20, 一百零五 is 105."""
    total = digit = 0
    for character in text:
        if character in HAN:
            digit = HAN[character]
        else:
            total, digit = total + (digit or 1) * HAN_MULTIPLES[character], 0
    return total + digit


def _value(match: re.Match) -> str:
    """Digits and unit as a plain decimal: 2 900 and 亿 as 290000000000, 24.50 and % as 24.5%."""
    unit = (match["unit"] or "").strip().lower()
    number = Decimal(re.sub("[ ,]", "", match["digits"])) * MULTIPLES.get(unit, 1)
    plain = f"{number:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) + ("%" if unit == "%" else "")
