"""The markup inside a sentence."""

from edition import inline

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


def test_stray_markup_is_seen():
    """Markup that the edition does not know is found; known markup is not."""
    assert inline.stray_markup(SENTENCE) is None
    for text, stray in (("a *b*", "*"), ("[@Zhang]", "[@"), ("<b>", "<"), ("a_b", "_"), ("[^x]", "[^")):
        assert inline.stray_markup(text) == stray
