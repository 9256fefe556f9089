"""Numbers of a sentence as values that can be compared across the two languages."""

import pytest

from edition.model import numerals
from shared import cases

CASES = cases("numbers")


@pytest.mark.parametrize("text, quantities", CASES["chinese"])
def test_chinese(text, quantities):
    """万, 亿, %, months, fractions, thin-space thousands and ordinals are understood."""
    assert numerals.chinese(text) == set(quantities)


@pytest.mark.parametrize("text, quantities", CASES["english"])
def test_english(text, quantities):
    """Million, billion, %, months, fractions, commas, number words and ordinals are understood."""
    assert numerals.english(text) == set(quantities)


def test_english_figures_alone():
    """Without words only figures count: they may not appear from nowhere, “one” and “first” may."""
    assert numerals.english("one of the first 21 funds", words=False) == {"21"}


@pytest.mark.parametrize("date, quantities", CASES["dates"])
def test_dates(date, quantities):
    """A date has the quantities that it says, cut as it is."""
    assert numerals.of_date(date) == set(quantities)


@pytest.mark.parametrize("text, written", CASES["conversions"])
def test_conversions(text, written):
    """Each number in 万 or 亿 is written out, with its decimals."""
    assert numerals.conversions(text) == written
