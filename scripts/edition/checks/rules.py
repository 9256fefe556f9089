"""What has to be true of the whole edition. A rule is a function; its docstring is the rule in a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from edition.checks import collation
from edition.corpus.edition import Edition, grouped
from edition.corpus.interface_text import gaps
from edition.corpus.source_places import edition_places
from edition.faults import Fault, quoted
from edition.model import inline, numerals, printed_citation
from edition.model.records import Author, EditorsNote, Name, Record, Term
from edition.tables import chart_data
from edition.tables import rows as tables

FORM = "“Authors. Title. Journal, year, volume(issue): pages.” or “Authors. Title. Place: publisher, year.”"
Ids = list[tuple[str, Callable[[str], Fault]]]  # each with what makes a fault at its place of a message


def ids_are_unique(edition: Edition) -> Iterator[Fault]:
    """What shares a page or a file has ids of its own: the same one leads to one thing."""
    for ids in _shared(edition):
        count = Counter(id for id, _ in ids)
        yield from (
            fault(f"{id} is here {count[id]} times; ids are unique, give each its own")
            for id, fault in ids
            if count[id] > 1
        )


def _shared(edition: Edition) -> Iterator[Ids]:
    """The ids that may not meet: those of the paper, the terms and names, and of each table whose rows are listed."""
    ids, numbers, parts = partial(_ids, edition), edition.numbers, ("readings", "structure", "typography")
    yield [
        *ids("paper.yml", edition.paper.authors, "authors"),
        *ids("references.yml", edition.references, key="key"),
        *ids("notes.yml", edition.editors_notes),
        *((section.id, section.zh.title.fault) for section in edition.sections),
        *((paragraph.id, paragraph.sentences[0].zh.fault) for paragraph in edition.paragraphs),
        *((passage.id, passage.zh.fault) for section in edition.sections for passage in section.passages),
    ]
    yield ids("terms.yml", edition.terms) + ids("names.yml", edition.names)
    yield ids("numbers.yml", numbers.statistics, "statistics")
    yield ids("numbers.yml", numbers.events, "events")
    yield sum((ids("emendations.yml", getattr(edition.emendations, part), part) for part in parts), [])
    yield ids("licences.yml", edition.licences)


def _ids(edition: Edition, file: str, rows: list[Record], *place: str, key: str = "id") -> Ids:
    """The ids of the rows that a data file has at a place."""
    return [(getattr(row, key), partial(edition.fault, file, (*place, index, key))) for index, row in enumerate(rows)]


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
        for line, ending, marks in (
            (sentence.zh, r"[。！？；]”?$", "。！？；"),
            (sentence.en, r"[.!?;:]”?$", ". ! ? ;"),
        ):
            if not re.search(ending, inline.plain(line.text)):
                yield line.fault(f"ends with “{line.text[-3:]}”; a line is a sentence and ends with one of {marks}")


def citations_resolve(edition: Edition) -> Iterator[Fault]:
    """A citation names a reference, and every reference is cited."""
    known = [reference.key for reference in edition.references]
    cited = {key for sentence in edition.passages.values() for key in sentence.citations}
    for sentence in edition.passages.values():
        for key in sentence.citations:
            if not edition.reference(key):
                yield sentence.zh.fault(f"[@{key}] is no reference; known are {', '.join(known)}")
    for index, key in enumerate(known):
        if key not in cited:
            yield edition.fault(
                "references.yml", (index, "key"), f"{key} is cited nowhere; cite it as [@{key}] or remove it"
            )


def sections_have_their_section(edition: Edition) -> Iterator[Fault]:
    """A section 7.1 stands under a section 7."""
    numbers = {section.number for section in edition.sections}
    for section in edition.sections:
        above, dot, _ = section.number.rpartition(".")
        if dot and above not in numbers:
            yield section.zh.title.fault(
                f"{section.number} has no section {above}; add it, or number this one otherwise"
            )


def notes_are_anchored(edition: Edition) -> Iterator[Fault]:
    """An authors' note has one anchor in its section, and an anchor has a note."""
    for section in edition.sections:
        sentences = [sentence for paragraph in section.paragraphs for sentence in paragraph.sentences]
        anchors = [note for sentence in sentences for note in sentence.notes]
        for note in section.notes:
            if anchors.count(note.id) != 1:
                yield note.zh.fault(
                    f"note {note.id} has {anchors.count(note.id)} anchors in its section; one [^{note.id[1:]}] is right"
                )
        known = {note.id for note in section.notes}
        for sentence in sentences:
            for id in sentence.notes:
                if id not in known:
                    yield sentence.zh.fault(
                        f"[^{id[1:]}] has no note; add a line “[^{id[1:]}]: …” at the end of the file"
                    )


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
    """A sentence renders a term or name as its entry says, or the exception is recorded with a reason."""
    entries = {entry.id: (file, entry) for file, _, entry in _entries(edition)}
    excepted = {(entry.id, exception.at) for _, entry in entries.values() for exception in entry.exceptions}
    for sentence in edition.passages.values():
        english = inline.plain(sentence.en.text)
        for id in sorted({found.id for found in edition.occurrences[sentence.id]}):
            file, entry = entries[id]
            if (id, sentence.id) not in excepted and not edition.termbase.english(english, id):
                yield sentence.en.fault(
                    f"{quoted(entry.zh[0])} ({sentence.zh.path}:{sentence.zh.number}) is not rendered as {file} says:"
                    f" {' / '.join(entry.en)}; render it so, or record an exception with its reason there"
                )


