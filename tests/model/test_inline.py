"""The markup inside a sentence."""

import pytest

from edition.model import inline

SENTENCE = "**（2）防灾。**美国已成为REDD+[^2]的捐助国之一[@wolosin2014]。"


def test_plain_text_has_no_marker():
    """Plain text is the words alone."""
    assert inline.plain(SENTENCE) == "（2）防灾。美国已成为REDD+的捐助国之一。"


def test_nothing_is_lost():
    """The tokens hold head, words, note and citation in order."""
    assert [(token.kind, token.value) for token in inline.tokens(SENTENCE)] == [
        ("head", "（2）防灾。"),
        ("text", "美国已成为REDD+"),
        ("note", "2"),
        ("text", "的捐助国之一"),
        ("citation", "wolosin2014"),
        ("text", "。"),
    ]


STRAY = [
    ("a *b*", "*"), ("[@Zhang]", "[@"), ("[^x]", "[^"), ("<b>", "<"), ("> a", ">"), ("a_b", "_"), ("a `b`", "`"),
    ("[In](https://x.y)", "]("), ("![In](x)", "]("), ("[In][x]", "]["), ("~~In~~", "~~"), ("\\In", "\\"),
    ("{#x} In", "{"), ("In}", "}"), ("In &amp;", "&amp;"), ("In &#38;", "&#38;"), ("- In", "- "), ("+ In", "+ "),
    ("# In", "# "), ("1. In", "1. "), ("1) In", "1) "), (SENTENCE, None), ("REDD+ [2018] - a + b, 1. (a) [b] 5 # C~D!", None),
]  # fmt: skip


@pytest.mark.parametrize("text, stray", STRAY)
def test_stray_markup_is_seen(text, stray):
    """Markup that the edition does not know is found; known markup, and signs that are none, are not."""
    assert inline.stray_markup(text) == stray
