"""Fills the pages of the paper. A section is known by its file; other pages name their template in a marker:

<!-- hook_pages: references -->
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from edition.html import Renderer
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

MARKER = re.compile(r"<!-- hook_pages: (?P<template>[a-z]+) -->")


def on_page_markdown(markdown, page, config, files):
    """A section file is no Markdown to the site generator but its heading: the sentences are rendered from the corpus."""
    section = _section(config.extra["edition"], page)
    if not section:
        return markdown
    page.meta |= {"hide": ["toc"], "section": section, "both": True}
    return f"{markdown.splitlines()[0]} {{#{section.id}}}"


def on_page_content(html, page, config, files):
    """The body of a page from the edition, if it is one of the edition's."""
    edition = config.extra["edition"]
    section, marker = _section(edition, page), MARKER.search(html)
    if not (section or marker):
        return html
    language = PurePosixPath(page.file.src_uri).parts[0]
    root = "" if language == "zh" else f"{language}/"
    here = _addresses_here(edition) if page.meta.get("whole") else ()
    rendered = Renderer(edition, language).page(
        "section" if section else marker["template"],
        url=lambda target: "" if target in here else get_relative_url(root + target, page.url),
        across=next(get_relative_url(other.url, page.url) for key, other in page.file.alternates.items() if key != language),
        section=section,
        subsections=[other for other in edition.sections if section and other.is_under(section)],
    )
    if here:
        page.toc = get_toc(_headings(edition, language))
    page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', rendered))
    return rendered if section else MARKER.sub(lambda _: rendered, html)


def _addresses_here(edition):
    """The pages whose text stands on the full paper too: links to them stay there."""
    return {f"paper/{name}/" for name in ("references", *(section.slug for section in edition.sections))}


def _headings(edition, language):
    """The headings of the full paper, as the site generator's table of contents wants them."""
    tokens = [{"level": len(section.zh.order) + 1, "id": section.id, "name": _name(section, language), "children": []} for section in edition.sections]
    for parent, section in zip(tokens, edition.sections):
        parent["children"] = [token for token, other in zip(tokens, edition.sections) if other.is_under(section)]
    return [token for token in tokens if token["level"] == 2]


def _name(section, language):
    """The heading of a section with its number."""
    return getattr(section, language).title.text if section.number == "0" else f"{section.number} {getattr(section, language).title.text}"


def _section(edition, page):
    """The section whose file a page is, or None."""
    return next((section for section in edition.sections if page.file.src_uri.endswith(f"/paper/{section.slug}.md")), None)
