"""Fills the pages of the paper. A section is known by its file; other pages name their template in a marker:

<!-- hook_pages: references -->
<!-- hook_pages: table terms -->
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from edition.html import Renderer
from edition.tables import TABLES
from mkdocs.utils import get_relative_url

MARKER = re.compile(r"<!-- hook_pages: (?P<template>[a-z]+)(?: (?P<name>[a-z]+))? -->")


def on_page_markdown(markdown, page, config, files):
    """A section file is no Markdown to the site generator but its heading: the sentences are rendered from the corpus."""
    section = _section(config.extra["edition"], page)
    if not section:
        return markdown
    page.meta["hide"] = ["toc"]
    return f"{markdown.splitlines()[0]} {{#{section.id}}}"


def on_page_content(html, page, config, files):
    """The body of a page from the edition, if it is one of the edition's."""
    edition = config.extra["edition"]
    section, marker = _section(edition, page), MARKER.search(html)
    if not (section or marker):
        return html
    language = PurePosixPath(page.file.src_uri).parts[0]
    renderer = Renderer(edition, language, lambda target: get_relative_url(target, page.url))
    rendered = renderer.section(section) if section else renderer.page(marker["template"], **_context(config, marker["name"]))
    page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', rendered))
    return rendered if section else MARKER.sub(lambda _: rendered, html)


def _context(config, table):
    """What the template of a page needs besides the edition: the citations, and the rows of its table, if it has one."""
    rows = {"name": table, "rows": TABLES[table](config.extra["edition"])} if table else {}
    return {"citations": config.extra["citations"], **rows}


def _section(edition, page):
    """The section whose file a page is, or None."""
    return next((section for section in edition.sections if page.file.src_uri.endswith(f"/paper/{section.slug}.md")), None)
