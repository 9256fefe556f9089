"""Fills the pages: a section is known by its file, another page by the markers in it (edition/pages/page_files.py)."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePosixPath

from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from edition.corpus.reading_time import reading_time
from edition.downloads.catalogue import listed
from edition.model.site_address import OTHER, TAGS, path_in
from edition.pages.charts import column_name, figures
from edition.pages.head import metadata
from edition.pages.page import Page, section_of
from edition.pages.page_files import MARKER
from edition.pages.render import Renderer
from edition.tables.rows import rows

BETWEEN_LINES = re.compile(r"\s*\n\s*")


def on_env(env, config, files):
    """Templates of the frame know the paths and the tags of the languages."""
    env.globals |= {"path_in": path_in, "tags": TAGS}
    return env


def on_page_markdown(markdown, page, config, files):
    """A section file is no Markdown to the site generator but its heading: the sentences are rendered from the corpus."""
    section = _section(config.extra["build"].edition, page)
    if not section:
        return markdown
    page.meta |= {"hide": ["toc"], "section": section, "both": True}
    return f"{markdown.splitlines()[0]} {{#{section.id}}}"


def on_page_content(html, page, config, files):
    """The body of a section's page comes from the corpus; on other pages the markers are filled."""
    edition = config.extra["build"].edition
    section = _section(edition, page)
    if not (section or MARKER.search(html)):
        return html
    renderer = _renderer(config, page)
    if section:
        html = renderer.section(section)
    else:
        html = MARKER.sub(partial(_filled, config, renderer), html)
    if page.meta.get("whole"):
        page.toc = get_toc(_headings(edition, renderer.language))
    if not page.toc.items:  # the theme's link past the frame leads to the first of them
        page.toc = get_toc([{"level": 1, "id": "main", "name": page.title, "children": []}])
    page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', html)) | {"main"}
    return html


def on_page_context(context, page, config, nav):
    """The template finds what the page says of itself to programs as `metadata`, how long is left to read as `reading`."""
    build, (language, _, file) = config.extra["build"], page.file.src_uri.partition("/")
    shown = build.edition if page.meta.get("whole") else page.meta.get("section")
    paragraphs = shown.paragraphs if shown else []
    context["reading"] = reading_time(build.edition, paragraphs, language)
    path = page.file.url.removeprefix("./").removeprefix(path_in(language))
    context["metadata"] = metadata(build.edition, build.site, Page(file, language, path, page.title, page.content))
    return context


def on_post_page(output, page, config):
    """Without the templates' indentation and blank lines, a seventieth of a packed page: HTML takes any run of white space
    for one (HTML Living Standard, CSS Text 4.1), and no page has a <pre>."""
    return BETWEEN_LINES.sub("\n", output).lstrip()


def _renderer(config, page):
    """A renderer for the page: links to sections stay on the full paper, where their text stands too."""
    build = config.extra["build"]
    language = PurePosixPath(page.file.src_uri).parts[0]
    across = get_relative_url(page.file.alternates[OTHER[language]].url, page.url)
    names = ("references", *build.edition.section_by_slug) if page.meta.get("whole") else ()
    here = {path_in(language, f"paper/{name}/") for name in names}

    def relative(path):
        return "" if path in here else get_relative_url(path, page.url)

    return Renderer(build.edition, language, relative, across, build.citations, build.asset)


def _filled(config, renderer, marker):
    """What stands in place of a marker."""
    return renderer.page(marker["template"], **_context(config, renderer, **marker.groupdict()))


def _context(config, renderer, template, name):
    """What a template needs besides the edition: the rows of a table or the figures of a page by its name."""
    edition = renderer.edition
    if template == "downloads":
        return {"files": listed(config.extra["build"].downloads)}
    if template == "charts":
        return {"name": name, "figures": figures(edition, name, renderer.language), "column_name": column_name}
    return {"name": name, "rows": rows(edition, name)} if name else {}


def _headings(edition, language):
    """The headings of the full paper, as the site generator's table of contents wants them."""
    tokens = [
        {"level": len(section.zh.order) + 1, "id": section.id, "name": section.heading(language), "children": []}
        for section in edition.sections
    ]
    by_id = {token["id"]: token for token in tokens}
    for parent, section in zip(tokens, edition.sections):
        parent["children"] = [by_id[child.id] for child in edition.subsections(section)]
    return [token for token in tokens if token["level"] == 2]


def _section(edition, page):
    """The section whose file a page is, or None."""
    _, _, file = page.file.src_uri.partition("/")
    return section_of(edition, file)
