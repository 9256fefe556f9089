"""The cross-reference tables: a pure function a table, from the edition's records to rows. Nothing counted is typed.

A row is a mapping from column to cell; its "id" is its address on the page. A cell is a number, a text, a text in
both languages (Both), sentences by id (Where), a concordance (Lines) or None; the renderer knows these kinds and no table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from edition.corpus.edition import Edition, Sentence, line_numbers, page_of
from edition.corpus.termbase import english_pattern
from edition.faults import Fault
from edition.model import inline, numerals
from edition.model.records import Both, Name, Term

REJOINED = "A1"  # the repair that says why paragraphs were rejoined


class Where(tuple):
    """Ids of sentences and authors' notes."""


@dataclass(frozen=True)
class Context:
    """A word in its sentence: what stands before, the word, what stands after; `word` is empty if there is none."""

    before: str
    word: str
    after: str


@dataclass(frozen=True)
class Line:
    """A line of a bilingual concordance: a sentence and the word in both its languages."""

    at: str
    zh: Context
    en: Context


class Lines(tuple):
    """The concordance of a term or name."""


Row = dict[str, object]


def sections(edition: Edition) -> list[Row]:
    """The contents of the paper with what each section holds."""
    return [
        {
            "id": section.id,
            "number": section.number if section.number != "0" else "",
            "section": section.title,
            "page": section,
            "paragraphs": len(section.paragraphs),
            "sentences": sum(len(paragraph.sentences) for paragraph in section.paragraphs),
            "characters": sum(
                len(re.sub(r"\s", "", inline.plain(s.zh.text))) for p in section.paragraphs for s in p.sentences
            ),
            "words": sum(len(inline.plain(s.en.text).split()) for p in section.paragraphs for s in p.sentences),
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
    """The glossary: each term with its concordance, and how often its Chinese and English forms stand in the text."""
    return [_entry(edition, term, {}) for term in edition.terms]


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
            "conversion": numerals.written_out(row.zh),
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
    rows = []
    for part, kind in kinds.items():
        for row in getattr(edition.emendations, part):
            change = getattr(row, "change", None)
            rows.append(
                {
                    "id": row.id,
                    "kind": edition.interface[kind],
                    "source_line": str(change.line) if change else "",
                    "source_reading": change.source if change else getattr(row, "pattern", ""),
                    "edition_reading": change.edition if change else getattr(row, "replacement", ""),
                    "statement": getattr(row, "statement", None),
                    "reason": row.reason,
                    "where": Where(_places_of(edition, change.line) if change else []),
                }
            )
    return rows + _joins(edition)


TABLES: dict[str, Callable[[Edition], list[Row]]] = {
    function.__name__: function
    for function in (sections, citations, notes, terms, names, numbers, timeline, emendations)
}


@lru_cache(maxsize=len(TABLES))
def rows(edition: Edition, name: str) -> list[Row]:
    """A table by its name; kept, since each language and each file of it has the same rows."""
    return TABLES[name](edition)


def concordance(edition: Edition, entry: Term | Name) -> Lines:
    """Every occurrence of an entry in the sentences and authors' notes, in both languages."""
    exceptions = {exception.at: exception.en or "" for exception in entry.exceptions}
    lines = []
    for id, found in edition.occurrences_of.get(entry.id, {}).items():
        zh, en = inline.plain(edition.passages[id].zh.text), edition.english[id]
        rendered = [(one.start, one.end) for one in edition.termbase.english(en, entry.id)]
        rendered = rendered or _span(en, exceptions.get(id, ""))
        for k, one in enumerate(found):
            lines.append(
                Line(
                    id,
                    _context(zh, one.start, one.end, 16),
                    _context(en, *(rendered[min(k, len(rendered) - 1)] if rendered else (0, 0)), 40),
                )
            )
    return Lines(lines)


def _entry(edition: Edition, entry: Term | Name, more: Row) -> Row:
    lines = concordance(edition, entry)
    renderings = Counter(_listed(entry, line.en.word) for line in lines if line.en.word)
    return {
        "id": entry.id,
        "zh": " / ".join(entry.zh),
        "en": entry.en[0],
        **more,
        "abbreviation": entry.abbreviation or "",
        "note": entry.note,
        "count_zh": len(lines),
        "count_en": sum(len(edition.termbase.english(text, entry.id)) for text in edition.english.values()),
        "renderings": "; ".join(f"{words} {count}" for words, count in renderings.most_common()),
        "concordance": lines,
    }


def _listed(entry: Term | Name, words: str) -> str:
    """The listed form that these words are an inflection of, or the words themselves."""
    return next((form for form in entry.en if english_pattern(form).fullmatch(words)), words)


def _context(text: str, start: int, end: int, width: int) -> Context:
    """A word with `width` characters on each side, cut with an ellipsis; nothing for an empty word."""
    if start == end:
        return Context("", "", "")
    before, after = text[max(0, start - width) : start], text[end : end + width]
    return Context("…" * (start > width) + before, text[start:end], after + "…" * (end + width < len(text)))


def _span(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words of an exception stand."""
    at = text.lower().find(words.lower()) if words else -1
    return [(at, at + len(words))] if at >= 0 else []


def _joined(sentences: list[Sentence]) -> Both | None:
    texts = [sentence.plain for sentence in sentences]
    return Both(zh="".join(text.zh for text in texts), en=" ".join(text.en for text in texts)) if texts else None


def _places_of(edition: Edition, line: int) -> list[str]:
    """The first sentence of the paragraph that a line of the source belongs to."""
    return [f"{place}s1" for place in edition.places_by_line.get(line, []) if f"{place}s1" in edition.sentences]


def rejoining_has_its_reason(edition: Edition) -> Iterator[Fault]:
    """The repair that says why paragraphs were rejoined is there; the table gives its reason for each place."""
    if REJOINED not in {row.id for row in edition.emendations.structure}:
        message = f"no repair “{REJOINED}”; the rejoined paragraphs have their reason from it"
        yield edition.fault("emendations.yml", ("structure",), message)


def _joins(edition: Edition) -> list[Row]:
    """Each place where a paragraph, cut by a column or page of the print, was rejoined."""
    reason = next(row.reason for row in edition.emendations.structure if row.id == REJOINED)
    rows = []
    for lines in edition.source_map.chinese:
        numbers = line_numbers(lines)
        for first, second in zip(numbers, numbers[1:]):
            before, after = (edition.source_line(number) for number in (first, second))
            pages = page_of(first, edition.source_map), page_of(second, edition.source_map)
            rows.append(
                {
                    "id": f"{REJOINED}-{first}",
                    "kind": edition.interface["page_break" if pages[0] != pages[1] else "column_break"],
                    "source_line": f"{first}/{second}",
                    "source_reading": f"{before[-8:]} ¶ {after[:8]}",
                    "edition_reading": before[-8:] + after[:8],
                    "statement": None,
                    "reason": reason,
                    "where": Where(_places_of(edition, first)),
                }
            )
    return rows
