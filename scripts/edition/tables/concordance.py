"""The concordance of a term or name: every place of the text that has it, in both languages, each with its context."""

from __future__ import annotations

from dataclasses import dataclass

from edition.corpus.edition import Edition
from edition.corpus.termbase import english_pattern
from edition.model.grouped import grouped
from edition.model.records import Entry

CONTEXT = {"zh": 16, "en": 40}  # characters that a line of a concordance shows on either side of the word


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

    def renderings(self) -> list[tuple[str, int]]:
        """The English words for the entry with their counts, the most frequent first."""
        return [(words, len(group)) for words, group in self.by_rendering() if words]


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
