"""What has to be true of the whole edition. A rule is a function; its docstring is the rule in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import collation, inline, numerals
from .edition import Edition
from .faults import Fault
from .records import EditorsNote, Term
from .termbase import Termbase, english_pattern


def faults(edition: Edition) -> Iterator[Fault]:
    """Every violation of every rule."""
    for rule in RULES:
        yield from rule(edition)


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
        for line, ending, marks in ((sentence.zh, r"[。！？；]”?$", "。！？；"), (sentence.en, r"[.!?;:]”?$", ". ! ? ;")):
            if not re.search(ending, inline.plain(line.text)):
                yield line.fault(f"ends with “{line.text[-3:]}”; a line is a sentence and ends with one of {marks}")


def citations_resolve(edition: Edition) -> Iterator[Fault]:
    """A citation names a reference, and every reference is cited."""
    known = [reference.key for reference in edition.references]
    cited = {key for sentence in edition.passages.values() for key in sentence.citations}
    for sentence in edition.passages.values():
        for key in sentence.citations:
            if key not in known:
                yield sentence.zh.fault(f"[@{key}] is no reference; known are {', '.join(known)}")
    for index, key in enumerate(known):
        if key not in cited:
            yield edition.fault("references.yml", (index, "key"), f"{key} is cited nowhere; cite it as [@{key}] or remove it")
        if known.count(key) > 1:
            yield edition.fault("references.yml", (index, "key"), f"{key} is here {known.count(key)} times; keys are unique")


def notes_are_anchored(edition: Edition) -> Iterator[Fault]:
    """An authors' note has one anchor in its section, and an anchor has a note."""
    for section in edition.sections:
        sentences = [sentence for paragraph in section.paragraphs for sentence in paragraph.sentences]
        anchors = [note for sentence in sentences for note in sentence.notes]
        for note in section.notes:
            if anchors.count(note.id) != 1:
                yield note.zh.fault(f"note {note.id} has {anchors.count(note.id)} anchors in its section; one [^{note.id[1:]}] is right")
        known = {note.id for note in section.notes}
        for sentence in sentences:
            for id in sentence.notes:
                if id not in known:
                    yield sentence.zh.fault(f"[^{id[1:]}] has no note; add a line “[^{id[1:]}]: …” at the end of the file")


def numbers_agree(edition: Edition) -> Iterator[Fault]:
    """Every number of a Chinese sentence is in its English one, and every figure of the English in the Chinese."""
    for sentence in edition.passages.values():
        zh, en = inline.plain(sentence.zh.text), inline.plain(sentence.en.text)
        for number in sorted(numerals.chinese(zh) - numerals.english(en)):
            yield sentence.en.fault(f"{number} is missing; {sentence.zh.path}:{sentence.zh.number} has it")
        for number in sorted(numerals.english(en, words=False) - numerals.chinese(zh)):
            yield sentence.en.fault(f"{number} is not in the Chinese, {sentence.zh.path}:{sentence.zh.number}")


def translations_are_current(edition: Edition) -> Iterator[Fault]:
    """An English section renders the Chinese as it now stands."""
    for section in edition.sections:
        if section.en.renders != section.zh.digest:
            yield Fault(
                section.en.path,
                1,
                f"“renders: {section.en.renders}”, but {section.zh.path} is now {section.zh.digest};"
                " revise the translation, then run: make current",
            )


def terms_are_rendered(edition: Edition) -> Iterator[Fault]:
    """A sentence renders a term as terms.yml says, or its exception is recorded with a reason."""
    termbase = Termbase(edition.terms)
    terms = {term.id: term for term in edition.terms}
    for sentence in edition.passages.values():
        for id in sorted({found.id for found in termbase.chinese(inline.plain(sentence.zh.text))}):
            excepted = any(exception.at == sentence.id for exception in terms[id].exceptions)
            if not excepted and not termbase.english(inline.plain(sentence.en.text), id):
                yield sentence.en.fault(
                    f"“{terms[id].zh[0]}” ({sentence.zh.path}:{sentence.zh.number}) is not rendered as terms.yml says:"
                    f" {' / '.join(terms[id].en)}; render it so, or record an exception with its reason there"
                )


