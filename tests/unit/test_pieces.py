"""A text cut where editor's notes stand."""

import pytest

from edition import inline
from edition.pieces import anchors, cut
from edition.records import Both, EditorsNote

TEXT = "已签署200多份[@a2020]协议。"
CASES = [
    ({}, "已签署200多份[a2020]协议。"),
    ({"one": "200多份"}, "已签署200多份{one}[a2020]协议。"),
    ({"one": "200多份", "two": "多份"}, "已签署200多份{one}{two}[a2020]协议。"),  # both end at the same place
    ({"one": "200", "two": "协议"}, "已签署200{one}多份[a2020]协议{two}。"),
]
SHOWN = {"text": "{}", "citation": "[{}]", "editor": "{{{}}}"}


def note(id, phrase):
    """An editor's note on these words."""
    words = Both(zh=phrase, en="-")
    return EditorsNote(id=id, anomaly="-", kind="fact", at="p1s1", phrase=words, note=words, basis="inference")


@pytest.mark.parametrize("phrases, shown", CASES)
def test_every_note_follows_its_words(phrases, shown):
    """A mark stands where the words of its note end, and no note is without one."""
    notes = [note(id, phrase) for id, phrase in phrases.items()]
    pieces = cut(inline.tokens(TEXT), anchors(notes, TEXT, "zh"))
    assert "".join(SHOWN[piece.kind].format(piece.value) for piece in pieces) == shown
