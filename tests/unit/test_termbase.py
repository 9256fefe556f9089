"""Terms in a sentence, longest match first."""

import pytest

from edition.records import Term
from edition.termbase import Termbase
from shared import cases

CASES = cases("terms")
TERMBASE = Termbase([Term(**term) for term in CASES["terms"]])


@pytest.mark.parametrize("text, ids", CASES["chinese"])
def test_chinese(text, ids):
    """The longest form at a place is the term."""
    assert [found.id for found in TERMBASE.chinese(text)] == ids


@pytest.mark.parametrize("text, id, count", CASES["english"])
def test_english(text, id, count):
    """A rendering is found in any case, plural or hyphenated, but only as whole words."""
    assert len(TERMBASE.english(text, id)) == count


def test_no_terms():
    """A list without terms finds nothing."""
    assert Termbase([]).chinese("中国") == []