def terms_occur(edition: Edition) -> Iterator[Fault]:
    """A term, each of its Chinese forms and each of its exceptions occurs in the text."""
    termbase = Termbase(edition.terms)
    for index, term in enumerate(edition.terms):
        if [other.id for other in edition.terms].count(term.id) > 1:
            yield edition.fault("terms.yml", (index, "id"), f"{term.id} is here twice; ids are unique")
        yield from _forms_occur(edition, index, term)
        yield from _exceptions_hold(edition, index, term, termbase)


def _forms_occur(edition: Edition, index: int, term: Term) -> Iterator[Fault]:
    text = "\n".join([*(inline.plain(s.zh.text) for s in edition.passages.values()), *_chinese_facts(edition)])
    for form in term.zh:
        if form not in text:
            yield edition.fault("terms.yml", (index, "zh"), f"“{form}” occurs nowhere in the Chinese; remove or mend it")


def _chinese_facts(edition: Edition) -> Iterator[str]:
    """Headings, title, abstract and keywords: the Chinese outside the paragraphs."""
    yield from (section.title.zh for section in edition.sections)
    yield from (edition.paper.title.zh, edition.paper.abstract.zh, *(keyword.zh for keyword in edition.paper.keywords))


def _exceptions_hold(edition: Edition, index: int, term: Term, termbase: Termbase) -> Iterator[Fault]:
    for position, exception in enumerate(term.exceptions):
        sentence, place = edition.passages.get(exception.at), (index, "exceptions", position)
        if not sentence:
            yield edition.fault("terms.yml", place, f"{exception.at} is no sentence of the edition")
        elif term.id not in {found.id for found in termbase.chinese(inline.plain(sentence.zh.text))}:
            yield edition.fault("terms.yml", place, f"{term.zh[0]} does not occur in {exception.at}; remove the exception")
        elif termbase.english(inline.plain(sentence.en.text), term.id):
            yield edition.fault("terms.yml", place, f"{exception.at} renders {term.zh[0]} as listed; remove the exception")
        elif exception.en and not english_pattern([exception.en]).search(inline.plain(sentence.en.text)):
            yield edition.fault("terms.yml", place, f"“{exception.en}” is not in the English of {exception.at}")


def editors_notes_are_anchored(edition: Edition) -> Iterator[Fault]:
    """An editor's note stands on words that are in its place once, in both languages."""
    ids = [note.id for note in edition.editors_notes]
    for index, note in enumerate(edition.editors_notes):
        if ids.count(note.id) > 1:
            yield edition.fault("notes.yml", (index, "id"), f"{note.id} is here {ids.count(note.id)} times; ids are unique")
        texts = annotated(edition, note)
        if not texts:
            yield edition.fault("notes.yml", (index, "at"), f"“{note.at}” is no sentence, authors' note, reference or “abstract”; e.g. p6s5")
            continue
        for language, text in texts.items():
            phrase = getattr(note.phrase, language)
            if text.count(phrase) != 1:
                message = f"“{phrase}” is {text.count(phrase)} times in {note.at}; the words annotated have to be there once"
                yield edition.fault("notes.yml", (index, "phrase", language), message)


def annotated(edition: Edition, note: EditorsNote) -> dict[str, str]:
    """The plain text by language that an editor's note is about; empty where there is no such place."""
    if note.at in edition.passages:
        passage = edition.passages[note.at]
        return {"zh": inline.plain(passage.zh.text), "en": inline.plain(passage.en.text)}
    if note.at == "abstract":
        return edition.paper.abstract.model_dump()
    return next((r.model_dump(include={"zh", "en"}, exclude_none=True) for r in edition.references if r.key == note.at), {})


RULES = (
    markup_is_known,
    sentences_end,
    citations_resolve,
    notes_are_anchored,
    numbers_agree,
    translations_are_current,
    terms_are_rendered,
    terms_occur,
    editors_notes_are_anchored,
    collation.faults,
)