def terms_occur(edition: Edition) -> Iterator[Fault]:
    """A term or name has forms of its own, each form occurs, and each exception holds."""
    text = "\n".join(place.text for place in edition_places(edition).values())
    forms = Counter(form for _, _, entry in _entries(edition) for form in entry.zh)
    for file, index, entry in _entries(edition):
        for key in ("zh", "within"):
            for position, form in enumerate(getattr(entry, key, [])):
                place = (index, key, position)
                if form not in text:
                    yield edition.fault(file, place, f"{quoted(form)} occurs nowhere in the Chinese; remove or mend it")
                elif forms[form] > 1:
                    yield edition.fault(
                        file, place, f"{quoted(form)} is a form of {forms[form]} entries; keep it in one"
                    )
        yield from _exceptions_hold(edition, file, index, entry)


def aliases_lead_to_one_entry(edition: Edition) -> Iterator[Fault]:
    """An alias of a term or name is no form and no alias of any other, and none of its own."""
    owners = {form.casefold(): entry.id for _, _, entry in _entries(edition) for form in _known_forms(entry)}
    for file, index, entry in _entries(edition):
        for position, alias in enumerate(entry.aliases):
            owner = owners.setdefault(alias.casefold(), f"{entry.id}, alias {position + 1}")
            if owner != f"{entry.id}, alias {position + 1}":
                message = f"{quoted(alias)} belongs to {owner} already; an alias leads to one entry, keep it there"
                yield edition.fault(file, (index, "aliases", position), message)


def _known_forms(entry: Term | Name) -> list[str]:
    return [form for form in (*entry.zh, *entry.en, entry.abbreviation, getattr(entry, "official", None)) if form]


def _entries(edition: Edition) -> Iterator[tuple[str, int, Term | Name]]:
    """Every term and name with its file and its place there."""
    for file, entries in (("terms.yml", edition.terms), ("names.yml", edition.names)):
        yield from ((file, index, entry) for index, entry in enumerate(entries))


def _exceptions_hold(edition: Edition, file: str, index: int, entry: Term | Name) -> Iterator[Fault]:
    for position, exception in enumerate(entry.exceptions):
        sentence, place = edition.passages.get(exception.at), (index, "exceptions", position)
        if not sentence:
            yield edition.fault(file, place, f"{exception.at} is no sentence of the edition; e.g. p12s3")
            continue
        english = inline.plain(sentence.en.text)
        if entry.id not in {found.id for found in edition.occurrences[sentence.id]}:
            yield edition.fault(file, place, f"{entry.zh[0]} does not occur in {exception.at}; remove the exception")
        elif edition.termbase.english(english, entry.id):
            yield edition.fault(file, place, f"{exception.at} renders {entry.zh[0]} as listed; remove the exception")
        elif exception.en and exception.en.lower() not in english.lower():
            yield edition.fault(file, place, f"{quoted(exception.en)} is not in the English of {exception.at}")


def figures_are_in_their_sentences(edition: Edition) -> Iterator[Fault]:
    """The words of a figure or date stand once in its sentence, in both languages."""
    for part in ("statistics", "events"):
        for index, row in enumerate(getattr(edition.numbers, part)):
            for language in ("zh", "en"):
                yield from _phrase_is_there(edition, (part, index, language), row.at, getattr(row, language), language)


