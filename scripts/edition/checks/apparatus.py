"""What has to be true around the text: ids, authors, citations, references, editor's notes, words of the interface."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from edition.corpus.edition import Edition
from edition.corpus.interface_text import gaps
from edition.corpus.printed_pages import line_numbers
from edition.faults import Fault, quoted
from edition.model import printed_citation
from edition.model.records import Author, EditorsNote, Record

FORM = "“Authors. Title. Journal, year, volume(issue): pages.” or “Authors. Title. Place: publisher, year.”"
Ids = list[tuple[str, Callable[[str], Fault]]]  # each with what makes a fault at its place of a message


def ids_are_unique(edition: Edition) -> Iterator[Fault]:
    """What shares a page or a file has ids of its own: the same one leads to one thing."""
    for ids in _shared(edition):
        count = Counter(id for id, _ in ids)
        for id, fault in ids:
            if count[id] > 1:
                yield fault(f"{id} is here {count[id]} times; ids are unique, give each its own")


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
    yield ids("numbers.yml", numbers.charts, "charts")
    yield ids("numbers.yml", numbers.events, "events")
    yield sum((ids("emendations.yml", getattr(edition.emendations, part), part) for part in parts), [])
    yield ids("licences.yml", edition.licences)


def _ids(edition: Edition, file: str, rows: list[Record], *place: str, key: str = "id") -> Ids:
    """The ids of the rows that a data file has at a place."""
    return [(getattr(row, key), partial(edition.fault, file, (*place, index, key))) for index, row in enumerate(rows)]


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
            message = f"{key} is cited nowhere; cite it as [@{key}] or remove it"
            yield edition.fault("references.yml", (index, "key"), message)


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
            message = (
                f"“{note.at}” is no sentence, authors' note, reference or entry of the abstract; e.g. p6s5, abstract2"
            )
            yield edition.fault("notes.yml", (index, "at"), message)
        for language, text in texts.items():
            phrase = note.phrase[language]
            if (count := text.count(phrase)) != 1:
                message = f"{quoted(phrase)} is {count} times in {note.at}; the words annotated have to be there once"
                yield edition.fault("notes.yml", (index, "phrase", language), message)


def editors_notes_are_in_order(edition: Edition) -> Iterator[Fault]:
    """Editor's notes stand in the order of the text, which gives them their numbers; one on an authors' note where that
    is called for."""
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
        return edition.passages[note.at].plain.model_dump()
    if note.at in edition.abstract:
        return edition.abstract[note.at].model_dump()
    reference = edition.reference(note.at)
    return reference.model_dump(include={"zh", "en"}, exclude_none=True) if reference else {}


def references_are_read(edition: Edition) -> Iterator[Fault]:
    """A reference has the journal's form, from which its parts are read."""
    for index, reference in enumerate(edition.references):
        for language in ("zh", "en"):
            if (printed := reference[language]) and not printed_citation.read_work(printed):
                yield edition.fault("references.yml", (index, language), f"not in the journal's form, {FORM}")


def citation_agrees(edition: Edition) -> Iterator[Fault]:
    """The paper's own citation has the journal's form, and agrees with the facts beside it in paper.yml."""
    paper, journal = edition.paper, edition.paper.journal
    place = (journal.year, journal.volume, journal.issue, journal.first_page, journal.last_page)
    for language in ("zh", "en"):
        fault = partial(edition.fault, "paper.yml", ("citation", language))
        work = printed_citation.read_work(paper.citation[language])
        if not work or not work.doi:
            yield fault(f"not in the journal's form, {FORM}, with the DOI")
            continue
        said = (work.title, work.year, work.volume, work.issue, work.first, work.last, work.doi)
        known = (paper.title[language], *map(str, place), paper.doi)
        for one, other in zip(said, known):
            if one != other:
                yield fault(f"{quoted(one)} here, {quoted(other)} beside it; they are one fact")
        if not _are_named(paper.authors, work.authors, language):
            names = ", ".join(author.name[language] for author in paper.authors)
            yield fault(f"authors here: {', '.join(work.authors)}; the list of authors has {names}")


def _are_named(authors: list[Author], printed: tuple[str, ...], language: str) -> bool:
    """Whether a citation names these authors: in Chinese as they are called, in English by the surname and an initial
    for each character of the Chinese given name."""
    if language == "zh":
        return [author.name.zh for author in authors] == list(printed)
    split = [name.split() for name in printed]
    return [author.name.en.split()[0] for author in authors] == [surname.upper() for surname, *_ in split] and all(
        0 < len(initials) < len(author.name.zh) for author, (_, *initials) in zip(authors, split)
    )


def gaps_are_in_both_languages(edition: Edition) -> Iterator[Fault]:
    """Words of the interface, and what stands under a chart, have the same gaps to be filled in both languages."""
    words = [("interface.yml", (key,), both) for key, both in edition.interface.items()]
    charts = enumerate(edition.numbers.charts)
    words += [("numbers.yml", ("charts", index, "caption"), chart.caption) for index, chart in charts]
    for file, place, both in words:
        zh, en = gaps(both.zh), gaps(both.en)
        if zh != en:
            message = f"gaps in English: {' '.join(en) or 'none'}; the Chinese has {' '.join(zh) or 'none'}"
            yield edition.fault(file, (*place, "en"), message)


def rejoining_has_its_reason(edition: Edition) -> Iterator[Fault]:
    """Where paragraphs were rejoined, a repair says why; the table gives its reason for each place."""
    if any(len(line_numbers(lines)) > 1 for lines in edition.source_map.chinese) and not edition.emendations.rejoining:
        message = "no repair has “rejoins: true”; the rejoined paragraphs have their reason from it"
        yield edition.fault("emendations.yml", ("structure",), message)
