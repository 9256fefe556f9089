"""The programs hold no fact of a paper: another one, small and invented, comes out of them whole and says nothing of ours."""

import json
import re
import zipfile

import pytest
from jsonschema import Draft202012Validator

import check
from shared import page_tree, tied, without_marks

OURS = re.compile("一带一路|气候|张建平|中国科学院|Belt and Road|climate|Zhang Jianping|1000-3045", re.IGNORECASE)
HOMES = {"zh": "", "en": "en/"}
LANGUAGES = pytest.mark.parametrize("language", HOMES)


def page(site, language, path):
    """A page of the site as a tree."""
    return page_tree(site / HOMES[language] / path / "index.html")


def test_every_rule_holds(small, capsys):
    """The rules are of any paper."""
    status = check.main(small)
    assert (status, capsys.readouterr().err) == (0, "")


def test_nothing_of_our_paper_is_in_its_site(small_site):
    """No page, index, table or file names our paper, its authors or its subject."""
    files = [
        path
        for path in small_site.rglob("*")
        if path.suffix in {".html", ".json", ".xml", ".txt", ".csv", ".tmx", ".tbx"}
    ]
    assert len(files) > 40
    assert [path.name for path in files if OURS.search(path.read_text(encoding="utf-8"))] == []
    for path in small_site.glob("downloads/*.epub"):
        with zipfile.ZipFile(path) as book:
            assert [name for name in book.namelist() if OURS.search(book.read(name).decode("utf-8", "ignore"))] == []


@LANGUAGES
def test_every_sentence_is_in_its_place(small, small_site, language):
    """The whole paper on one page has the sentences of its files, in their order, under their addresses."""
    wanted = [(id, pair[language == "en"]) for id, pair in tied(small) if id.startswith("p")]
    tree = page(small_site, language, "paper/full")
    sentences = tree.select(".sentence[id]")
    assert [one["id"] for one in sentences] == [id for id, _ in wanted]
    for one, (_, words) in zip(sentences, wanted):
        assert words.replace(" ", "") in without_marks(one).replace(" ", "").replace("\n", "")


@LANGUAGES
def test_a_section_of_two_digits(small_site, language):
    """Section 1.10 stands under 1, after it, with its number."""
    assert page(small_site, language, "paper/1-10-winter").h1.text.startswith("1.10 ")
    numbers = [row.td.text.strip() for row in page(small_site, language, "tables/sections").select("tbody tr")]
    assert numbers == ["", "1", "1.10"]


@LANGUAGES
def test_its_own_charts(small_site, language):
    """The one chart that its data ask for is drawn, with its shares and their sum."""
    [chart] = page(small_site, language, "tables/numbers").select("figure.chart")
    assert chart["id"] == "chart-nectar" and "92%" in chart.figcaption.text
    drawn = [text.text for text in chart.select("svg .role-mark text")]
    assert [words for words in drawn if words.endswith("%")] == ["72%", "20%"]


def test_its_data_are_valid(small_site):
    """paper.json follows the schema that stands beside it."""
    paper, schema = (
        json.loads((small_site / name).read_text(encoding="utf-8")) for name in ("paper.json", "paper.schema.json")
    )
    assert [error.message for error in Draft202012Validator(schema).iter_errors(paper)] == []
    assert [section["number"] for section in paper["sections"]] == ["0", "1", "1.10"]
