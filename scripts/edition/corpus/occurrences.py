"""Where terms and names are mentioned, for marking them in the text and for counting them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from edition.corpus.edition import Edition, Paragraph, Sentence
from edition.corpus.termbase import Occurrence


def counts(edition: Edition) -> Counter[str]:
    """How often each term and name stands in the Chinese of the body and the authors' notes, by id."""
    return Counter(one.id for found in edition.occurrences.values() for one in found)


def counts_by_passage(edition: Edition) -> dict[str, Counter[str]]:
    """How often each term and name stands in the Chinese of each sentence and authors' note, by their ids."""
    return {id: Counter(one.id for one in found) for id, found in edition.occurrences.items()}


def first_mentions(edition: Edition, language: str, paragraph: Paragraph) -> dict[str, list[Occurrence]]:
    """The first mention of each term and name in a paragraph, by the id of its sentence; none overlaps another."""
    seen: set[str] = set()
    return {one.id: list(_unseen(_mentions(edition, one, language), seen)) for one in paragraph.sentences}


def _mentions(edition: Edition, sentence: Sentence, language: str) -> list[Occurrence]:
    chinese = edition.termbase.chinese(sentence.zh.plain)
    if language == "zh":
        return chinese
    ids = {found.id for found in chinese}
    return _apart(found for id in ids for found in edition.termbase.english(sentence.en.plain, id))


def _apart(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Those that do not overlap, the longer first served, in the order of the text."""
    taken: list[Occurrence] = []
    for candidate in sorted(found, key=lambda one: (one.start - one.end, one)):
        if all(candidate.end <= other.start or other.end <= candidate.start for other in taken):
            taken.append(candidate)
    return sorted(taken)


def _unseen(found: list[Occurrence], seen: set[str]) -> Iterator[Occurrence]:
    for occurrence in found:
        if occurrence.id not in seen:
            seen.add(occurrence.id)
            yield occurrence
