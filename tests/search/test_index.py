"""What the search is given: every word of the paper, the same places in both languages, traditional characters."""

import re

import pytest

from edition.search.figures import written_out
from edition.search.index import search_index, search_more, traditional
from shared import tied


def test_what_stands_under_an_id_is_a_pair(edition):
    """Every passage of the two indexes, by the path of its page and its id, is what text and data tie: no more on one
    side, and the words of one line or one entry."""
    zh, en = (_passages(search_index(edition, language)) for language in ("zh", "en"))
    assert zh.keys() == en.keys()
    found = {id: (zh[path, id], en[path, id]) for path, id in zh if re.match(r"p\d|n\d|abstract", id)}
    assert found == dict(tied())


def _passages(index):
    """The texts of an index by page and id."""
    passages, number = {}, 0
    for path, _, _, paragraphs, more in index["sections"]:
        for sentences in paragraphs:
            number += 1
            passages |= {(path, f"p{number}s{k}"): text for k, text in enumerate(sentences, 1)}
        passages |= {(path, id): text for id, text in more}
    return passages


def test_the_rest_of_the_paper_is_in_the_index(edition):
    """Title, authors, keywords, references, biographies."""
    whole = str(search_index(edition, "zh")["sections"]) + str(search_more(edition, "zh"))
    for words in (
        edition.paper.title.zh,
        "张建平",
        "ZHANG Jianping",
        edition.paper.doi,
        "碳减排",
        "东南亚纵横",
        "博士生导师",
    ):
        assert words in whole


def test_terms_and_notes_are_tied(edition):
    """A term stands at the same place in both languages, with its aliases, figures after terms and names; every editor's
    note is there with its page."""
    zh, en = (search_more(edition, language) for language in ("zh", "en"))
    assert len({len(more[key]) for more in (zh, en) for key in ("glossary", "aliases")}) == 1
    assert len(zh["ids"]) == len(en["ids"]) == len(edition.terms) + len(edition.names)
    assert en["glossary"][zh["glossary"].index("碳汇")] == "carbon sink"
    assert "South Korea" in en["aliases"][en["glossary"].index("Korea|Republic of Korea")].split("|")
    assert "南韩" in zh["aliases"][zh["glossary"].index("韩国")].split("|")
    assert zh["aliases"][zh["glossary"].index("72%")] == "百分之七十二"
    assert [note[:2] for note in zh["notes"]] == [note[:2] for note in en["notes"]]
    assert len(zh["notes"]) == len(edition.editors_notes)


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("高达1/3", "as much as one third", ("1/3", "one third", ["三分之一", "a third"])),
        ("10%", "10%", ("10%", "10%", ["百分之十", "ten percent", "ten per cent"])),
        (
            "约为2 900亿元人民币",
            "about RMB 290 billion",
            ("2 900亿", "290 billion", ["二千九百亿", "两千九百亿", "two hundred and ninety billion"]),
        ),
        ("186吨标煤", "186 tonnes", ("186", "186", ["一百八十六", "one hundred and eighty-six"])),
        ("10个国家", "ten countries", None),
        ("半数以上", "more than half", None),
    ],
)
def test_figures_are_written_out(zh, en, found):
    """As readers say them, in both languages; not small numbers, which stand for too many things."""
    figure = written_out(zh, en)
    assert figure == (found and ({"zh": found[0], "en": found[1]}, found[2]))


def test_traditional_characters():
    """One traditional form stands as it is, several in brackets; what the text itself has is never replaced."""
    assert traditional("碳气") == "-氣" or traditional("气碳") == "氣-"
    assert traditional("发") == "(發髮)"
    assert "乾" not in traditional("干乾")
