"""The shape of the data files in docs/_data. Chinese and English stand side by side in one entry."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, AnyUrl, BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """A record of a data file: it refuses unknown keys, converts no value and never changes."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _regular_expression(text: str) -> str:
    """The text, if it is a regular expression; raises ValueError."""
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"should be a regular expression ({error})") from None
    return text


def _calendar_date(text: str) -> str:
    """The text, if it is an ISO date or the beginning of one; raises ValueError."""
    datetime.date.fromisoformat(f"{text}-01-01"[:10])
    return text


SHAPES: dict[str, str] = {}  # what a pattern asks for, in words


def _shaped(pattern: str, words: str) -> Annotated:
    """A text of the form of a pattern; a message names the form by `words`."""
    SHAPES[pattern] = words
    return Annotated[str, Field(pattern=pattern)]


Text = _shaped(r"\S", "a text that is not blank")
Slug = _shaped(r"^[a-z0-9]+(-[a-z0-9]+)*$", "small letters and digits, words joined by hyphens")
Forms = Annotated[list[Text], Field(min_length=1)]
Regex = Annotated[str, Field(min_length=1), AfterValidator(_regular_expression)]
Date = Annotated[datetime.date, Field(strict=False)]
DateToWhatIsSaid = Annotated[
    _shaped(r"^\d{4}(-\d{2}){0,2}$", "a year, month or day, as 2023, 2023-10 or 2023-10-18"),
    AfterValidator(_calendar_date),
]
CitationKey = _shaped(r"^[a-z]+\d{4}$", "a family name in small letters and a year, as zhang2019")
SentenceId = _shaped(r"^(p\d+s\d+|n\d+)$", "a sentence or an authors’ note, as p7s2 or n1")
SourceLines = int | _shaped(r"^\d+( \d+)+$", "numbers of lines with spaces between, as 56 57")


class Bilingual:
    """What has a value in each language, `zh` and `en`; it is read `both[language]`."""

    def __getitem__(self, language: str):
        """The value in a language; raises KeyError for another than these two."""
        if language not in ("zh", "en"):
            raise KeyError(f"“{language}” is no language of the edition; it has zh and en")
        return getattr(self, language)


class Both(Bilingual, Record):
    """The same thing in Chinese and in English."""

    zh: Text
    en: Text


class PersonalName(Both):
    """A person's name as the journal prints it, surname first: 张建平, ZHANG Jianping."""

    zh: _shaped(r"^\S{2,}$", "a family and a given name without a space, as 张建平")
    en: _shaped(r"^\S+ \S", "a family name, a space and a given name, as ZHANG Jianping")


class Author(Record):
    """`affiliations` are numbers into the paper's list, counted from 1."""

    id: Slug
    name: PersonalName
    affiliations: list[int]
    corresponding: bool = False
    email: Text | None = None
    biography: Both | None = None


class Journal(Record):
    """The journal and the place of the paper in it."""

    name: Both
    issn: _shaped(r"^\d{4}-\d{3}[\dX]$", "an ISSN, as 1000-3045")
    year: int
    volume: int
    issue: int
    first_page: int
    last_page: int


class Paper(Record):
    """paper.yml: what the paper says of itself; the English is the authors' own unless a key says otherwise.
    `translation` is what citations call the English of this edition, `file_name` what the names of downloaded files begin
    with."""

    title: Both
    translation: Text
    file_name: _shaped(r"^[A-Za-z0-9-]+$", "letters of English, digits and hyphens")
    authors: list[Author]
    affiliations: list[Both]
    abstract: Annotated[list[Both], Field(min_length=1)]
    keywords: list[Both]
    journal: Journal
    doi: _shaped(r"^10\.\d+/\S+$", "a DOI, as 10.16418/j.issn.1000-3045.20230526006")
    cstr: Text
    citation: Both
    repository_citation: Text
    repository_url: Text
    repository_statement: Text
    funding: Both
    revised: Date
    published: Date
    editor: PersonalName

    @property
    def whole_abstract(self) -> Both:
        """The abstract as it runs on in print; its entries tie the sentences of the two languages."""
        return Both(zh="".join(part.zh for part in self.abstract), en=" ".join(part.en for part in self.abstract))


class Reference(Bilingual, Record):
    """A work that the paper cites, as the paper prints it; the order of the file is the printed number."""

    key: CitationKey
    zh: Text | None = None
    en: Text


class NoteSource(Record):
    """Where an editor's note has its facts from."""

    title: Text | Both
    url: Annotated[AnyUrl, Field(strict=False)] | None = None


class EditorsNote(Record):
    """A note of this edition on words of the paper; `at` is a sentence of the body or the
    abstract, an authors' note or a reference."""

    id: Slug
    kind: Literal["fact", "reading", "term"]
    at: Text
    phrase: Both
    note: Both
    basis: Literal["source", "inference"]
    sources: list[NoteSource] = []

    @model_validator(mode="after")
    def names_its_source(self):
        """A note says no more than its source supports and names it, or says that it is the editor's inference."""
        if (self.basis == "source") != bool(self.sources):
            raise ValueError("a note with “basis: source” names its sources; one with “basis: inference” has none")
        return self


class TermException(Record):
    """A sentence that renders a term otherwise: `en` are its words there (absent where the term is left out)."""

    at: SentenceId
    en: Text | None = None
    reason: Text


