"""What a page says of itself to programs: Highwire Press tags (Google Scholar, Zotero), Dublin Core (DCMI), Open Graph,
schema.org as JSON-LD 1.1, and its own title and description. Lists of (name, content), and mappings; no HTML."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

from . import card, inline, works
from .addresses import TAGS, Site
from .edition import Edition, Section
from .records import Both, Reference

LENGTHS = {"zh": 80, "en": 155}  # of a description, as search engines show it
CARD = "assets/card.png"
LOCALES = {"zh": "zh_CN", "en": "en_US"}
OTHER = {"zh": "en", "en": "zh"}
PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)

Tags = list[tuple[str, str]]


@dataclass(frozen=True)
class Page:
    """A page: its file below the language ("paper/1-practice.md"), language, path in the site, heading, and HTML."""

    file: str
    language: str
    path: str
    heading: str
    content: str = ""


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
        title=f"{heading(edition, page)} · {_own(site.name, page)}",
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


def heading(edition: Edition, page: Page) -> str:
    """The name of a page: the paper's title, a section with its number, or the page's own heading."""
    section = _section(edition, page)
    if page.file == "index.md":
        return _own(edition.paper.title, page)
    return section.heading(page.language) if section else page.heading


def description(edition: Edition, page: Page) -> str:
    """What a page is about, from its own text: a section by its first sentence or its parts, other pages by their intro."""
    section, paper = _section(edition, page), edition.paper
    if page.file == "index.md":
        text = _own(paper.abstract, page)
    elif section and section.paragraphs:
        text = inline.plain(getattr(section.paragraphs[0].sentences[0], page.language).text)
    elif section:
        parts = [other.heading(page.language) for other in edition.subsections(section)]
        text = {"zh": "；", "en": "; "}[page.language].join(parts)
    elif page.file == "paper/references.md":
        text = _own(edition.interface["describe_references"], page).format(count=len(edition.references))
    elif page.file == "paper/full.md":
        text = _own(edition.interface["describe_full"], page).format(count=len(edition.paragraphs))
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


def highwire(edition: Edition, site: Site, language: str) -> Tags:
    """The article of record in Highwire Press tags, the language of the page first; each author's institutions follow the
    name. The authors stand in one language: a second form would count as further authors."""
    paper, journal = edition.paper, edition.paper.journal
    both = (language, OTHER[language])
    return [
        *(("citation_title", getattr(paper.title, one)) for one in both),
        *_authors(edition, language),
        *(("citation_journal_title", getattr(journal.name, one)) for one in both),
        ("citation_publication_date", f"{paper.published:%Y/%m/%d}"),
        ("citation_volume", str(journal.volume)),
        ("citation_issue", str(journal.issue)),
        ("citation_firstpage", str(journal.first_page)),
        ("citation_lastpage", str(journal.last_page)),
        ("citation_doi", paper.doi),
        ("citation_issn", journal.issn),
        ("citation_language", "zh"),
        *(("citation_keywords", getattr(keyword, one)) for one in both for keyword in paper.keywords),
        ("citation_abstract_html_url", site.url(language)),
        ("citation_public_url", site.url(language)),
    ]


def works_cited(edition: Edition, page: Page) -> Tags:
    """The works that the article cites; on the page of a section those that it cites itself, as its size would grow with
    the list."""
    section = _section(edition, page)
    references = edition.cited_in(section) if section else edition.references
    return [("citation_reference", citation_reference(reference, page.language)) for reference in references]


def citation_reference(reference: Reference, language: str) -> str:
    """A work cited, in the parts that its printed form has: “citation_title=…; citation_author=…; …”."""
    work = works.read_work(getattr(reference, language) or reference.en)
    fields = [
        ("citation_title", work.title),
        *(("citation_author", author) for author in work.authors),
        ("citation_journal_title", work.journal),
        ("citation_publisher", work.publisher),
        ("citation_publication_date", work.year),
        ("citation_volume", work.volume),
        ("citation_issue", work.issue),
        ("citation_firstpage", work.first),
        ("citation_lastpage", work.last),
    ]
    return "; ".join(f"{name}={value}" for name, value in fields if value)


def dublin_core(edition: Edition, site: Site, page: Page, described: str) -> Tags:
    """The page in Dublin Core: what it is, and the article that it is a version of."""
    paper, language = edition.paper, page.language
    return [
        ("DC.title", heading(edition, page)),
        *((("DC.title", getattr(paper.title, OTHER[language])),) if page.file == "index.md" else ()),
        *(("DC.creator", getattr(author.name, language)) for author in paper.authors),
        ("DC.description", described),
        ("DC.type", "Text"),
        ("DC.format", "text/html"),
        ("DC.language", TAGS[language]),
        ("DC.identifier", site.url(language, page.path)),
        *(("DC.subject", _own(keyword, page)) for keyword in paper.keywords),
        ("DC.source", f"https://doi.org/{paper.doi}"),
        ("DCTERMS.isVersionOf", f"https://doi.org/{paper.doi}"),
        ("DCTERMS.bibliographicCitation", _own(paper.citation, page)),
        ("DCTERMS.issued", paper.published.isoformat()),
    ]


def open_graph(edition: Edition, site: Site, page: Page, described: str) -> Tags:
    """The page for those who share its address (Open Graph protocol)."""
    is_article = page.file == "index.md" or page.file.startswith("paper/")
    return [
        ("og:type", "article" if is_article else "website"),
        ("og:title", heading(edition, page)),
        ("og:description", described),
        ("og:url", site.url(page.language, page.path)),
        ("og:site_name", _own(site.name, page)),
        ("og:image", site.url("zh", CARD)),
        ("og:image:width", str(card.SIZE[0])),
        ("og:image:height", str(card.SIZE[1])),
        ("og:image:alt", _own(edition.interface["card_alt"], page)),
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


def as_script(data: dict) -> str:
    """Data as JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def json_ld(edition: Edition, site: Site, page: Page, described: str) -> dict:
    """The page as a graph of schema.org: whole works on the title page and the full text, elsewhere what the page adds."""
    section = _section(edition, page)
    if page.file in ("index.md", "paper/full.md"):
        nodes = [record(edition, site), *(text(edition, site, language) for language in TAGS), _website(site)]
        nodes += [_web_page(edition, site, page, described)] if page.file == "paper/full.md" else []
    elif section:
        nodes = [part(edition, site, section, page.language, described), _cited(edition)]
    else:
        nodes = [_web_page(edition, site, page, described), _cited(edition)]
    return {"@context": "https://schema.org", "@graph": nodes}


