"""The article of record in the tags of Highwire Press, which Google Scholar and Zotero read. Lists of (name, content)."""

from __future__ import annotations

from edition.corpus.edition import Edition
from edition.model import printed_citation
from edition.model.records import Reference
from edition.model.site_address import OTHER, Site
from edition.pages.page import Page

Tags = list[tuple[str, str]]


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
    section = page.section(edition)
    references = edition.cited_in(section) if section else edition.references
    return [("citation_reference", citation_reference(reference, page.language)) for reference in references]


def citation_reference(reference: Reference, language: str) -> str:
    """A work cited, in the parts that its printed form has: “citation_title=…; citation_author=…; …”."""
    work = printed_citation.read_work(getattr(reference, language) or reference.en)
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


def _authors(edition: Edition, language: str) -> Tags:
    paper = edition.paper
    tags = []
    for author, name in zip(paper.authors, printed_citation.authors(paper)):
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
