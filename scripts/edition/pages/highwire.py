"""The article of record in Highwire Press tags, for Google Scholar and Zotero, as lists of (name, content)."""

from __future__ import annotations

from edition.corpus.edition import Edition
from edition.model import printed_citation
from edition.model.records import Reference
from edition.model.site_address import OTHER, Site
from edition.pages.page import Page

Tags = list[tuple[str, str]]


def highwire(edition: Edition, site: Site, language: str) -> Tags:
    """The article of record in Highwire Press tags, the language of the page first; each author's institutions follow
    the name. The authors stand in one language: a second form would count as further authors."""
    paper, journal = edition.paper, edition.paper.journal
    both = (language, OTHER[language])
    return [
        *(("citation_title", paper.title[one]) for one in both),
        *_authors(edition, language),
        *(("citation_journal_title", journal.name[one]) for one in both),
        ("citation_publication_date", f"{paper.published:%Y/%m/%d}"),
        ("citation_volume", str(journal.volume)),
        ("citation_issue", str(journal.issue)),
        ("citation_firstpage", str(journal.first_page)),
        ("citation_lastpage", str(journal.last_page)),
        ("citation_doi", paper.doi),
        ("citation_issn", journal.issn),
        ("citation_language", "zh"),
        *(("citation_keywords", keyword[one]) for one in both for keyword in paper.keywords),
        ("citation_abstract_html_url", site.url(language)),
        ("citation_public_url", site.url(language)),
    ]


def works_cited(edition: Edition, page: Page) -> Tags:
    """The works that the article cites; on the page of a section those that it cites itself, as its size would grow
    with the list."""
    section = page.section(edition)
    references = edition.works_cited_in(section) if section else edition.references
    return [("citation_reference", citation_reference(reference, page.language)) for reference in references]


def citation_reference(reference: Reference, language: str) -> str:
    """A work cited, in the parts that its printed form has: “citation_title=…; citation_author=…; …”."""
    work = printed_citation.read_work(reference[language] or reference.en)
    fields = [("title", work.title), *(("author", author) for author in work.authors)]
    fields += [("journal_title", work.journal), ("publisher", work.publisher), ("publication_date", work.year)]
    fields += [("volume", work.volume), ("issue", work.issue), ("firstpage", work.first), ("lastpage", work.last)]
    return "; ".join(f"citation_{name}={value}" for name, value in fields if value)


def _authors(edition: Edition, language: str) -> Tags:
    paper, tags = edition.paper, []
    for author, names in zip(paper.authors, printed_citation.authors(paper)):
        name = author.name.zh if language == "zh" else f"{names['en'].family}, {names['en'].given}"
        places = [paper.affiliations[number - 1][language] for number in author.affiliations]
        tags += [("citation_author", name), *(("citation_author_institution", place) for place in places)]
    return tags
