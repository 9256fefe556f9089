"""A page as a graph of schema.org, in JSON-LD 1.1: the article of record, the text in two languages, its sections."""

from __future__ import annotations

import json

from edition.corpus.edition import Edition, Section
from edition.model import printed_citation
from edition.model.records import Both, Reference
from edition.model.site_address import OTHER, TAGS, Site
from edition.pages.page import Page


def json_ld(edition: Edition, site: Site, page: Page, described: str) -> dict:
    """The page as a graph of schema.org: whole works on the title page and the full text, elsewhere what the page adds."""
    section = page.section(edition)
    if page.file in ("index.md", "paper/full.md"):
        nodes = [record(edition, site), *(text(edition, site, language) for language in TAGS), _website(site)]
        nodes += [_web_page(edition, site, page, described)] if page.file == "paper/full.md" else []
    elif section:
        nodes = [part(edition, site, section, page.language, described), _cited(edition)]
    else:
        nodes = [_web_page(edition, site, page, described), _cited(edition)]
    return {"@context": "https://schema.org", "@graph": nodes}


def as_script(data: dict) -> str:
    """Data as JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


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
        "abstract": _both(paper.whole_abstract),
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
    forms = {
        language: printed_citation.read_work(value) for language in TAGS if (value := getattr(reference, language))
    }
    return {
        "@type": "ScholarlyArticle" if forms["en"].journal else "Book",
        "name": [{"@language": TAGS[language], "@value": work.title} for language, work in forms.items()],
        "author": [{"@type": "Person", "name": name} for name in forms["en"].authors],
        "datePublished": forms["en"].year,
    }


def _both(both: Both) -> list[dict[str, str]]:
    """A pair as JSON-LD values with their languages."""
    return [{"@language": tag, "@value": getattr(both, language)} for language, tag in TAGS.items()]


def _doi(edition: Edition) -> str:
    return f"https://doi.org/{edition.paper.doi}"


def _path(section: Section) -> str:
    return f"paper/{section.slug}/"
