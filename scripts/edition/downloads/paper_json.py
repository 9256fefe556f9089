"""The whole edition as data for other programs: paper.json. Sentences are plain text in the edition's reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edition.corpus.edition import Edition, Paragraph, Section, Sentence
from edition.model.records import Record, Reference


def paper_json(edition: Edition, url: Callable[[str, str], str]) -> dict:
    """The edition as plain lists and mappings; `url` gives the address of a path in a language."""
    return {**_text(edition, url), **_facts(edition)}


def _text(edition: Edition, url: Callable[[str, str], str]) -> dict:
    """What tools have rested on from the first: the paper by sentences, and what is tied to them."""
    return {
        "title": edition.paper.title.model_dump(),
        "doi": edition.paper.doi,
        "sections": [_section(section, url) for section in edition.sections],
        "references": [_reference(edition, reference) for reference in edition.references],
        "notes": [_sentence(note) for note in edition.notes],
        "editors_notes": _rows(edition.editors_notes),
        "terms": _rows(edition.terms),
        "names": _rows(edition.names),
        "numbers": _rows(edition.numbers.statistics),
        "emendations": _rows(edition.emendations.readings),
    }


def _facts(edition: Edition) -> dict:
    """What else the edition knows; `emendations` has the readings alone, the other kinds of difference stand here."""
    return {
        "authors": _rows(edition.paper.authors),
        "affiliations": _rows(edition.paper.affiliations),
        "abstract": edition.paper.whole_abstract.model_dump(),
        "abstract_sentences": [{"id": id, **part.model_dump()} for id, part in edition.abstract.items()],
        "keywords": _rows(edition.paper.keywords),
        "events": _rows(edition.numbers.events),
        "repairs": _rows(edition.emendations.structure),
        "typography": _rows(edition.emendations.typography),
    }


def _rows(records: Iterable[Record]) -> list[dict]:
    """Records as mappings, without what they have not."""
    return [record.model_dump(mode="json", exclude_none=True) for record in records]


def _reference(edition: Edition, reference: Reference) -> dict:
    number, citing = edition.reference_number(reference.key), edition.citing(reference.key)
    return {"number": number, **reference.model_dump(), "cited_in": [sentence.id for sentence in citing]}


def _section(section: Section, url: Callable[[str, str], str]) -> dict:
    path = f"paper/{section.slug}/"
    return {
        "number": section.number,
        "slug": section.slug,
        "title": section.title.model_dump(),
        "url": {language: url(language, path) for language in ("zh", "en")},
        "paragraphs": [_paragraph(paragraph) for paragraph in section.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> dict:
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "printed_pages": list(paragraph.printed_pages),
        "sentences": [_sentence(sentence) for sentence in paragraph.sentences],
    }


def _sentence(sentence: Sentence) -> dict:
    return {
        "id": sentence.id,
        "zh": sentence.zh.plain,
        "en": sentence.en.plain,
        "citations": sentence.citations,
        "notes": sentence.notes,
    }
