"""What the search answers: judged queries, how it found what it shows, and words that are one word in several forms."""

import json
import shutil
import subprocess

import pytest

from edition.corpus.termbase import english_pattern
from shared import ROOT, cases

SCRIPTS = ROOT / "docs/assets/search"
JUDGED = [query for query in cases("search-queries") if not query.get("held_out")]
HOW = cases("search-answers")
RENDERED = {("zh", "气候变化"): "climate", ("en", "climate change"): "气候变化"}


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    """The folder of the search scripts, as modules for Node."""
    folder = tmp_path_factory.mktemp("search")
    for path in SCRIPTS.glob("*.js"):
        shutil.copy(path, folder)
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder


@pytest.fixture(scope="module")
def answers(site, scripts):
    """The answers to all queries, by page and query."""
    found = {}
    for page in ("zh", "en"):
        queries = [query["q"] for query in [*JUDGED, *HOW] if query["page"] == page]
        queries += [query for one, query in RENDERED if one == page]
        command = ["node", str(ROOT / "tests/search/answers.mjs"), str(scripts), str(site), page]
        done = subprocess.run(command, input=json.dumps(queries), capture_output=True, text=True, check=True)
        found |= {(page, query): answer for query, answer in zip(queries, json.loads(done.stdout))}
    return found


def sections(answer):
    """The sections that an answer leads to, as the judged queries name them; those of the other language if the page's
    has none."""
    rows = answer["rows"] or answer["other"]["rows"]
    return [row["path"].removeprefix("paper/").rstrip("/") or "index" for row in rows]


def expected(query):
    """A judged query as a case of a test; one that the search is known to miss has to be missed still, or be no such case."""
    marks = [pytest.mark.xfail(strict=True, reason="others come first")] if query.get("missed") else []
    return pytest.param(query, id=query["q"], marks=marks)


@pytest.mark.parametrize("query", [expected(query) for query in JUDGED])
def test_a_right_section_comes_first(answers, query):
    """Of the queries that the search is tuned to; what is not in the paper finds nothing."""
    found = sections(answers[query["page"], query["q"]])
    right = [*query["first"], *query.get("three", [])]
    assert (found[0] in right) if right else found == []


@pytest.mark.parametrize("case", HOW, ids=lambda case: case["q"])
def test_it_says_how_it_was_found(answers, case):
    """Through another word, by a word's beginning, or only in part; and what is marked."""
    answer = answers[case["page"], case["q"]]
    said = {key: answer[key] for key in ("through", "begins", "partly") if answer.get(key)}
    assert said == {key: case[key] for key in ("through", "begins", "partly") if key in case}
    sentence = answer["rows"][0]["sentences"][0]
    assert [sentence["text"][start:end] for start, end in sentence["marks"]] == case["marks"]
    other = answer["rows"][0]["counterpart"]
    assert [other["text"][start:end] for start, end in other["marks"]] == case["other"]


@pytest.mark.parametrize("asked", RENDERED)
def test_the_counterpart_shows_the_words(answers, asked):
    """What renders the words that were searched for is marked in each counterpart, though works that are cited have the
    words themselves."""
    rows = [row for row in answers[asked]["rows"] if row.get("counterpart") and row["path"] != "paper/references/"]
    assert len(rows) > 9
    for text, (start, end) in ((row["counterpart"]["text"], row["counterpart"]["marks"][0]) for row in rows):
        assert RENDERED[asked] in text[start:end].lower()


def test_inflections_are_the_same_in_both_languages_of_code(scripts):
    """What counts as a form of a word when terms are looked for, in Python, does so when readers search, in JavaScript."""
    rows = cases("inflections")
    program = """import { fold, pattern } from "./search-fold.js";
        const found = ({ word, text }) => pattern("whole", fold(word).folded).test(fold(text).folded);
        console.log(JSON.stringify(JSON.parse(process.argv[1]).map(found)));"""
    command = ["node", "--input-type=module", "--eval", program, json.dumps(rows)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=scripts)
    assert json.loads(done.stdout) == [row["search"] for row in rows]
    assert [bool(english_pattern(row["word"]).search(row["text"])) for row in rows] == [row["terms"] for row in rows]
