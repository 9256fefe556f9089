"""What has to be true of the text: its sentences, their markup, their notes and their numbers in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.corpus.edition import Edition
from edition.faults import Fault
from edition.model import inline, numerals


def markup_is_known(edition: Edition) -> Iterator[Fault]:
    """A sentence has no markup but a run-in head, citations and notes; a heading has none."""
    lines = [line for sentence in edition.passages.values() for line in (sentence.zh, sentence.en)]
    headings = [line for section in edition.sections for line in (section.zh.title, section.en.title)]
    for line in lines + headings:
        stray = inline.stray_markup(line.text)
        if stray:
            yield line.fault(f"“{stray}” is no markup of the edition; **head**, [@key2019] and [^1] are")


def sentences_end(edition: Edition) -> Iterator[Fault]:
    """A line ends as a sentence ends, or with a semicolon."""
    for sentence in edition.sentences.values():
        chinese, english = (sentence.zh, r"[。！？；]”?$", "。！？；"), (sentence.en, r"[.!?;:]”?$", ". ! ? ;")
        for line, ending, marks in (chinese, english):
            if not re.search(ending, line.plain):
                yield line.fault(f"ends with “{line.text[-3:]}”; a line is a sentence and ends with one of {marks}")


MOST = 12  # docs/assets/reading/both.css knows as many sentences of a paragraph by their number


def paragraphs_are_not_too_long(edition: Edition) -> Iterator[Fault]:
    """A paragraph has no more sentences than the view of both languages can set beneath each other."""
    for paragraph in edition.paragraphs:
        for sentence in paragraph.sentences[MOST : MOST + 1]:
            remedy = (
                "divide it, or extend --nth in docs/assets/reading/both.css and MOST in scripts/edition/checks/text.py"
            )
            yield sentence.zh.fault(f"the sentence {MOST + 1} of its paragraph, which may have {MOST}; {remedy}")


def sections_have_their_section(edition: Edition) -> Iterator[Fault]:
    """A section 7.1 stands under a section 7."""
    numbers = {section.number for section in edition.sections}
    for section in edition.sections:
        above, dot, _ = section.number.rpartition(".")
        if dot and above not in numbers:
            message = f"{section.number} has no section {above}; add it, or number this one otherwise"
            yield section.zh.title.fault(message)


def notes_are_anchored(edition: Edition) -> Iterator[Fault]:
    """An authors' note has one anchor in its section, and an anchor has a note."""
    for section in edition.sections:
        anchors = [note for sentence in section.sentences for note in sentence.notes]
        for note in section.notes:
            if (count := anchors.count(note.id)) != 1:
                message = f"note {note.id} has {count} anchors in its section; one [^{note.id[1:]}] is right"
                yield note.zh.fault(message)
        known = {note.id for note in section.notes}
        for sentence in section.sentences:
            for label in (id[1:] for id in sentence.notes if id not in known):
                yield sentence.zh.fault(f"[^{label}] has no note; add a line “[^{label}]: …” at the end of the file")


def numbers_agree(edition: Edition) -> Iterator[Fault]:
    """Every number of a Chinese sentence is in its English one, and every figure of the English in the Chinese."""
    for sentence in edition.passages.values():
        zh, en = sentence.zh.plain, sentence.en.plain
        for number in sorted(numerals.chinese(zh) - numerals.english(en)):
            yield sentence.en.fault(f"{number} is missing; {sentence.zh.path}:{sentence.zh.number} has it")
        for number in sorted(numerals.english(en, words=False) - numerals.chinese(zh)):
            yield sentence.en.fault(f"{number} is not in the Chinese, {sentence.zh.path}:{sentence.zh.number}")


def translations_are_current(edition: Edition) -> Iterator[Fault]:
    """An English section renders the Chinese as it now stands."""
    for section in edition.sections:
        if section.en.renders != section.zh.digest:
            found = f"“renders: {section.en.renders}”, but {section.zh.path} is now {section.zh.digest}"
            yield Fault(section.en.path, 1, f"{found}; revise the translation, then run: make current")
