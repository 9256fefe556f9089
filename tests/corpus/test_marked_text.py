"""A text cut where editor's notes stand."""

import pytest

from edition.corpus.marked_text import anchors, cut, phrases
from edition.corpus.termbase import Occurrence
from edition.model import inline
from edition.model.records import Both, EditorsNote

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
    return EditorsNote(id=id, kind="fact", at="p1s1", phrase=words, note=words, basis="inference")


@pytest.mark.parametrize("phrases, shown", CASES)
def test_every_note_follows_its_words(phrases, shown):
    """A mark stands where the words of its note end, and no note is without one."""
    notes = [note(id, phrase) for id, phrase in phrases.items()]
    pieces = cut(inline.tokens(TEXT), anchors(notes, TEXT, "zh"))
    assert "".join(SHOWN[piece.kind].format(piece.value) for piece in pieces) == shown


TITLES = [  # the words that a title mentions, and its parts
    ("日本应对气候变化国际合作", ["应对气候变化"], "日本/应对气候变化/国际合作"),
    ("“一带一路”共建国家", ["一带一路", "共建国家"], "“一带一路”/共建国家"),
    ("减缓气候变化的诉求与合作", ["减缓气候变化", "合作"], "减缓气候变化的/诉求与合作"),
    ("国际气候谈判与战略规划对接", ["气候谈判", "战略规划"], "国际/气候谈判/与战略规划/对接"),
    ("低碳技术、贸易", ["低碳技术", "贸易"], "低碳技术、/贸易"),
    ("引言", ["引言"], "引言"),
    ("论“合作”", ["合作"], "论“合作”"),
]


@pytest.mark.parametrize("title, words, parts", TITLES)
def test_a_title_is_broken_between_words(title, words, parts):
    """A line may end where a word of the field begins or ends, if no mark and no particle is parted from its word."""
    found = [Occurrence(title.index(word), title.index(word) + len(word), word) for word in words]
    assert "/".join(phrases(title, found)) == parts