def record(edition: Edition, site: Site) -> dict:
    """The article of record; its identity is its DOI."""
    paper, journal = edition.paper, edition.paper.journal
    return {
        **_cited(edition),
        "name": _both(paper.title),
        "author": [_person(edition, number) for number in range(len(paper.authors))],
        "datePublished": paper.published.isoformat(),
        "pageStart": str(journal.first_page),
        "pageEnd": str(journal.last_page),
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": str(journal.issue),
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": str(journal.volume),
                "isPartOf": {"@type": "Periodical", "name": _both(journal.name), "issn": journal.issn},
            },
        },
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": paper.doi},
            {"@type": "PropertyValue", "propertyID": "CSTR", "value": paper.cstr},
        ],
        "sameAs": paper.repository_url,
        "abstract": _both(paper.abstract),
        "keywords": [value for keyword in paper.keywords for value in _both(keyword)],
        "funding": {"@type": "Grant", "name": _both(paper.funding)},
        "citation": [_work(reference) for reference in edition.references],
        "workTranslation": {"@id": site.url("en")},
    }


def text(edition: Edition, site: Site, language: str) -> dict:
    """The text of this edition in a language, based on the article of record; the English translates the Chinese."""
    return {
        "@id": site.url(language),
        "@type": "ScholarlyArticle",
        "url": site.url(language),
        "name": getattr(edition.paper.title, language),
        "inLanguage": TAGS[language],
        "author": [{"@id": _person_id(edition, number)} for number in range(len(edition.paper.authors))],
        "isBasedOn": {"@id": _doi(edition)},
        "isPartOf": {"@id": _website(site)["@id"]},
        **_translation(site, language, ""),
        "hasPart": [_section_node(edition, site, section, language) for section in edition.sections],
    }


def part(edition: Edition, site: Site, section: Section, language: str, described: str) -> dict:
    """A section of the text, with the sections under it."""
    parts = [_section_node(edition, site, other, language) for other in edition.subsections(section)]
    return {
        **_section_node(edition, site, section, language),
        "description": described,
        "inLanguage": TAGS[language],
        "isPartOf": {
            "@id": site.url(language),
            "@type": "ScholarlyArticle",
            "name": getattr(edition.paper.title, language),
        },
        "isBasedOn": {"@id": _doi(edition)},
        **_translation(site, language, _path(section)),
        **({"hasPart": parts} if parts else {}),
    }


