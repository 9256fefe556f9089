"""The citation form of the journal, read: “authors. title. journal, year, volume(issue): pages.” or, for a book,
“authors. title. place: publisher, year.” So the printed strings stay the one home of what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from edition.model.person_names import PersonName, in_parts
from edition.model.records import Paper

AUTHORS = r"(?P<authors>[^.,\s][^.,]*(?:, [^.,\s][^.,]*)*)"
ARTICLE = re.compile(
    rf"{AUTHORS}\. (?P<title>.+?)\. (?P<journal>[^.]+), (?P<year>\d{{4}}), "
    r"(?P<volume>\d+)?\((?P<issue>\d+)\): (?P<first>\d+)-(?P<last>\d+)(?:, doi: (?P<doi>\S+))?\.(?: \(in Chinese\))?"
)
BOOK = re.compile(
    rf"{AUTHORS}\. (?P<title>.+)\. (?P<place>[^.:]+): (?P<publisher>[^.:]+), (?P<year>\d{{4}})\.(?: \(in Chinese\))?"
)
OTHERS = {"等", "et al"}


@dataclass(frozen=True)
class Work:
    """A work as the journal cites it; a book has no journal and an article no publisher. `others`: “et al.” follows."""

    authors: tuple[str, ...]
    others: bool
    title: str
    year: str
    journal: str | None = None
    volume: str | None = None
    issue: str | None = None
    first: str | None = None
    last: str | None = None
    doi: str | None = None
    place: str | None = None
    publisher: str | None = None


@lru_cache(maxsize=1024)
def read_work(text: str) -> Work | None:
    """A citation as printed, in its parts; None if it is in neither form."""
    match = ARTICLE.fullmatch(text) or BOOK.fullmatch(text)
    if not match:
        return None
    fields = match.groupdict()
    names = fields.pop("authors").split(", ")
    authors = tuple(name for name in names if name not in OTHERS)
    return Work(authors=authors, others=len(authors) < len(names), **fields)


def authors(paper: Paper) -> list[dict[str, PersonName]]:
    """The names of the paper's authors in their parts, in both languages."""
    printed = read_work(paper.citation.en)
    return [in_parts(author.name, name) for author, name in zip(paper.authors, printed.authors)]
