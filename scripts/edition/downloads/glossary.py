"""The term base, terms and names together: as TBX-Basic (ISO 30042:2019, style DCA) for translators' tools, and as a
spreadsheet."""

from __future__ import annotations

from pathlib import Path

from edition.corpus.edition import Edition, Sentence
from edition.model.records import Name, Term
from edition.model.site_address import REGIONAL_TAGS
from edition.model.templates import xml
from edition.tables.files import as_csv

TEMPLATE = Path(__file__).parent / "templates/termbase.tbx"


def tbx(edition: Edition) -> bytes:
    """The file: a concept for each entry, its preferred form first, with the first sentence that has it."""
    return xml(TEMPLATE, edition=edition, tags=REGIONAL_TAGS, kind=kind, forms=forms, example=example)


def spreadsheet(edition: Edition) -> str:
    """CSV as spreadsheets open it rightly: a row for each entry, a column for each language."""
    return as_csv([_row(edition, entry) for entry in edition.entries])


def kind(entry: Term | Name) -> str:
    """What an entry is: a term, or the kind of a name."""
    return getattr(entry, "kind", "term")


def forms(entry: Term | Name, language: str) -> list[str]:
    """The forms in a language, the preferred one first; with the English ones the abbreviation."""
    abbreviation = [entry.abbreviation] if language == "en" and entry.abbreviation else []
    return list(dict.fromkeys([*entry[language], *abbreviation]))


def example(edition: Edition, entry: Term | Name) -> Sentence | None:
    """The first sentence of the paper that has an entry."""
    place = next(iter(edition.occurrences_of.get(entry.id, {})), None)
    return edition.passages[place] if place else None


def _row(edition: Edition, entry: Term | Name) -> dict[str, object]:
    found, sides = example(edition, entry), {language: forms(entry, language) for language in REGIONAL_TAGS}
    both = {"zh": "", "en": ""}
    texts = {
        "term": {language: first for language, (first, *_) in sides.items()},
        "other": {language: "; ".join(others) for language, (_, *others) in sides.items()},
        "note": entry.note.model_dump() if entry.note else both,
        "example": found.plain.model_dump() if found else both,
    }
    return {
        "id": entry.id,
        "kind": kind(entry),
        **{f"{name}_{language}": text for name, words in texts.items() for language, text in words.items()},
        "official_en": getattr(entry, "official", None) or "",
        "example_at": found.id if found else "",
    }
