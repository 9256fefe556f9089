"""Not one character of the Chinese differs from the source without a recorded row."""

import csv
import re
from dataclasses import replace

import pytest

from edition.checks import collation
from edition.model import inline
from shared import ROOT


def faults(edition):
    """What all rules of the collation say."""
    return [fault for rule in collation.RULES for fault in rule(edition)]


HAN = re.compile(r"[\u4e00-\u9fff]")
LETTERS_AND_DIGITS = re.compile(r"[A-Za-z0-9]")


def test_source_with_rows_is_the_edition(edition):
    """The recorded differences applied to the source give the edition, nothing left over on either side."""
    assert list(faults(edition)) == []


def changed(edition, position):
    """The edition with one character of one paragraph replaced."""
    section = next(s for s in edition.sections for p in s.paragraphs if p.number == position)
    paragraph = next(p for p in section.paragraphs if p.number == position)
    sentence = paragraph.sentences[-1]
    middle = len(sentence.zh.text) // 2
    text = sentence.zh.text[:middle] + "某" + sentence.zh.text[middle + 1 :]
    sentences = (*paragraph.sentences[:-1], replace(sentence, zh=replace(sentence.zh, text=text)))
    paragraphs = tuple(replace(p, sentences=sentences) if p is paragraph else p for p in section.paragraphs)
    sections = tuple(replace(s, paragraphs=paragraphs) if s is section else s for s in edition.sections)
    return replace(edition, sections=sections), sentence.zh


@pytest.mark.parametrize("position", range(1, 42))
def test_one_changed_character_is_found(edition, position):
    """A single other character in any paragraph is a fault at its line."""
    broken, line = changed(edition, position)
    assert [(fault.path, fault.line) for fault in faults(broken)] == [(line.path, line.number)]


@pytest.mark.parametrize("part", ["readings", "structure", "typography"])
def test_every_row_is_needed(edition, part):
    """Without any one of the rows that change characters the source no longer gives the edition."""
    rows = getattr(edition.emendations, part)
    for row in rows:
        if part == "structure" and not row.change:
            continue
        fewer = edition.emendations.model_copy(update={part: [other for other in rows if other is not row]})
        assert list(faults(replace(edition, emendations=fewer))), row.id


def test_counts_made_by_hand_of_the_source(edition):
    """Each section has the characters that were counted in the source before there was an edition (less one 去, C1)."""
    with open(ROOT / "tests/cases/sections.csv", encoding="utf-8") as file:
        expected = {
            row["number"]: [int(row[key]) for key in ("paragraphs", "han", "letters_and_digits")]
            for row in csv.DictReader(file)
        }
    expected["1.3"][1] -= 1
    for section in edition.sections:
        text = "".join(inline.plain(s.zh.text) for p in section.paragraphs for s in p.sentences)
        found = [len(section.paragraphs), len(HAN.findall(text)), len(LETTERS_AND_DIGITS.findall(text))]
        assert found == expected[section.number], section.number


def test_shape_of_the_paper(edition):
    """17 sections, 41 paragraphs, 3 authors' notes, 6 references cited once each, in order."""
    cited = [key for sentence in edition.sentences.values() for key in sentence.citations]
    assert (len(edition.sections), len(edition.paragraphs), len(edition.notes)) == (17, 41, 3)
    assert cited == [reference.key for reference in edition.references]
    assert len(cited) == 6