def _phrase_is_there(edition: Edition, place: tuple, at: str, phrase: str, language: str) -> Iterator[Fault]:
    sentence = edition.passages.get(at)
    if not sentence:
        yield edition.fault("numbers.yml", (*place[:-1], "at"), f"{at} is no sentence of the edition; e.g. p12s3")
    elif (count := inline.plain(getattr(sentence, language).text).count(phrase)) != 1:
        yield edition.fault("numbers.yml", place, f"{quoted(phrase)} is {count} times in {at}; once is right")


def figures_state_their_values(edition: Edition) -> Iterator[Fault]:
    """The words of a figure, where they have a number, state its value, and its note is one of the editor's."""
    notes = {note.id for note in edition.editors_notes}
    for index, row in enumerate(edition.numbers.statistics):
        for quantities in (numerals.chinese(row.zh), numerals.english(row.en)):
            if quantities and not any(numerals.states(quantity, row.value) for quantity in quantities):
                message = f"{row.id}: {row.value:g}, but its words state {', '.join(sorted(quantities))}"
                yield edition.fault("numbers.yml", ("statistics", index, "value"), message)
        if row.note and row.note not in notes:
            yield edition.fault("numbers.yml", ("statistics", index, "note"), f"{row.note} is no id in notes.yml")


def dates_are_stated(edition: Edition) -> Iterator[Fault]:
    """The words of a date, where they have digits, state when it starts and ends, as far as that is given."""
    for index, row in enumerate(edition.numbers.events):
        for text, quantities in ((row.zh, numerals.chinese), (row.en, numerals.english)):
            for key in ("start", "end"):
                date = getattr(row, key)
                if date and re.search(r"\d", text) and not numerals.of_date(date) <= quantities(text):
                    message = f"{row.id}: {date}, but its words are {quoted(text)}; cut the date to what they say"
                    yield edition.fault("numbers.yml", ("events", index, key), message)


def every_figure_is_listed(edition: Edition) -> Iterator[Fault]:
    """Every digit of the text belongs to a figure, to a date, or to what is listed as neither."""
    numbers = edition.numbers
    reported = grouped((row.at, row) for row in (*numbers.statistics, *numbers.events))
    ignored = grouped((row.at, row.pattern) for row in numbers.no_statistics)
    for sentence in edition.passages.values():
        for language in ("zh", "en"):
            line = getattr(sentence, language)
            text = inline.plain(line.text)
            for row in reported.get(sentence.id, []):
                text = text.replace(getattr(row, language), "")
            for pattern in (*ignored.get(None, []), *ignored.get(sentence.id, [])):
                text = re.sub(pattern, "", text)
            if digits := re.search(r"\d[\d ,.]*", text):
                yield line.fault(
                    f"“{digits[0].strip()}” is not in numbers.yml; list it under statistics, events or no_statistics"
                )


def no_statistics_are_there(edition: Edition) -> Iterator[Fault]:
    """What is listed as neither figure nor date is in the text, in the sentence that its entry names."""
    for index, row in enumerate(edition.numbers.no_statistics):
        fault = partial(edition.fault, "numbers.yml", ("no_statistics", index))
        places = [row.at] if row.at else edition.passages
        if row.at and row.at not in edition.passages:
            yield fault(f"{row.at} is no sentence of the edition; e.g. p12s3")
            continue
        texts = (text for id in places for text in edition.passages[id].plain.model_dump().values())
        if not any(re.search(row.pattern, text) for text in texts):
            yield fault(f"{quoted(row.pattern)} is not in {row.at or 'the text'}; mend or remove it")


def affiliations_are_listed(edition: Edition) -> Iterator[Fault]:
    """An author's affiliations are numbers in the paper's list, counted from 1."""
    count = len(edition.paper.affiliations)
    for index, author in enumerate(edition.paper.authors):
        for number in author.affiliations:
            if not 1 <= number <= count:
                message = f"{author.id}: affiliation {number}; the list has 1 to {count}"
                yield edition.fault("paper.yml", ("authors", index, "affiliations"), message)


def editors_notes_are_anchored(edition: Edition) -> Iterator[Fault]:
    """An editor's note stands on words that are in its place once, in both languages."""
    for index, note in enumerate(edition.editors_notes):
        texts = annotated(edition, note)
        if not texts:
            yield edition.fault(
                "notes.yml",
                (index, "at"),
                f"“{note.at}” is no sentence, authors' note, reference or entry of the abstract; e.g. p6s5, abstract2",
            )
            continue
        for language, text in texts.items():
            phrase = getattr(note.phrase, language)
            if text.count(phrase) != 1:
                message = f"{quoted(phrase)} is {text.count(phrase)} times in {note.at}; the words annotated have to be there once"
                yield edition.fault("notes.yml", (index, "phrase", language), message)


