"""What can be cited, as items of CSL-JSON 1.0: the article of record, this edition, this translation.

Each is something else and says so: only the article has the journal's volume, pages and DOI.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from edition.model import printed_citation
from edition.model.records import Paper
from edition.model.site_address import OTHER, Site

LOCALES = {"zh": "zh-CN", "en": "en-US"}


@dataclass(frozen=True)
class Citable:
    """Something to cite: `id` is article, edition or translation, `items` its CSL-JSON by language of the citation."""

    id: str
    items: dict[str, dict]


def citables(paper: Paper, site: Site) -> list[Citable]:
    """The three things that a reader of the site may want to cite; the translation, being English, in English alone."""
    return [
        Citable("article", {language: article(paper, language) for language in LOCALES}),
        Citable("edition", {language: edition(paper, site, language) for language in LOCALES}),
        Citable("translation", {"en": translation(paper, site)}),
    ]


def article(paper: Paper, language: str) -> dict:
    """The article of record, with title, names and journal in one language; `note` has what CSL has no variable for."""
    journal, other = paper.journal, OTHER[language]
    item = {
        "id": _id(paper, "" if language == "zh" else "en"),
        "type": "article-journal",
        "language": LOCALES[language],
        "title": paper.title[language],
        "author": _authors(paper, language),
        "container-title": journal.name[language],
        "ISSN": journal.issn,
        "volume": str(journal.volume),
        "issue": str(journal.issue),
        "page": f"{journal.first_page}-{journal.last_page}",
        "issued": {"date-parts": [[paper.published.year, paper.published.month, paper.published.day]]},
        "DOI": paper.doi,
        "keyword": ", ".join(keyword[language] for keyword in paper.keywords),
        "abstract": paper.whole_abstract[language],
        "note": f"CSTR: {paper.cstr}; {paper.title[other]}. {journal.name[other]}",
    }
    return item | ({"original-title": paper.title.zh} if language == "en" else {})


def edition(paper: Paper, site: Site, language: str) -> dict:
    """This edition as a web page, by its own name; it has no author and no date of its own."""
    return {
        "id": _id(paper, "edition"),
        "type": "webpage",
        "language": LOCALES[language],
        "title": site.name[language],
        "URL": site.url(language),
        "note": paper.citation[language],
    }


def translation(paper: Paper, site: Site) -> dict:
    """The English of this edition: the authors' work, translated here, and not in the journal."""
    return {
        "id": _id(paper, "translation"),
        "type": "webpage",
        "language": LOCALES["en"],
        "title": paper.title.en,
        "genre": paper.translation,
        "author": _authors(paper, "en"),
        "container-title": site.name.en,
        "URL": site.url("en"),
        "original-title": paper.title.zh,
        "original-date": {"date-parts": [[paper.journal.year]]},
        "note": f"{paper.translation} of: {paper.citation.en}",
    }


def for_gb(item: dict) -> dict:
    """An item as GB/T 7714 wants it: an initial for each character of a name, and a kind that its style leaves out in
    the title."""
    kind = f" [{item['genre'][0].lower()}{item['genre'][1:]}]" if "genre" in item else ""
    return _bare(item) | _named(item, "initials") | {"title": item["title"] + kind}


def for_english(item: dict) -> dict:
    """An item as a style for readers of English wants it: an article that goes by its English title says that it is in
    Chinese; it is no translation, so its Chinese title is not that of an original."""
    bare = _bare(item)
    if item["type"] == "article-journal":
        del bare["original-title"]
        bare["title"] += ' <span class="nocase">[in Chinese]</span>'
    return bare


def plain(item: dict) -> dict:
    """An item as CSL-JSON alone, for a file: names without the initials that only GB/T 7714 needs."""
    return item | _named(item, "given")


def _named(item: dict, given: str) -> dict:
    """The authors of an item, if it has some; `given` is the key of what stands for their given names."""
    names = [{"family": name["family"], "given": name[given]} for name in item.get("author", [])]
    return {"author": names} if names else {}


def _bare(item: dict) -> dict:
    """What a printed citation needs: the year as the journal gives it, no abstract, no note."""
    bare = {key: value for key, value in plain(item).items() if key not in ("abstract", "keyword", "note")}
    if "issued" in bare:
        bare["issued"] = {"date-parts": [item["issued"]["date-parts"][0][:1]]}
    return bare


def _id(paper: Paper, part: str) -> str:
    """A citation key: the first author's name and the year, and the part apart."""
    key = f"{printed_citation.authors(paper)[0]['en'].family.lower()}{paper.journal.year}"
    return f"{key}-{part}" if part else key


def _authors(paper: Paper, language: str) -> list[dict[str, str]]:
    return [asdict(names[language]) for names in printed_citation.authors(paper)]
