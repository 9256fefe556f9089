"""What the search is given: every word of the paper, the same places in both languages, traditional characters."""

import re

import pytest

from edition.model import inline
from edition.search.index import search_index, search_more, traditional
from shared import tied


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_is_in_the_index(edition, language):
    """Sentences and authors' notes stand in their sections, in order, without markup."""
    sections = {
        path: (paragraphs, more) for path, _, _, paragraphs, more in search_index(edition, language)["sections"]
    }
    for section in edition.sections:
        paragraphs, notes = sections[f"paper/{section.slug}/"]
        found = [*(sentence for paragraph in paragraphs for sentence in paragraph), *(text for _, text in notes)]
        assert found == [inline.plain(getattr(passage, language).text) for passage in section.passages]


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
    """A term stands at the same place in both languages; every editor's note is there with its page."""
    zh, en = (search_more(edition, language) for language in ("zh", "en"))
    assert len(zh["glossary"]) == len(en["glossary"]) == len(en["ids"]) == len(zh["ids"])
    assert en["glossary"][zh["glossary"].index("碳汇")] == "carbon sink"
    assert [note[:2] for note in zh["notes"]] == [note[:2] for note in en["notes"]]
    assert len(zh["notes"]) == len(edition.editors_notes)


def test_traditional_characters():
    """One traditional form stands as it is, several in brackets; what the text itself has is never replaced."""
    assert traditional("碳气") == "-氣" or traditional("气碳") == "氣-"
    assert traditional("发") == "(發髮)"
    assert "乾" not in traditional("干乾")
