"""The paper as an EPUB 3 book (EPUB 3.3, W3C 2023; metadata by EPUB Accessibility 1.1). Same input, same bytes.

It is not written by pandoc, as Word files and PDFs are: its EPUB has no list of the printed pages."""

from __future__ import annotations

import datetime
import io
import re
import uuid
import zipfile
from pathlib import Path

from edition.corpus.edition import Edition
from edition.corpus.language import Language, printed_in
from edition.downloads.plaintext import VIEWS
from edition.model.grouped import grouped
from edition.model.inline import CHINESE
from edition.model.site_address import OTHER
from edition.model.templates import xml

TEMPLATES = Path(__file__).parent / "templates/epub"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip file can say


def epub(edition: Edition, view: str, modified: datetime.datetime) -> bytes:
    """The book as bytes; `view` is "zh", "en" or "both", `modified` the time of the build. Contents, labels and links are
    in the first language of the view."""
    values = _values(edition, view) | {"modified": modified}
    files = {name: xml(TEMPLATES / name, **values) for name in ("package.opf", "nav.xhtml")}
    files["style.css"] = (TEMPLATES / "style.css").read_bytes()
    files["title.xhtml"] = xml(TEMPLATES / "title.xhtml", **values)
    for section in edition.sections:
        files[f"{section.slug}.xhtml"] = xml(TEMPLATES / "section.xhtml", section=section, **values)
    files["references.xhtml"] = xml(TEMPLATES / "references.xhtml", **values)
    container = {"META-INF/container.xml": (TEMPLATES / "container.xml").read_bytes()}
    return _zipped(container | {f"EPUB/{name}": content for name, content in files.items()})


def _values(edition: Edition, view: str) -> dict[str, object]:
    """What every template of the book finds."""
    sides = [Language(edition, language) for language in VIEWS[view]]
    pages = page_places(edition)
    return {
        "edition": edition,
        "sides": sides,
        "main": sides[0],
        "other": Language(edition, OTHER[sides[0].language]),
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, f"https://doi.org/{edition.paper.doi}#{view}").urn,
        "chapters": ["title", *edition.section_by_slug, "references"],
        "references_title": " ".join(side.label("references") for side in sides),
        "pages_at": grouped((place, page) for page, place in pages.items()),
        "printed_pages": _addresses(edition, pages),
        "printed_in": printed_in,
        "chinese_apart": re.compile(f"({CHINESE.pattern})").split,
    }


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


def _addresses(edition: Edition, pages: dict[int, str]) -> dict[int, str]:
    """Each printed page with its address in the book (EPUB 3.3, page-list)."""
    files = {paragraph.id: section.slug for section in edition.sections for paragraph in section.paragraphs}
    first = {edition.paper.journal.first_page: "title.xhtml"}
    return first | {page: f"{files.get(place, place)}.xhtml#page-{page}" for page, place in pages.items()}


def _zipped(files: dict[str, bytes]) -> bytes:
    """A zip file whose first entry says what it is, uncompressed (OCF, 4.3)."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", EPOCH), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
