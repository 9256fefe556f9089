"""The cross-reference tables: a pure function a table, from the edition's records to rows. Nothing counted is typed.

A row is a mapping from column to cell; its "id" is its address on the page. A cell is a number, a text, a text in
both languages (Both), sentences by id (Where), a concordance (Lines) or None; the renderer knows these kinds and no table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from edition.corpus.edition import Edition, Sentence
from edition.corpus.printed_pages import line_numbers, page_of
from edition.corpus.termbase import english_pattern
from edition.model import numerals
from edition.model.grouped import grouped
from edition.model.records import Both, Entry, Reading, Repair, Typography


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
    """A line of a bilingual concordance: a sentence, the word in both its languages, and the rendering listed for it."""

    at: str
    rendering: str
    zh: Context
    en: Context


class Lines(tuple):
    """The concordance of a term or name."""

    def by_rendering(self) -> list[tuple[str, list[Line]]]:
        """Each rendering with its lines, the most frequent first; the lines that have none come last."""
        groups = grouped((line.rendering, line) for line in self)
        return sorted(groups.items(), key=lambda group: (not group[0], -len(group[1])))


Row = dict[str, object]
CONTEXT = {"zh": 16, "en": 40}  # characters that a line of a concordance shows on either side of the word


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
    return sorted(entries, key=lambda row: len(_renderings(row["concordance"])) < 2)


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


def concordance(edition: Edition, entry: Entry) -> Lines:
    """Every occurrence of an entry in the sentences and authors' notes, in both languages."""
    exceptions = {exception.at: exception.en or "" for exception in entry.exceptions}
    lines = []
    for id, found in edition.occurrences_of.get(entry.id, {}).items():
        zh, en = edition.passages[id].zh.plain, edition.passages[id].en.plain
        rendered = [(one.start, one.end) for one in edition.termbase.english(en, entry.id)]
        rendered = rendered or _span(en, exceptions.get(id, ""))
        for k, one in enumerate(found):
            start, end = rendered[min(k, len(rendered) - 1)] if rendered else (0, 0)
            words = _context(zh, one.start, one.end, CONTEXT["zh"]), _context(en, start, end, CONTEXT["en"])
            lines.append(Line(id, _listed(entry, en[start:end]), *words))
    return Lines(lines)


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
        "renderings": "; ".join(f"{words} {count}" for words, count in _renderings(lines)),
        "concordance": lines,
    }


def _renderings(lines: Lines) -> list[tuple[str, int]]:
    """The English words for an entry with their counts, the most frequent first."""
    return [(words, len(group)) for words, group in lines.by_rendering() if words]


def _listed(entry: Entry, words: str) -> str:
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
