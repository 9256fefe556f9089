"""The cross-reference tables: a pure function a table, from the edition's records to rows. Nothing counted is typed.

A row is a mapping from column to cell; its "id" is its address on the page. A cell is a number, a text, a text in
both languages (Both), sentences by id (Where), a section (Section), a concordance (Lines) or None; the renderer knows
these kinds and no table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from edition.corpus.edition import Edition, Sentence
from edition.corpus.printed_pages import line_numbers, page_of
from edition.model import numerals
from edition.model.records import Both, Entry, Reading, Repair, Typography
from edition.tables.concordance import concordance


class Where(tuple):
    """Ids of sentences and authors' notes."""


Row = dict[str, object]


def sections(edition: Edition) -> list[Row]:
    """The contents of the paper with what each section holds."""
    return [
        {
            "id": section.id,
            "number": section.printed_number,
            "section": section.title,
            "page": section,
            "paragraphs": len(section.paragraphs),
            "sentences": len(section.sentences),
            "characters": sum(len(re.sub(r"\s", "", sentence.zh.plain)) for sentence in section.sentences),
            "words": sum(len(sentence.en.plain.split()) for sentence in section.sentences),
            "citations": sum(len(passage.citations) for passage in section.passages),
            "authors_notes": len(section.notes),
            "editors_notes": len(edition.notes_at(*(passage.id for passage in section.passages))),
        }
        for section in edition.sections
    ]


def citations(edition: Edition) -> list[Row]:
    """Each reference with the sentences that cite it."""
    return [
        {
            "id": reference.key,
            "number": number,
            "work": Both(zh=reference.zh or reference.en, en=reference.en),
            "where": Where(sentence.id for sentence in edition.citing(reference.key)),
            "sentence": _joined(edition.citing(reference.key)),
        }
        for number, reference in enumerate(edition.references, 1)
    ]


def notes(edition: Edition) -> list[Row]:
    """The authors' notes, then the editor's, each with the words it belongs to."""
    anchors = {note: sentence.id for sentence in edition.passages.values() for note in sentence.notes}
    authors = [
        {
            "id": note.id,
            "kind": edition.interface["authors_note"],
            "phrase": None,
            "note": note.plain,
            "ground": "",
            "where": Where([anchors[note.id]]),
        }
        for note in edition.notes
    ]
    editors = [
        {
            "id": note.id,
            "kind": edition.interface["editors_note"],
            "phrase": note.phrase,
            "note": note.note,
            "ground": edition.interface[f"basis_{note.basis}"],
            "where": Where([note.at] if note.at in edition.passages else []),
        }
        for note in edition.editors_notes
    ]
    return authors + editors


def terms(edition: Edition) -> list[Row]:
    """The glossary: each term with its concordance and how often its Chinese and English forms stand in the text; those
    with more than one rendering come first, since they are what a translator looks for."""
    entries = [_entry(edition, term, {}) for term in edition.terms]
    return sorted(entries, key=lambda row: len(row["concordance"].renderings()) < 2)


def names(edition: Edition) -> list[Row]:
    """Organisations, agreements, projects, places and persons, each with its concordance."""
    return [
        _entry(edition, name, {"kind": edition.interface[f"kind_{name.kind}"], "official": name.official or ""})
        for name in edition.names
    ]


def numbers(edition: Edition) -> list[Row]:
    """Every figure that the paper reports."""
    return [
        {
            "id": row.id,
            "phrase": Both(zh=row.zh, en=row.en),
            "conversion": numerals.conversions(row.zh),
            "value": row.value,
            "bound": edition.interface[f"bound_{row.bound.replace(' ', '_')}"],
            "unit": row.unit,
            "period": row.period or "",
            "measures": row.measures,
            "editors_note": row.note or "",
            "where": Where([row.at]),
        }
        for row in edition.numbers.statistics
    ]


def timeline(edition: Edition) -> list[Row]:
    """The years and periods of the paper in the order of time; those without a year come last."""
    ordered = sorted(edition.numbers.events, key=lambda event: (event.start or "9999", event.end or ""))
    return [
        {
            "id": event.id,
            "date": f"{event.start}–{event.end}" if event.end else event.start or "",
            "phrase": Both(zh=event.zh, en=event.en),
            "event": event.what,
            "where": Where([event.at]),
        }
        for event in ordered
    ]


def emendations(edition: Edition) -> list[Row]:
    """Every difference between the source and the edition: readings, structure, rejoined paragraphs, typography."""
    kinds = {"readings": "emended_reading", "structure": "repair", "typography": "typography"}
    emended = [(kind, row) for part, kind in kinds.items() for row in getattr(edition.emendations, part)]
    return [_emendation(edition, kind, row) for kind, row in emended] + _joins(edition)


TABLES: dict[str, Callable[[Edition], list[Row]]] = {
    function.__name__: function
    for function in (sections, citations, notes, terms, names, numbers, timeline, emendations)
}


@lru_cache(maxsize=len(TABLES))
def rows(edition: Edition, name: str) -> list[Row]:
    """A table by its name; kept, since each language and each file of it has the same rows."""
    return TABLES[name](edition)


def _entry(edition: Edition, entry: Entry, more: Row) -> Row:
    lines = concordance(edition, entry)
    return {
        "id": entry.id,
        "zh": " / ".join(entry.zh),
        "en": entry.en[0],
        **more,
        "abbreviation": entry.abbreviation or "",
        "note": entry.note,
        "count_zh": len(lines),
        "count_en": sum(len(edition.termbase.english(one.en.plain, entry.id)) for one in edition.passages.values()),
        "renderings": "; ".join(f"{words} {count}" for words, count in lines.renderings()),
        "concordance": lines,
    }


def _joined(sentences: list[Sentence]) -> Both | None:
    texts = [sentence.plain for sentence in sentences]
    return Both(zh="".join(text.zh for text in texts), en=" ".join(text.en for text in texts)) if texts else None


def _places_of(edition: Edition, line: int) -> list[str]:
    """The first sentence of the paragraph that a line of the source belongs to."""
    return [f"{place}s1" for place in edition.places_by_line.get(line, []) if f"{place}s1" in edition.sentences]


def _emendation(edition: Edition, kind: str, row: Reading | Repair | Typography) -> Row:
    change = getattr(row, "change", None)
    return {
        "id": row.id,
        "kind": edition.interface[kind],
        "source_line": str(change.line) if change else "",
        "source_reading": change.source if change else getattr(row, "pattern", ""),
        "edition_reading": change.edition if change else getattr(row, "replacement", ""),
        "statement": getattr(row, "statement", None),
        "reason": row.reason,
        "where": Where(_places_of(edition, change.line) if change else []),
    }


def _joins(edition: Edition) -> list[Row]:
    """Each place where a paragraph, cut by a column or page of the print, was rejoined."""
    cut = (pairwise(line_numbers(lines)) for lines in edition.source_map.chinese)
    return [_join(edition, first, second) for pairs in cut for first, second in pairs]


def _join(edition: Edition, first: int, second: int) -> Row:
    repair = edition.emendations.rejoining
    before, after = edition.source_line(first)[-8:], edition.source_line(second)[:8]
    same_page = page_of(first, edition.source_map) == page_of(second, edition.source_map)
    return {
        "id": f"{repair.id}-{first}",
        "kind": edition.interface["column_break" if same_page else "page_break"],
        "source_line": f"{first}/{second}",
        "source_reading": f"{before} ¶ {after}",
        "edition_reading": before + after,
        "statement": None,
        "reason": repair.reason,
        "where": Where(_places_of(edition, first)),
    }
