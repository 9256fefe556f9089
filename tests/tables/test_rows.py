"""The tables say what the text says: counted here by other means than theirs."""

import csv
import io
import json
import re

import pytest
import yaml

import build_tables
from edition.tables.rows import TABLES
from shared import ROOT, cases, tied


def chinese_text():
    """All sentences and authors' notes in Chinese, markup stripped, read straight from the files."""
    return "\n".join(zh for id, (zh, _) in tied() if not id.startswith("abstract"))


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The folder with every table as CSV and JSON."""
    folder = tmp_path_factory.mktemp("tables")
    assert build_tables.main(["--out", str(folder)]) == 0
    return folder


def rows(exported, name):
    """A table from its JSON file."""
    return json.loads((exported / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("occurrences"), ids=lambda case: case["id"])
def test_occurrences_as_counted_by_hand(exported, case):
    """A term or name occurs as often as its words do, less those inside other words."""
    text = chinese_text()
    expected = sum(map(text.count, case["words"])) - sum(map(text.count, case.get("less", [])))
    [row] = [row for name in ("terms", "names") for row in rows(exported, name) if row["id"] == case["id"]]
    assert row["count_zh"] == len(row["concordance"]) == expected


def test_concordance_lines_stand_in_their_sentences(exported, edition):
    """Every line of a concordance is a piece of the sentence that it names, in both languages."""
    for name in ("terms", "names"):
        for row in rows(exported, name):
            for line in row["concordance"]:
                sentence = edition.passages[line["at"]]
                for language in ("zh", "en"):
                    context = line[language]
                    piece = (context["before"] + context["word"] + context["after"]).strip("…")
                    assert piece in re.sub(r"\*\*|\[[@^]\w+\]", "", sentence[language].text)


def test_every_entry_is_a_row(exported):
    """Terms, names, figures, dates, references and notes are all in their tables, once."""
    data = {
        name: yaml.safe_load((ROOT / f"docs/_data/{name}.yml").read_text(encoding="utf-8"))
        for name in ("terms", "names", "numbers", "references", "notes")
    }
    expected = {
        "terms": [entry["id"] for entry in data["terms"]],
        "names": [entry["id"] for entry in data["names"]],
        "numbers": [entry["id"] for entry in data["numbers"]["statistics"]],
        "timeline": [entry["id"] for entry in data["numbers"]["events"]],
        "citations": [entry["key"] for entry in data["references"]],
        "notes": ["n1", "n2", "n3", *(entry["id"] for entry in data["notes"])],
    }
    for name, ids in expected.items():
        assert sorted(row["id"] for row in rows(exported, name)) == sorted(ids)


def test_totals_of_the_sections(exported):
    """The sections add up to the whole: 41 paragraphs, 6 citations, 3 authors' notes, and the characters of the files."""
    table = rows(exported, "sections")
    total = {key: sum(row[key] for row in table) for key in ("paragraphs", "citations", "authors_notes", "characters")}
    characters = sum(len(re.sub(r"\s", "", zh)) for id, (zh, _) in tied() if id.startswith("p"))
    assert total == {"paragraphs": 41, "citations": 6, "authors_notes": 3, "characters": characters}


def test_conversions(exported):
    """万 and 亿 are written out."""
    conversions = {row["conversion"] for row in rows(exported, "numbers")} - {""}
    assert {"2 900亿 = 290,000,000,000", "101.29亿 = 10,129,000,000", "6 000万 = 60,000,000"} <= conversions


def test_rejoined_paragraphs(exported):
    """The thirteen certain breaks of the body and the inferred one are rows of the emendations."""
    breaks = [row for row in rows(exported, "emendations") if row["id"].startswith("A1-")]
    assert len(breaks) == 14
    assert {"source_line": "80/82"}.items() <= next(row for row in breaks if row["id"] == "A1-80").items()


@pytest.mark.parametrize("name", TABLES)
def test_csv_opens_in_a_spreadsheet(exported, name):
    """A CSV file has a byte order mark, a header, and as many rows as the JSON beside it."""
    raw = (exported / f"{name}.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert [row["id"] for row in read] == [row["id"] for row in rows(exported, name)]
