"""The paper as an EPUB 3 book (EPUB 3.3, W3C 2023; accessibility metadata by EPUB Accessibility 1.1). Same input, same bytes."""

from __future__ import annotations

import datetime
import io
import uuid
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from edition.corpus.edition import Edition
from edition.corpus.language import Side
from edition.downloads.book import NAMESPACES, RUNNING, Book, Chapter, lang
from edition.model.markup import document, element
from edition.model.site_address import TAGS

STYLE = """\
body { line-height: 1.6; }
h1, h2, h3 { line-height: 1.3; }
.authors, .affiliations { padding-left: 1.2em; }
.paragraph { margin: 1em 0; }
.number { float: left; margin: 0; width: 3em; font-size: 0.8em; }
.texts { margin-left: 3em; }
.texts p { margin: 0 0 0.5em; }
aside { font-size: 0.85em; border-top: 1px solid; margin-top: 0.8em; }
aside .mark { float: left; width: 3em; margin: 0; }
aside p + p { margin-left: 3.5em; }
@media (min-width: 45em) {
  .texts:has(p + p) { display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.5em; }
}
"""
DOCTYPE = "<!DOCTYPE html>\n"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip file can say
FEATURES = (
    "ARIA",
    "displayTransformability",
    "pageBreakMarkers",
    "pageNavigation",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
ACCESSIBILITY = [
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    *(("schema:accessibilityFeature", feature) for feature in FEATURES),
    ("schema:accessibilityHazard", "none"),
]


def epub(edition: Edition, view: str, modified: datetime.datetime) -> bytes:
    """The book as bytes; `view` is "zh", "en" or "both", `modified` the time of the build."""
    book = Book(edition, view)
    chapters = book.chapters()
    files = {
        "META-INF/container.xml": document(_container(), set()),
        "EPUB/package.opf": document(_package(book, chapters, modified), set()),
        "EPUB/nav.xhtml": _page(book, book.main.label("contents"), _contents(book, chapters), _page_list(book)),
        "EPUB/style.css": STYLE.encode(),
        **{f"EPUB/{chapter.name}.xhtml": _page(book, chapter.title, chapter.body) for chapter in chapters},
    }
    return _zipped(files)


def _zipped(files: dict[str, bytes]) -> bytes:
    """A zip file whose first entry says what it is, uncompressed (OCF, 4.3)."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", EPOCH), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _container() -> Element:
    package = element("rootfile", {"full-path": "EPUB/package.opf", "media-type": "application/oebps-package+xml"})
    return element(
        "container",
        {"xmlns": "urn:oasis:names:tc:opendocument:xmlns:container", "version": "1.0"},
        element("rootfiles", {}, package),
    )


def _package(book: Book, chapters: list[Chapter], modified: datetime.datetime) -> Element:
    page = {"media-type": "application/xhtml+xml"}
    pages = [
        element("item", {"id": f"c-{chapter.name}", "href": f"{chapter.name}.xhtml", **page}) for chapter in chapters
    ]
    nav = element("item", {"id": "nav", "href": "nav.xhtml", **page, "properties": "nav"})
    style = element("item", {"id": "style", "href": "style.css", "media-type": "text/css"})
    return element(
        "package",
        {
            "xmlns": "http://www.idpf.org/2007/opf",
            "version": "3.0",
            "unique-identifier": "id",
            "xml:lang": book.main.tag,
        },
        element("metadata", {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}, _metadata(book, modified)),
        element("manifest", {}, nav, style, pages),
        element("spine", {}, [element("itemref", {"idref": f"c-{chapter.name}"}) for chapter in chapters]),
    )


def _metadata(book: Book, modified: datetime.datetime) -> Iterator[Element]:
    paper, main = book.edition.paper, book.main
    yield element(
        "dc:identifier", {"id": "id"}, uuid.uuid5(uuid.NAMESPACE_URL, f"https://doi.org/{paper.doi}#{book.view}").urn
    )
    for number, side in enumerate(book.sides):
        yield element("dc:title", {"id": f"title-{number}", "xml:lang": side.tag}, side.own(paper.title))
    yield from (element("dc:language", {}, side.tag) for side in book.sides)
    for author in paper.authors:
        yield element("dc:creator", {"id": author.id, "xml:lang": main.tag}, main.own(author.name))
        yield element("meta", {"refines": f"#{author.id}", "property": "role", "scheme": "marc:relators"}, "aut")
    yield element("dc:source", {}, f"https://doi.org/{paper.doi}")
    yield element("dc:date", {}, paper.published.isoformat())
    yield from (
        element("dc:subject", {"xml:lang": side.tag}, side.own(keyword))
        for side in book.sides
        for keyword in paper.keywords
    )
    yield element("dc:description", {"xml:lang": main.tag}, main.own(paper.whole_abstract))
    yield element("dc:rights", {"xml:lang": main.tag}, main.label("footer"))
    yield element("meta", {"property": "dcterms:modified"}, f"{modified:%Y-%m-%dT%H:%M:%SZ}")
    yield from (element("meta", {"property": name}, value) for name, value in ACCESSIBILITY)
    yield element("meta", {"property": "pageBreakSource"}, f"https://doi.org/{paper.doi}")
    for language in sorted(TAGS, key=lambda one: one != main.language):
        side = Side(book.edition, language)
        summary = {"property": "schema:accessibilitySummary", "xml:lang": side.tag}
        yield element("meta", summary, side.label("epub_accessibility"))


def _contents(book: Book, chapters: list[Chapter]) -> Element:
    """The contents, nested as the sections are numbered."""
    entries = [(chapter, []) for chapter in chapters if chapter.level == 1]
    top = -1
    for chapter in chapters:
        top += chapter.level == 1
        if chapter.level > 1:
            entries[top][1].append(_entry(chapter, []))
    return element(
        "nav",
        {"epub:type": "toc", "role": "doc-toc", "id": "toc"},
        element("h1", {}, book.main.label("contents")),
        element("ol", {}, [_entry(chapter, within) for chapter, within in entries]),
    )


def _page_list(book: Book) -> Element:
    """The printed pages, with the word that their boundaries are inferred."""
    pages = [
        element("li", {}, element("a", {"href": at}, str(page))) for page, at in sorted(book.printed_pages().items())
    ]
    title = element("h2", {}, book.main.label("printed_pages"))
    return element("nav", {"epub:type": "page-list", "role": "doc-pagelist"}, title, element("ol", {}, pages))


def _entry(chapter: Chapter, within: list[Element]) -> Element:
    return element(
        "li",
        {},
        element("a", {"href": f"{chapter.name}.xhtml"}, chapter.title),
        element("ol", {}, within) if within else None,
    )


def _page(book: Book, title: str, *body: Element) -> bytes:
    style = element("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
    head = element("head", {}, element("title", {}, title), style)
    return document(
        element("html", {**NAMESPACES, **lang(book.main)}, head, element("body", {}, *body)), RUNNING, DOCTYPE
    )
