"""Terms in a sentence, longest match first."""

import pytest

from edition.corpus.termbase import Termbase
from edition.model.records import Name, Term
from shared import cases

CASES = cases("terms")
TERMBASE = Termbase([*(Term(**term) for term in CASES["terms"]), *(Name(**name) for name in CASES["names"])])


@pytest.mark.parametrize("text, ids", CASES["chinese"])
def test_chinese(text, ids):
    """The longest form at a place is the term."""
    assert [found.id for found in TERMBASE.chinese(text)] == ids


@pytest.mark.parametrize("text, ids", CASES["chinese_in_longer_words"])
def test_chinese_in_longer_words(text, ids):
    """A name is found in the longer words that hold it, and each time once."""
    assert [found.id for found in TERMBASE.all_chinese(text)] == ids


@pytest.mark.parametrize("text, id, count", CASES["english"])
def test_english(text, id, count):
    """A rendering is found in any case, plural or hyphenated, but only as whole words."""
    assert len(TERMBASE.english(text, id)) == count


def test_no_terms():
    """A list without terms finds nothing."""
    assert Termbase([]).chinese("中国") == []
