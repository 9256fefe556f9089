"""The citation form of the journal, read: “authors. title. journal, year, volume(issue): pages.” or, for a book,
“authors. title. place: publisher, year.” So the printed strings stay the one home of what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .records import Author, Paper

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


@dataclass(frozen=True)
class PersonName:
    """A name in its parts; `initials` has one letter for each character of the Chinese given name, as in “J P”."""

    family: str
    given: str
    initials: str


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


def names(author: Author, printed: str) -> dict[str, PersonName]:
    """An author's name in both languages; `printed` is the form of the journal's English citation, “Zhang J P”.

    The printed initials say how many characters of the Chinese name are the given name.
    """
    family, *initials = printed.split()
    split = len(author.name.zh) - len(initials)
    given = author.name.en.split(maxsplit=1)[1]
    return {
        "zh": PersonName(author.name.zh[:split], author.name.zh[split:], author.name.zh[split:]),
        "en": PersonName(family, given, " ".join(initials)),
    }


def authors(paper: Paper) -> list[dict[str, PersonName]]:
    """The names of the paper's authors in their parts, in both languages."""
    printed = read_work(paper.citation.en)
    return [names(author, name) for author, name in zip(paper.authors, printed.authors)]
