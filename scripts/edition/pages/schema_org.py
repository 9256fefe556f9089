"""A page as a graph of schema.org, in JSON-LD 1.1: the article of record, the text in two languages, its sections."""

from __future__ import annotations

import json
from dataclasses import dataclass

from edition.corpus.edition import Edition, Section
from edition.model import printed_citation
from edition.model.records import Author, Both, Reference
from edition.model.site_address import OTHER, TAGS, Site
from edition.pages.page import Page

FILES = {"csv": "text/csv", "json": "application/json"}  # of a table


def json_ld(edition: Edition, site: Site, page: Page, described: str) -> dict:
    """The page as a graph of schema.org: whole works on the title page and full text, else what the page adds."""
    graph, section = Graph(edition, site), page.section(edition)
    if page.file in ("index.md", "paper/full.md"):
        nodes = [graph.record(), *map(graph.text, TAGS), graph.website()]
        nodes += [graph.web_page(page, described)] if page.file == "paper/full.md" else []
    elif section:
        nodes = [graph.part(section, page.language, described), graph.cited()]
    else:
        nodes = [graph.web_page(page, described), graph.cited()]
    return {"@context": "https://schema.org", "@graph": nodes}


def as_script(data: dict) -> str:
    """Data as JSON that may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@dataclass(frozen=True)
class Graph:
    """Makes the nodes of the graph."""

    edition: Edition
    site: Site

    @property
    def doi(self) -> str:
        """The identity of the article of record."""
        return f"https://doi.org/{self.edition.paper.doi}"

    def cited(self) -> dict:
        """The article of record by its identity alone."""
        name = _both(self.edition.paper.title)
        return {"@id": self.doi, "@type": "ScholarlyArticle", "name": name, "inLanguage": TAGS["zh"]}

    def record(self) -> dict:
        """The article of record with all that is known of it."""
        paper, journal = self.edition.paper, self.edition.paper.journal
        periodical = {"@type": "Periodical", "name": _both(journal.name), "issn": journal.issn}
        volume = {"@type": "PublicationVolume", "volumeNumber": str(journal.volume), "isPartOf": periodical}
        ids = {"DOI": paper.doi, "CSTR": paper.cstr}
        return {
            **self.cited(),
            "name": _both(paper.title),
            "author": [self._person(author) for author in paper.authors],
            "datePublished": paper.published.isoformat(),
            "pageStart": str(journal.first_page),
            "pageEnd": str(journal.last_page),
            "isPartOf": {"@type": "PublicationIssue", "issueNumber": str(journal.issue), "isPartOf": volume},
            "identifier": [{"@type": "PropertyValue", "propertyID": name, "value": id} for name, id in ids.items()],
            "sameAs": paper.repository_url,
            "abstract": _both(paper.whole_abstract),
            "keywords": [value for keyword in paper.keywords for value in _both(keyword)],
            "funding": {"@type": "Grant", "name": _both(paper.funding)},
            "citation": [_work(reference) for reference in self.edition.references],
            "workTranslation": {"@id": self.site.url("en")},
        }

    def text(self, language: str) -> dict:
        """The text of this edition in a language, based on the article of record; the English translates the Chinese."""
        return {
            "@id": self.site.url(language),
            "@type": "ScholarlyArticle",
            "url": self.site.url(language),
            "name": self.edition.paper.title[language],
            "inLanguage": TAGS[language],
            "author": [{"@id": self._person_id(author)} for author in self.edition.paper.authors],
            "isBasedOn": {"@id": self.doi},
            "isPartOf": {"@id": self.website()["@id"]},
            **self._translation(language, ""),
            "hasPart": [self._section(section, language) for section in self.edition.sections],
        }

    def part(self, section: Section, language: str, described: str) -> dict:
        """A section of the text, with the sections under it."""
        title = self.edition.paper.title[language]
        parts = [self._section(other, language) for other in self.edition.subsections(section)]
        return {
            **self._section(section, language),
            "description": described,
            "inLanguage": TAGS[language],
            "isPartOf": {"@id": self.site.url(language), "@type": "ScholarlyArticle", "name": title},
            "isBasedOn": {"@id": self.doi},
            **self._translation(language, f"paper/{section.slug}/"),
            **({"hasPart": parts} if parts else {}),
        }

    def web_page(self, page: Page, described: str) -> dict:
        """A page beside the text; a table is a data set with its files."""
        address = self.site.url(page.language, page.path)
        return {
            "@id": address,
            "@type": "WebPage",
            "url": address,
            "name": page.heading,
            "description": described,
            "inLanguage": TAGS[page.language],
            "isPartOf": {"@id": self.site.url(page.language)},
            "about": {"@id": self.doi},
            **self._translation(page.language, page.path),
            **({"mainEntity": self._table(page, described)} if page.file.startswith("tables/") else {}),
        }

    def website(self) -> dict:
        """The site."""
        root, languages = self.site.root, list(TAGS.values())
        return {
            "@id": f"{root}#site",
            "@type": "WebSite",
            "url": root,
            "name": _both(self.site.name),
            "inLanguage": languages,
        }

    def _table(self, page: Page, described: str) -> dict:
        path = page.path.rstrip("/")
        addresses = {self.site.url("zh", f"{path}.{ending}"): type for ending, type in FILES.items()}
        return {
            "@type": "Dataset",
            "name": page.heading,
            "description": described,
            "isBasedOn": {"@id": self.doi},
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": type, "contentUrl": address}
                for address, type in addresses.items()
            ],
        }

    def _section(self, section: Section, language: str) -> dict:
        address = self.site.url(language, f"paper/{section.slug}/")
        name, position = section.heading(language), self.edition.position(section)
        return {"@id": address, "@type": "CreativeWork", "url": address, "name": name, "position": position}

    def _translation(self, language: str, path: str) -> dict:
        relation = "workTranslation" if language == "zh" else "translationOfWork"
        return {relation: {"@id": self.site.url(OTHER[language], path)}}

    def _person(self, author: Author) -> dict:
        places = [_both(self.edition.paper.affiliations[number - 1]) for number in author.affiliations]
        affiliations = [{"@type": "Organization", "name": place} for place in places]
        name = _both(author.name)
        return {"@id": self._person_id(author), "@type": "Person", "name": name, "affiliation": affiliations}

    def _person_id(self, author: Author) -> str:
        return f"{self.doi}#{author.id}"


def _work(reference: Reference) -> dict:
    """A work cited, by its titles and in the form that the paper prints."""
    forms = {language: printed_citation.read_work(value) for language in TAGS if (value := reference[language])}
    return {
        "@type": "ScholarlyArticle" if forms["en"].journal else "Book",
        "name": [{"@language": TAGS[language], "@value": work.title} for language, work in forms.items()],
        "author": [{"@type": "Person", "name": name} for name in forms["en"].authors],
        "datePublished": forms["en"].year,
    }


def _both(both: Both) -> list[dict[str, str]]:
    """A pair as JSON-LD values with their languages."""
    return [{"@language": tag, "@value": both[language]} for language, tag in TAGS.items()]
