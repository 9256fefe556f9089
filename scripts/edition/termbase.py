"""The terms in a sentence. The longest match wins: 中国 inside 发展中国家 is no occurrence of 中国."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .records import Term


@dataclass(frozen=True)
class Occurrence:
    """Characters `start` to `end` of a sentence are a form of the term `id`."""

    id: str
    start: int
    end: int


class Termbase:
    """Finds terms in plain text of either language; built once for a list of terms."""

    def __init__(self, terms: Iterable[Term]):
        terms = list(terms)
        self._zh = {form: term.id for term in terms for form in term.zh}
        self._zh_pattern = re.compile("|".join(map(re.escape, sorted(self._zh, key=len, reverse=True))) or "(?!)")
        self._en = {term.id: english_pattern(_english_forms(term)) for term in terms}

    def chinese(self, text: str) -> list[Occurrence]:
        """The terms of a Chinese sentence from left to right."""
        return [Occurrence(self._zh[m[0]], m.start(), m.end()) for m in self._zh_pattern.finditer(text)]

    def english(self, text: str, id: str) -> list[Occurrence]:
        """The places where an English sentence has a rendering of one term."""
        return [Occurrence(id, m.start(), m.end()) for m in self._en[id].finditer(text)]


def english_pattern(forms: Iterable[str]) -> re.Pattern:
    """A pattern for English forms: any case, space or hyphen between words, plural of the last word."""
    return re.compile("|".join(map(_form, sorted(forms, key=len, reverse=True))), re.IGNORECASE)


def _form(form: str) -> str:
    words = re.split(r"[ \u2010-]", form)
    last = words[-1]
    stem = re.escape(last[:-1]) + "(?:y|ies)" if re.search(r"[^aeiou]y$", last) else re.escape(last) + "(?:s|es)?"
    return r"(?<!\w)" + r"[ \u00a0-]".join([*map(re.escape, words[:-1]), stem]) + r"(?!\w)"


def _english_forms(term: Term) -> list[str]:
    return term.en + ([term.abbreviation] if term.abbreviation else [])
