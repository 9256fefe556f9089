"""What has to be true of terms and names: how they are rendered, where they occur, what else they are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.corpus.edition import Edition
from edition.corpus.source_places import edition_places
from edition.faults import Fault, quoted
from edition.model.records import Entry


def terms_are_rendered(edition: Edition) -> Iterator[Fault]:
    """A sentence renders a term or name as its entry says, or the exception is recorded with a reason."""
    entries = {entry.id: (file, entry) for file, _, entry in _entries(edition)}
    excepted = {(entry.id, exception.at) for _, entry in entries.values() for exception in entry.exceptions}
    for sentence in edition.passages.values():
        for id in sorted({found.id for found in edition.occurrences[sentence.id]}):
            file, entry = entries[id]
            if (id, sentence.id) not in excepted and not edition.termbase.english(sentence.en.plain, id):
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
                    message = f"{quoted(form)} is a form of {forms[form]} entries; keep it in one"
                    yield edition.fault(file, place, message)
        yield from _exceptions_hold(edition, file, index, entry)


def aliases_lead_to_one_entry(edition: Edition) -> Iterator[Fault]:
    """An alias of a term or name is no form and no alias of any other, and none of its own."""
    entries = list(_entries(edition))
    owners = {form.casefold(): (file, (index,)) for file, index, entry in entries for form in _known_forms(entry)}
    for file, index, entry in entries:
        for position, alias in enumerate(entry.aliases):
            here = (file, (index, "aliases", position))
            if (owner := owners.setdefault(alias.casefold(), here)) != here:
                other = edition.fault(*owner, "")
                found = f"{quoted(alias)} is at {other.path}:{other.line} too"
                yield edition.fault(*here, f"{found}; an alias leads to one entry, keep it in one")


def _known_forms(entry: Entry) -> list[str]:
    return [*entry.zh, *entry.forms("en"), *([entry.official] if entry.official else [])]


def _entries(edition: Edition) -> Iterator[tuple[str, int, Entry]]:
    """Every term and name with its file and its place there."""
    for file, entries in (("terms.yml", edition.terms), ("names.yml", edition.names)):
        yield from ((file, index, entry) for index, entry in enumerate(entries))


def _exceptions_hold(edition: Edition, file: str, index: int, entry: Entry) -> Iterator[Fault]:
    for position, exception in enumerate(entry.exceptions):
        sentence, place = edition.passages.get(exception.at), (index, "exceptions", position)
        if not sentence:
            yield edition.fault(file, place, f"{exception.at} is no sentence of the edition; e.g. p12s3")
            continue
        english = sentence.en.plain
        if entry.id not in {found.id for found in edition.occurrences[sentence.id]}:
            yield edition.fault(file, place, f"{entry.zh[0]} does not occur in {exception.at}; remove the exception")
        elif edition.termbase.english(english, entry.id):
            yield edition.fault(file, place, f"{exception.at} renders {entry.zh[0]} as listed; remove the exception")
        elif exception.en and exception.en.lower() not in english.lower():
            yield edition.fault(file, place, f"{quoted(exception.en)} is not in the English of {exception.at}")