def editors_notes_are_in_order(edition: Edition) -> Iterator[Fault]:
    """Editor's notes stand in the order of the text, which gives them their numbers; one on an authors' note where that is
    called for."""
    passages = [place for sentence in edition.sentences.values() for place in (sentence.id, *sentence.notes)]
    order = [*edition.abstract, *passages, *(reference.key for reference in edition.references)]
    places = [order.index(note.at) if note.at in order else -1 for note in edition.editors_notes]
    for index, (before, here) in enumerate(zip(places, places[1:]), 1):
        if -1 < here < before:
            note = edition.editors_notes[index]
            message = f"{note.id} is about {note.at}, before the place of the note above; move it up"
            yield edition.fault("notes.yml", (index, "at"), message)


def annotated(edition: Edition, note: EditorsNote) -> dict[str, str]:
    """The plain text by language that an editor's note is about; empty where there is no such place."""
    if note.at in edition.passages:
        passage = edition.passages[note.at]
        return {"zh": inline.plain(passage.zh.text), "en": inline.plain(passage.en.text)}
    if note.at in edition.abstract:
        return edition.abstract[note.at].model_dump()
    reference = edition.reference(note.at)
    return reference.model_dump(include={"zh", "en"}, exclude_none=True) if reference else {}


def references_are_read(edition: Edition) -> Iterator[Fault]:
    """A reference has the journal's form, from which its parts are read."""
    for index, reference in enumerate(edition.references):
        for language in ("zh", "en"):
            if (printed := getattr(reference, language)) and not printed_citation.read_work(printed):
                yield edition.fault("references.yml", (index, language), f"not in the journal's form, {FORM}")


def citation_agrees(edition: Edition) -> Iterator[Fault]:
    """The paper's own citation has the journal's form, and says what stands beside it."""
    paper, journal = edition.paper, edition.paper.journal
    place = (journal.year, journal.volume, journal.issue, journal.first_page, journal.last_page)
    for language in ("zh", "en"):
        fault = partial(edition.fault, "paper.yml", ("citation", language))
        work = printed_citation.read_work(getattr(paper.citation, language))
        if not work or not work.doi:
            yield fault(f"not in the journal's form, {FORM}, with the DOI")
            continue
        said = (work.title, work.year, work.volume, work.issue, work.first, work.last, work.doi)
        known = (getattr(paper.title, language), *map(str, place), paper.doi)
        for one, other in zip(said, known):
            if one != other:
                yield fault(f"{quoted(one)} here, {quoted(other)} beside it; they are one fact")
        if not _are_named(paper.authors, work.authors, language):
            names = ", ".join(getattr(author.name, language) for author in paper.authors)
            yield fault(f"authors here: {', '.join(work.authors)}; the list of authors has {names}")


def _are_named(authors: list[Author], printed: tuple[str, ...], language: str) -> bool:
    """Whether a citation names these authors: in Chinese as they are called, in English by the surname and an initial for
    each character of the Chinese given name."""
    if language == "zh":
        return [author.name.zh for author in authors] == list(printed)
    split = [name.split() for name in printed]
    return [author.name.en.split()[0] for author in authors] == [surname.upper() for surname, *_ in split] and all(
        0 < len(initials) < len(author.name.zh) for author, (_, *initials) in zip(authors, split)
    )


def gaps_are_in_both_languages(edition: Edition) -> Iterator[Fault]:
    """Words of the interface have the same gaps to be filled in both languages."""
    for key, words in edition.interface.items():
        zh, en = gaps(words.zh), gaps(words.en)
        if zh != en:
            message = f"gaps in English: {' '.join(en) or 'none'}; the Chinese has {' '.join(zh) or 'none'}"
            yield edition.fault("interface.yml", (key, "en"), message)


RULES = (
    ids_are_unique,
    markup_is_known,
    sentences_end,
    citations_resolve,
    sections_have_their_section,
    notes_are_anchored,
    numbers_agree,
    translations_are_current,
    terms_are_rendered,
    terms_occur,
    aliases_lead_to_one_entry,
    figures_are_in_their_sentences,
    figures_state_their_values,
    dates_are_stated,
    every_figure_is_listed,
    no_statistics_are_there,
    affiliations_are_listed,
    editors_notes_are_anchored,
    editors_notes_are_in_order,
    references_are_read,
    citation_agrees,
    gaps_are_in_both_languages,
    collation.faults,
    chart_data.faults,
    tables.rejoining_has_its_reason,
)
