"""Not one character of the Chinese differs from the source without a recorded row."""

import hashlib
from dataclasses import replace

import pytest

from edition.checks import collation
from shared import ROOT


def faults(edition):
    """What all rules of the collation say."""
    return [fault for rule in collation.RULES for fault in rule(edition)]


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


def test_the_source_is_what_it_was():
    """The text that all is collated with is never changed, whatever is mended in the edition."""
    digest = hashlib.sha256((ROOT / "docs/_data/source.txt").read_text("utf-8").encode()).hexdigest()
    assert digest == "d6e7d556e70cd9b8b740b82495ecf1a5fb37776c2be2011dc231e137dcf8adba"


def test_works_are_numbered_as_they_are_cited(edition):
    """Each is cited once, in the order of the list."""
    cited = [key for sentence in edition.sentences.values() for key in sentence.citations]
    assert cited == [reference.key for reference in edition.references]