class Entry(Bilingual, Record):
    """What terms and names have in common: the Chinese forms, and the English ones that are right, the preferred one first;
    `within` are longer words that hold it and that a longest match would give to another entry (中美 holds 中国 and 美国);
    `aliases` are what readers may call it, in either language, and the edition does not; `official` is the English of the
    body that bears the name; `note` is what a reader should know."""

    id: Slug
    zh: Forms
    en: Forms
    within: list[Text] = []
    aliases: list[Text] = []
    official: Text | None = None
    abbreviation: Text | None = None
    note: Both | None = None
    exceptions: list[TermException] = []

    def forms(self, language: str) -> list[str]:
        """Its forms in a language, the preferred one first; with the English ones its abbreviation."""
        abbreviation = [self.abbreviation] if language == "en" and self.abbreviation else []
        return list(dict.fromkeys([*self[language], *abbreviation]))


class Term(Entry):
    """A term; the `core` ones are in the chart of terms."""

    kind: ClassVar[str] = "term"
    core: bool = False


class Name(Entry):
    """A proper name."""

    kind: Literal["organisation", "agreement", "project", "place", "person"]
    status: Literal["official", "standard", "descriptive"]


class Statistic(Bilingual, Record):
    """A figure that the paper reports; `zh` and `en` are its words in the sentence, `value` in whole units, `label` what
    a chart calls it."""

    id: Slug
    at: SentenceId
    zh: Text
    en: Text
    value: Annotated[float, Field(allow_inf_nan=False)]
    bound: Literal["exactly", "about", "over", "nearly", "up to"] = "exactly"
    unit: Both
    period: Text | None = None
    measures: Both
    label: Both | None = None
    note: Slug | None = None


class Chart(Record):
    """A chart of the statistics whose ids begin with `id` and a hyphen: as bars, bars on a scale of 100 % (`shares`), bars
    place by place, or as numbers where a drawing would mislead. `whole` is the statistic that shares are of; the caption
    may have the gaps {unit}, {total} and, of the whole, {base}, {amount}, {period}."""

    id: Slug
    form: Literal["bars", "shares", "places", "numbers"]
    whole: Slug | None = None
    title: Both
    caption: Both


class OtherDigits(Record):
    """Digits that report nothing: an item number, a name such as COP27; `at` is absent where it holds throughout."""

    pattern: Regex
    at: SentenceId | None = None
    reason: Both


class Event(Bilingual, Record):
    """A year or period that the paper names and what happened; `start` and `end` are ISO dates cut to what is said."""

    id: Slug
    at: SentenceId
    zh: Text
    en: Text
    start: DateToWhatIsSaid | None = None
    end: DateToWhatIsSaid | None = None
    what: Both

    @model_validator(mode="after")
    def ends_after_it_starts(self):
        """What has an end has a start, and not a later one."""
        if self.end and (not self.start or self.end < self.start[: len(self.end)]):
            raise ValueError("“end” should have a “start” that is not later")
        return self


class Numbers(Record):
    """numbers.yml: every digit of the text is in one of the three lists; `charts` are of the statistics."""

    statistics: list[Statistic]
    charts: list[Chart] = []
    events: list[Event]
    other_digits: list[OtherDigits]


class Change(Record):
    """Characters of one line of the source that a repair replaces."""

    line: int
    source: Text
    edition: Text


class Reading(Record):
    """An emendation; both readings are in the notation of the source, `confidence` is that of the diagnosis."""

    id: Text
    change: Change
    confidence: Text
    reason: Both


class Repair(Record):
    """A repair of structure, stated once; where it applies follows from source.yml or from its `change`. `rejoins` marks
    the one that says why paragraphs were rejoined."""

    id: Text
    rejoins: Literal[True] | None = None
    change: Change | None = None
    statement: Both
    reason: Both


class Typography(Record):
    """A rule of typography, stated once and applied to every Chinese line: regular expression and replacement."""

    id: Text
    pattern: Regex
    replacement: str
    statement: Both
    reason: Both

    @model_validator(mode="after")
    def replaces_with_what_it_finds(self):
        """The replacement names no group that the pattern does not have."""
        try:
            re.sub(f"{self.pattern}|", self.replacement, "")  # “|” lets it match nothing, so that the groups are read
        except (re.error, IndexError) as error:
            raise ValueError(f"“replacement” should name only groups of “pattern” ({error})") from None
        return self


class Emendations(Record):
    """emendations.yml: every kind of difference between the source and the edition."""

    readings: list[Reading]
    structure: list[Repair]
    typography: list[Typography]

    @property
    def rejoining(self) -> Repair | None:
        """The repair that says why paragraphs were rejoined."""
        return next((row for row in self.structure if row.rejoins), None)

    @property
    def changes(self) -> list[Change]:
        """Every replacement of characters, by readings and repairs alike."""
        return [row.change for row in (*self.readings, *self.structure) if row.change]


class SourceMap(Record):
    """source.yml: which lines of the source stand where in the edition; templates as `${place}`."""

    pages: Annotated[dict[int, int], Field(min_length=1)]
    chinese: dict[SourceLines, Text]
    verbatim: dict[SourceLines, Text]
    left_out: dict[SourceLines, Both]
    supplied: dict[Text, Both]


class Licence(Record):
    """A part of what the published site is made of, and whose it is; `files` are patterns of paths in the site, `text`
    is the package that brings the text of the licence."""

    id: Slug
    what: Both
    by: Text | Both
    licence: Text | Both
    url: Annotated[AnyUrl, Field(strict=False)] | None = None
    files: list[Text] = []
    text: Text | None = None
