"""What the search is given: every word of the paper, the same places in both languages, traditional characters."""

import pytest

from edition.model import inline
from edition.search.index import search_index, search_more, traditional


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


def test_both_languages_have_the_same_places(edition):
    """Section by section and passage by passage the two indexes are as long, or counterparts would be wrong."""
    zh, en = (search_index(edition, language)["sections"] for language in ("zh", "en"))
    assert [section[:2] for section in zh] == [section[:2] for section in en]
    for chinese, english in list(zip(zh, en))[1:]:  # the abstracts differ in their sentences
        assert list(map(len, chinese[3])) == list(map(len, english[3]))
        assert [id for id, _ in chinese[4]] == [id for id, _ in english[4]]


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
