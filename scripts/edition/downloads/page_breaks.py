"""The pages of the journal as places of the edition, for lists of pages (EPUB 3.3, page-list)."""

from __future__ import annotations

from edition.corpus.edition import Edition


def page_places(edition: Edition) -> dict[int, str]:
    """Each printed page after the first with the paragraph in which it begins or, after the last, "references".

    The boundaries are inferred from the extraction, to the paragraph; who shows them says so.
    """
    begins: dict[int, str] = {}
    for paragraph in edition.paragraphs:
        for page in paragraph.printed_pages:
            begins.setdefault(page, paragraph.id)
    journal = edition.paper.journal
    return {page: begins.get(page, "references") for page in range(journal.first_page + 1, journal.last_page + 1)}
