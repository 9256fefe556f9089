"""The term base, terms and names together: as TBX-Basic (ISO 30042:2019, style DCA) for translators' tools, and as a
spreadsheet."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from edition.corpus.edition import Edition, Sentence
from edition.model.markup import document, element
from edition.model.records import Name, Term
from edition.model.site_address import REGIONAL_TAGS as TAGS
from edition.tables.files import as_csv

PREFERRED, ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"


def tbx(edition: Edition) -> bytes:
    """The file: a concept for each entry, its preferred form first, with the first sentence that has it."""
    concepts = [_concept(edition, entry) for entry in edition.entries]
    head = {"type": "TBX-Basic", "style": "dca", "xml:lang": "en", "xmlns": "urn:iso:std:iso:30042:ed-2"}
    about = element("p", {}, f"{edition.paper.title.zh} · {edition.paper.title.en}. doi:{edition.paper.doi}")
    header = element("tbxHeader", {}, element("fileDesc", {}, element("sourceDesc", {}, about)))
    body = element("text", {}, element("body", {}, concepts))
    return document(element("tbx", head, header, body), {"term", "note", "descrip", "p"})


def spreadsheet(edition: Edition) -> str:
    """CSV as spreadsheets open it rightly: a row for each entry, a column for each language."""
    return as_csv([_row(edition, entry) for entry in edition.entries])


def kind(entry: Term | Name) -> str:
    """What an entry is: a term, or the kind of a name."""
    return getattr(entry, "kind", "term")


def forms(entry: Term | Name, language: str) -> list[str]:
    """The forms in a language, the preferred one first; with the English ones the abbreviation."""
    abbreviation = [entry.abbreviation] if language == "en" and entry.abbreviation else []
    return list(dict.fromkeys([*getattr(entry, language), *abbreviation]))


def example(edition: Edition, entry: Term | Name) -> Sentence | None:
    """The first sentence of the paper that has an entry."""
    place = next(iter(edition.occurrences_of.get(entry.id, {})), None)
    return edition.passages[place] if place else None


def _row(edition: Edition, entry: Term | Name) -> dict[str, object]:
    found, sides = example(edition, entry), {language: forms(entry, language) for language in TAGS}
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


def _concept(edition: Edition, entry: Term | Name) -> Element:
    found = example(edition, entry)
    languages = [_language(entry, language, found) for language in TAGS]
    of_what = element("descrip", {"type": "subjectField"}, kind(entry)) if isinstance(entry, Name) else None
    return element("conceptEntry", {"id": f"c-{entry.id}"}, of_what, languages)  # an id of XML begins with a letter


def _language(entry: Term | Name, language: str, found: Sentence | None) -> Element:
    note = element("note", {}, getattr(entry.note, language)) if entry.note else None
    first, *others = forms(entry, language)
    terms = [_term(first, PREFERRED, found and _context(found, language)), *(_term(form, ADMITTED) for form in others)]
    return element("langSec", {"xml:lang": TAGS[language]}, note, terms)


def _term(form: str, status: str, context: Element | None = None) -> Element:
    note = element("termNote", {"type": "administrativeStatus"}, status)
    return element("termSec", {}, element("term", {}, form), note, context)


def _context(found: Sentence, language: str) -> Element:
    sentence = element("descrip", {"type": "context"}, getattr(found.plain, language))
    return element("descripGrp", {}, sentence, element("admin", {"type": "source"}, found.id))
