"""The whole edition as data for other programs: paper.json. Sentences are plain text in the edition's reading."""

from __future__ import annotations

from collections.abc import Callable

from . import inline
from .edition import Edition, Paragraph, Section, Sentence


def paper_json(edition: Edition, url: Callable[[str, str], str]) -> dict:
    """The edition as plain lists and mappings; `url` gives the address of a path in a language."""
    return {
        "title": edition.paper.title.model_dump(),
        "doi": edition.paper.doi,
        "sections": [_section(section, url) for section in edition.sections],
        "references": [
            {
                "number": number,
                **reference.model_dump(),
                "cited_in": [sentence.id for sentence in edition.citing(reference.key)],
            }
            for number, reference in enumerate(edition.references, 1)
        ],
        "notes": [_sentence(note) for note in edition.notes],
        "editors_notes": [note.model_dump(mode="json", exclude_none=True) for note in edition.editors_notes],
        "terms": [term.model_dump(exclude_none=True) for term in edition.terms],
        "names": [name.model_dump(exclude_none=True) for name in edition.names],
        "numbers": [number.model_dump(exclude_none=True) for number in edition.numbers.statistics],
        "emendations": [reading.model_dump() for reading in edition.emendations.readings],
    }


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
        "zh": inline.plain(sentence.zh.text),
        "en": inline.plain(sentence.en.text),
        "citations": sentence.citations,
        "notes": sentence.notes,
    }