def _web_page(edition: Edition, site: Site, page: Page, described: str) -> dict:
    """A page beside the text; a table is a data set with its files."""
    node = {
        "@id": site.url(page.language, page.path),
        "@type": "WebPage",
        "url": site.url(page.language, page.path),
        "name": page.heading,
        "description": described,
        "inLanguage": TAGS[page.language],
        "isPartOf": {"@id": site.url(page.language)},
        "about": {"@id": _doi(edition)},
        **_translation(site, page.language, page.path),
    }
    if page.file.startswith("tables/"):
        files = [
            {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": site.url("zh", f"{page.path.rstrip('/')}.{end}"),
            }
            for end, kind in (("csv", "text/csv"), ("json", "application/json"))
        ]
        node["mainEntity"] = {
            "@type": "Dataset",
            "name": page.heading,
            "description": described,
            "isBasedOn": {"@id": _doi(edition)},
            "distribution": files,
        }
    return node


def _cited(edition: Edition) -> dict:
    """The article of record by its identity alone."""
    return {
        "@id": _doi(edition),
        "@type": "ScholarlyArticle",
        "name": _both(edition.paper.title),
        "inLanguage": TAGS["zh"],
    }


def _section_node(edition: Edition, site: Site, section: Section, language: str) -> dict:
    address = site.url(language, _path(section))
    return {
        "@id": address,
        "@type": "CreativeWork",
        "url": address,
        "name": section.heading(language),
        "position": edition.position(section),
    }


def _translation(site: Site, language: str, path: str) -> dict:
    relation = "workTranslation" if language == "zh" else "translationOfWork"
    return {relation: {"@id": site.url(OTHER[language], path)}}


def _website(site: Site) -> dict:
    return {
        "@id": f"{site.root}#site",
        "@type": "WebSite",
        "url": site.root,
        "name": _both(site.name),
        "inLanguage": list(TAGS.values()),
    }


def _person(edition: Edition, number: int) -> dict:
    author = edition.paper.authors[number]
    affiliations = [
        {"@type": "Organization", "name": _both(edition.paper.affiliations[index - 1])} for index in author.affiliations
    ]
    return {
        "@id": _person_id(edition, number),
        "@type": "Person",
        "name": _both(author.name),
        "affiliation": affiliations,
    }


def _person_id(edition: Edition, number: int) -> str:
    return f"{_doi(edition)}#{edition.paper.authors[number].id}"


def _work(reference: Reference) -> dict:
    """A work cited, by its titles and in the form that the paper prints."""
    forms = {language: works.read_work(value) for language in TAGS if (value := getattr(reference, language))}
    return {
        "@type": "ScholarlyArticle" if forms["en"].journal else "Book",
        "name": [{"@language": TAGS[language], "@value": work.title} for language, work in forms.items()],
        "author": [{"@type": "Person", "name": name} for name in forms["en"].authors],
        "datePublished": forms["en"].year,
    }


def _authors(edition: Edition, language: str) -> Tags:
    paper = edition.paper
    tags = []
    for author, name in zip(paper.authors, works.authors(paper)):
        parts = name[language]
        tags.append(
            (
                "citation_author",
                f"{parts.family}, {parts.given}" if language == "en" else getattr(author.name, language),
            )
        )
        tags += [
            ("citation_author_institution", getattr(paper.affiliations[number - 1], language))
            for number in author.affiliations
        ]
    return tags


def _both(both: Both) -> list[dict[str, str]]:
    """A pair as JSON-LD values with their languages."""
    return [{"@language": tag, "@value": getattr(both, language)} for language, tag in TAGS.items()]


def _doi(edition: Edition) -> str:
    return f"https://doi.org/{edition.paper.doi}"


def _path(section: Section) -> str:
    return f"paper/{section.slug}/"


def _section(edition: Edition, page: Page) -> Section | None:
    folder, _, name = page.file.rpartition("/")
    return edition.section_by_slug.get(name.removesuffix(".md")) if folder == "paper" else None


def _own(both: Both, page: Page) -> str:
    return getattr(both, page.language)
