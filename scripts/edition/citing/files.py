"""Citations as files for reference managers: BibTeX, RIS and CSL-JSON, each written by a library of its format."""

from __future__ import annotations

import json
from collections.abc import Iterator

import rispy
from pybtex.database import BibliographyData, Entry, Person

from edition.citing import items
from edition.model.site_address import path_in

BIBTEX_TYPES = {"article-journal": "article", "webpage": "online"}
BIBTEX_FIELDS = {
    "title": "title",
    "container-title": "journal",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "ISSN": "issn",
    "DOI": "doi",
    "URL": "url",
    "genre": "titleaddon",
    "keyword": "keywords",
    "abstract": "abstract",
    "note": "note",
}
LANGUAGES = {"zh-CN": "chinese", "en-US": "english"}
RIS_TYPES = {"article-journal": "JOUR", "webpage": "ELEC"}
RIS_FIELDS = {
    "title": "title",
    "container-title": "secondary_title",
    "volume": "volume",
    "issue": "number",
    "ISSN": "issn",
    "DOI": "doi",
    "genre": "type_of_work",
    "abstract": "abstract",
}


def path(citable: str, language: str, form: str) -> str:
    """Where a file stands in the site: cite/article.bib, en/cite/article.ris."""
    return path_in(language, f"cite/{citable}.{form}")


def files(citables: list[items.Citable]) -> Iterator[tuple[str, str]]:
    """The path and the text of every file."""
    for citable in citables:
        for language, item in citable.items.items():
            for form, written in WRITERS.items():
                yield path(citable.id, language, form), written(items.plain(item))


def bibtex(item: dict) -> str:
    """An item of CSL-JSON as a BibTeX entry that biblatex reads too; braces keep the title as it is."""
    fields = {name: item[key] for key, name in BIBTEX_FIELDS.items() if key in item}
    fields["title"] = f"{{{item['title']}}}"
    if item["type"] == "webpage" and "journal" in fields:
        fields["organization"] = fields.pop("journal")
    if "pages" in fields:
        fields["pages"] = fields["pages"].replace("-", "--")
    if "issued" in item:
        year, month, _ = item["issued"]["date-parts"][0]
        fields |= {"year": str(year), "month": str(month)}
    fields |= {"language": LANGUAGES[_language(item)], "langid": LANGUAGES[item["language"]]}
    authors = [Person(first=name["given"], last=name["family"]) for name in item.get("author", [])]
    entry = Entry(BIBTEX_TYPES[item["type"]], fields=fields, persons={"author": authors} if authors else {})
    return BibliographyData({item["id"]: entry}).to_string("bibtex")


def ris(item: dict) -> str:
    """An item of CSL-JSON as a RIS record."""
    record = {"type_of_reference": RIS_TYPES[item["type"]], "id": item["id"], "language": _language(item)}
    record |= {name: item[key] for key, name in RIS_FIELDS.items() if key in item}
    if "author" in item:
        record["authors"] = [f"{name['family']}, {name['given']}" for name in item["author"]]
    if "page" in item:
        record["start_page"], record["end_page"] = item["page"].split("-")
    if "issued" in item:
        year, month, day = item["issued"]["date-parts"][0]
        record |= {"year": str(year), "date": f"{year}/{month:02}/{day:02}"}
    if "keyword" in item:
        record["keywords"] = item["keyword"].split(", ")
    if "URL" in item:
        record["urls"] = [item["URL"]]
    record["notes"] = [item["note"]]
    return rispy.dumps([record], implementation=Record)


class Record(rispy.RisWriter):
    """RIS as the format has it, without rispy's number above a record."""

    def set_header(self, count):
        """No header."""
        return ""


def _language(item: dict) -> str:
    """The language of the work: the article is in Chinese, also where it is cited in English."""
    return "zh-CN" if item["type"] == "article-journal" else item["language"]


def csl_json(item: dict) -> str:
    """An item as CSL-JSON: a list of one."""
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


WRITERS = {"bib": bibtex, "ris": ris, "json": csl_json}
