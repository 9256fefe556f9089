"""Terms and names in a sentence. The longest match wins: 中国 inside 发展中国家 is no occurrence of 中国."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from edition.model.records import Entry


@dataclass(frozen=True, order=True)
class Occurrence:
    """Characters `start` to `end` of a plain sentence are a form of the entry `id`."""

    start: int
    end: int
    id: str

    def holds(self, other: Occurrence) -> bool:
        """Whether the other is a form of the same entry inside this one."""
        return self.id == other.id and self.start <= other.start and other.end <= self.end


class Termbase:
    """Finds terms and names in plain text of either language; built once for the entries of both files."""

    def __init__(self, entries: Iterable[Entry]):
        entries = list(entries)
        self._id = {form: entry.id for entry in entries for form in entry.zh}
        self._zh = longest(self._id)
        self._within = {entry.id: longest(entry.within) for entry in entries if entry.within}
        self._en = {entry.id: english_pattern(*entry.forms("en")) for entry in entries}
        self._roots = {entry.id: {_root(form) for form in entry.forms("en")} for entry in entries}

    def chinese(self, text: str) -> list[Occurrence]:
        """The entries of a Chinese sentence from left to right, none inside another."""
        return [Occurrence(m.start(), m.end(), self._id[m[0]]) for m in self._zh.finditer(text)]

    def all_chinese(self, text: str) -> list[Occurrence]:
        """As `chinese`, and names inside longer words as well, where they are not found by themselves: 中国 and 美国 in
        中美."""
        found = self.chinese(text)
        inside = (
            Occurrence(m.start(), m.end(), id) for id, words in self._within.items() for m in words.finditer(text)
        )
        return sorted([*found, *(one for one in inside if not any(map(one.holds, found)))])

    def english(self, text: str, id: str) -> list[Occurrence]:
        """The places where an English sentence has a rendering of one entry."""
        lowered = text.lower()
        if not any(root in lowered for root in self._roots[id]):  # of most sentences; faster than the pattern
            return []
        return [Occurrence(m.start(), m.end(), id) for m in self._en[id].finditer(text)]


def longest(forms: Iterable[str]) -> re.Pattern:
    """A pattern for any of the forms, longer ones first; for no form one that matches nothing."""
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or "(?!)")


@lru_cache(maxsize=4096)
def english_pattern(*forms: str) -> re.Pattern:
    """A pattern for English forms: space or hyphen between words, the last also plural; only abbreviations keep case."""
    return re.compile("|".join(map(_form, sorted(forms, key=len, reverse=True))), re.IGNORECASE)


def _form(form: str) -> str:
    words = re.split(r"[ \u2010-]", form)
    last = words[-1]
    stem = re.escape(last[:-1]) + "(?:y|ies)" if re.search(r"[^aeiou]y$", last) else re.escape(last) + "(?:s|es)?"
    pattern = r"[ \u00a0-]".join([*map(re.escape, words[:-1]), stem])
    return rf"(?<!\w)(?-i:{pattern})(?!\w)" if form.isupper() else rf"(?<!\w){pattern}(?!\w)"


def _root(form: str) -> str:
    """The lower-case beginning of every match of a form: its first word; of a single word all but the last letter, since
    a y may become ies."""
    first, *more = re.split(r"[ \u2010-]", form)
    return (first if more else first[:-1]).lower()
