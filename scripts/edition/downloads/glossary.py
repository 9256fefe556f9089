"""The term base, terms and names together: as TBX-Basic (ISO 30042:2019, style DCA) for translators' tools, and as a
spreadsheet."""

from __future__ import annotations

from pathlib import Path

from edition.corpus.edition import Edition, Sentence
from edition.model.records import Entry
from edition.model.site_address import REGIONAL_TAGS
from edition.model.templates import xml
from edition.tables.files import as_csv

TEMPLATE = Path(__file__).parent / "templates/termbase.tbx"


def tbx(edition: Edition) -> bytes:
    """The file: a concept for each entry, its preferred form first, with the first sentence that has it."""
    return xml(TEMPLATE, edition=edition, tags=REGIONAL_TAGS, example=example)


def spreadsheet(edition: Edition) -> str:
    """CSV as spreadsheets open it rightly: a row for each entry, a column for each language."""
    return as_csv([_row(edition, entry) for entry in edition.entries])


def example(edition: Edition, entry: Entry) -> Sentence | None:
    """The first sentence of the paper that has an entry."""
    place = next(iter(edition.occurrences_of.get(entry.id, {})), None)
    return edition.passages[place] if place else None


def _row(edition: Edition, entry: Entry) -> dict[str, object]:
    found, sides = example(edition, entry), {language: entry.forms(language) for language in REGIONAL_TAGS}
    both = {"zh": "", "en": ""}
    texts = {
        "term": {language: first for language, (first, *_) in sides.items()},
        "other": {language: "; ".join(others) for language, (_, *others) in sides.items()},
        "note": entry.note.model_dump() if entry.note else both,
        "example": found.plain.model_dump() if found else both,
    }
    return {
        "id": entry.id,
        "kind": entry.kind,
        **{f"{name}_{language}": text for name, words in texts.items() for language, text in words.items()},
        "official_en": entry.official or "",
        "example_at": found.id if found else "",
    }
