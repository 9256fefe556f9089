"""Metadata of a page for programs: title, description, Dublin Core (DCMI) and Open Graph here, Highwire Press's tags and
schema.org's graph in modules of their own. Lists of (name, content), and mappings; no HTML."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from edition.corpus.edition import Edition
from edition.model.site_address import OTHER, TAGS, Site
from edition.pages import social_card
from edition.pages.highwire import Tags, highwire, works_cited
from edition.pages.page import Page
from edition.pages.schema_org import as_script, json_ld

LENGTHS = {"zh": 80, "en": 155}  # of a description, as search engines show it
CARD = "assets/card.png"
LOCALES = {"zh": "zh_CN", "en": "en_US"}
PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True)
class Metadata:
    """All that stands in the head of a page; `alternates` are (hreflang, address)."""

    title: str
    description: str
    meta: Tags
    properties: Tags
    alternates: Tags
    json_ld: str


def metadata(edition: Edition, site: Site, page: Page) -> Metadata:
    """What a page of the site says of itself."""
    described = description(edition, page)
    return Metadata(
        title=f"{page.name(edition)} · {page.own(site.name)}",
        description=described,
        meta=[
            *highwire(edition, site, page.language),
            *works_cited(edition, page),
            *dublin_core(edition, site, page, described),
            ("twitter:card", "summary_large_image"),
        ],
        properties=open_graph(edition, site, page, described),
        alternates=alternates(site, page.path),
        json_ld=as_script(json_ld(edition, site, page, described)),
    )


def description(edition: Edition, page: Page) -> str:
    """What a page is about, from its own text: a section by its first sentence or its parts, others by their intro."""
    section, paper = page.section(edition), edition.paper
    if page.file == "index.md":
        text = page.own(paper.whole_abstract)
    elif section and section.paragraphs:
        text = section.paragraphs[0].sentences[0][page.language].plain
    elif section:
        parts = [other.heading(page.language) for other in edition.subsections(section)]
        text = {"zh": "；", "en": "; "}[page.language].join(parts)
    elif page.file == "paper/references.md":
        text = edition.filled("describe_references", count=len(edition.references))[page.language]
    elif page.file == "paper/full.md":
        text = edition.filled("describe_full", count=len(edition.paragraphs))[page.language]
    else:
        text = first_paragraph(page.content) or page.heading
    return cut(text, page.language)


def cut(text: str, language: str) -> str:
    """A text no longer than a description, cut after a word (in Chinese, before a mark of punctuation)."""
    if len(text) <= LENGTHS[language]:
        return text
    head = text[: LENGTHS[language]]
    breaks = [match.start() for match in re.finditer({"zh": "[，；、：。（]", "en": " "}[language], head)]
    return head[: max(breaks, default=len(head))].rstrip(" ,;:") + "…"


def first_paragraph(content: str) -> str:
    """The text of the first paragraph in a piece of HTML, or nothing."""
    found = PARAGRAPH.search(content)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", found[1])).split()) if found else ""


def dublin_core(edition: Edition, site: Site, page: Page, described: str) -> Tags:
    """The page in Dublin Core: what it is, and the article that it is a version of."""
    paper, language = edition.paper, page.language
    return [
        ("DC.title", page.name(edition)),
        *((("DC.title", paper.title[OTHER[language]]),) if page.file == "index.md" else ()),
        *(("DC.creator", author.name[language]) for author in paper.authors),
        ("DC.description", described),
        ("DC.type", "Text"),
        ("DC.language", TAGS[language]),
        ("DC.identifier", site.url(language, page.path)),
        *(("DC.subject", page.own(keyword)) for keyword in paper.keywords),
        ("DC.source", f"https://doi.org/{paper.doi}"),
        ("DCTERMS.isVersionOf", f"https://doi.org/{paper.doi}"),
        ("DCTERMS.bibliographicCitation", page.own(paper.citation)),
        ("DCTERMS.issued", paper.published.isoformat()),
    ]


def open_graph(edition: Edition, site: Site, page: Page, described: str) -> Tags:
    """The page for those who share its address (Open Graph protocol)."""
    is_article = page.file == "index.md" or page.file.startswith("paper/")
    return [
        ("og:type", "article" if is_article else "website"),
        ("og:title", page.name(edition)),
        ("og:description", described),
        ("og:url", site.url(page.language, page.path)),
        ("og:site_name", page.own(site.name)),
        ("og:image", site.url("zh", CARD)),
        ("og:image:width", str(social_card.SIZE[0])),
        ("og:image:height", str(social_card.SIZE[1])),
        ("og:image:alt", page.own(edition.interface["card_alt"])),
        ("og:locale", LOCALES[page.language]),
        ("og:locale:alternate", LOCALES[OTHER[page.language]]),
        *((("article:published_time", edition.paper.published.isoformat()),) if is_article else ()),
    ]


def alternates(site: Site, path: str) -> Tags:
    """The same page in each language, and the one for readers of any other (hreflang)."""
    return [*((tag, site.url(language, path)) for language, tag in TAGS.items()), ("x-default", site.url("zh", path))]


def robots(site: Site) -> str:
    """robots.txt (RFC 9309): everything may be read, and the sitemap is there."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.root}sitemap.xml\n"
