"""The front matter of the JATS file: the journal, and what paper.yml says of the paper, in the order of the tag set."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from edition.corpus.edition import Edition
from edition.corpus.language import TAGS, Side
from edition.model.markup import element
from edition.model.person_names import PersonName, in_parts
from edition.model.printed_citation import authors
from edition.model.records import Author, Both

AWARD = re.compile(r"(?P<source>.+?) ?[（(](?P<id>[\w-]+)[)）]")


def front(edition: Edition, abstract: list, url: Callable[[str, str], str]) -> Element:
    """The front of the article; `abstract` is the inside of the Chinese one, `url` gives the address of a path."""
    paper, side = edition.paper, Side(edition, "zh")
    return element(
        "front",
        {},
        _journal(edition),
        element(
            "article-meta",
            {},
            element("article-id", {"pub-id-type": "doi"}, paper.doi),
            element("article-id", {"pub-id-type": "other", "specific-use": "cstr"}, paper.cstr),
            _title_group(side, paper.title),
            _contributors(edition),
            _date("pub-date", {"date-type": "pub", "publication-format": "electronic"}, paper.published),
            element("pub-date", {"date-type": "collection"}, element("year", {}, str(paper.journal.year))),
            [element(name, {}, str(getattr(paper.journal, field))) for name, field in PLACE.items()],
            element("history", {}, _date("date", {"date-type": "rev-recd"}, paper.revised)),
            element("permissions", {}, element("copyright-statement", {}, side.label("footer"))),
            _address("edition", url("zh", "")),
            _address("repository", paper.repository_url),
            element("abstract", {"xml:lang": side.tag}, element("p", {"id": "abstract"}, abstract)),
            element("trans-abstract", {"xml:lang": TAGS["en"]}, element("p", {}, paper.whole_abstract.en)),
            [_keywords(Side(edition, language)) for language in TAGS],
            _funding(side),
        ),
    )


def stub(edition: Edition, abstract: list, url: Callable[[str, str], str]) -> Element:
    """The front of the translation: what differs from the article's; all else it inherits."""
    paper, side = edition.paper, Side(edition, "en")
    status = element(
        "custom-meta",
        {},
        element("meta-name", {}, "translation-status"),
        element("meta-value", {}, side.label("record_text")),
    )
    return element(
        "front-stub",
        {},
        element("title-group", {}, element("article-title", {}, paper.title.en)),
        element("contrib-group", {}, _authors(side, "en-"), _affiliation_list(side, "en-")),
        _correspondences(side, "en-"),
        element("permissions", {}, element("copyright-statement", {}, side.label("footer"))),
        _address("edition", url("en", "")),
        element("abstract", {}, element("p", {"id": "en-abstract"}, abstract)),
        _keywords(side),
        _funding(side),
        element("custom-meta-group", {}, status),
    )


PLACE = {"volume": "volume", "issue": "issue", "fpage": "first_page", "lpage": "last_page"}


def _journal(edition: Edition) -> Element:
    journal = edition.paper.journal
    title = element("journal-title", {"xml:lang": TAGS["zh"]}, journal.name.zh)
    return element(
        "journal-meta",
        {},
        element("journal-id", {"journal-id-type": "issn"}, journal.issn),
        element("journal-title-group", {}, title, _other_title("trans-title", journal.name)),
        element("issn", {}, journal.issn),
    )


def _other_title(tag: str, title: Both) -> Element:
    return element("trans-title-group", {"xml:lang": TAGS["en"]}, element(tag, {}, title.en))


def _title_group(side: Side, title: Both) -> Element:
    """The title of the article, and the authors' English one."""
    own = element("article-title", {"xml:lang": side.tag}, side.own(title))
    return element("title-group", {}, own, _other_title("trans-title", title))


def _contributors(edition: Edition) -> list[Element]:
    """The authors with their affiliations, the editor, and to whom one writes."""
    side = Side(edition, "zh")
    return [
        element("contrib-group", {"content-type": "authors"}, _authors(side, ""), _affiliations(edition)),
        element("contrib-group", {"content-type": "editors"}, _editor(edition)),
        _correspondences(side, ""),
    ]


def _authors(side: Side, prefix: str) -> list[Element]:
    """The authors: in the article under both names, in the translation under the English one."""
    paper = side.edition.paper
    return [_author(author, names, prefix) for author, names in zip(paper.authors, authors(paper))]


def _author(author: Author, names: dict[str, PersonName], prefix: str) -> Element:
    languages = ["en"] if prefix else ["zh", "en"]
    named = [_name(names[language], language) for language in languages]
    lives = [(language, getattr(author.biography, language)) for language in languages] if author.biography else []
    attributes = {"contrib-type": "author", "id": prefix + author.id}
    return element(
        "contrib",
        attributes | ({"corresp": "yes"} if author.corresponding else {}),
        named if prefix else element("name-alternatives", {}, named),
        [element("bio", {"xml:lang": TAGS[language]}, element("p", {}, life)) for language, life in lives],
        [_reference("aff", f"{prefix}aff{number}", str(number)) for number in author.affiliations],
        _reference("corresp", f"{prefix}cor-{author.id}", "*") if author.corresponding else None,
    )


def _reference(kind: str, id: str, mark: str) -> Element:
    return element("xref", {"ref-type": kind, "rid": id}, mark)


def _name(name: PersonName, language: str) -> Element:
    style = "eastern" if language == "zh" else "western"
    return element(
        "name",
        {"name-style": style, "xml:lang": TAGS[language]},
        element("surname", {}, name.family),
        element("given-names", {}, name.given),
    )


def _editor(edition: Edition) -> Element:
    editor = in_parts(edition.paper.editor)
    names = element("name-alternatives", {}, [_name(editor[language], language) for language in TAGS])
    return element("contrib", {"contrib-type": "editor"}, names, element("role", {}, edition.interface["editor"].zh))


def _affiliations(edition: Edition) -> list[Element]:
    """Each affiliation in both languages."""
    both = [_affiliation_list(Side(edition, language), None) for language in TAGS]
    return [element("aff-alternatives", {"id": f"aff{number}"}, pair) for number, pair in enumerate(zip(*both), 1)]


def _affiliation_list(side: Side, prefix: str | None) -> list[Element]:
    """The affiliations in one language, with an id if there is a prefix for it."""
    found = []
    for number, affiliation in enumerate(side.edition.paper.affiliations, 1):
        attributes = {"xml:lang": side.tag} if prefix is None else {"id": f"{prefix}aff{number}"}
        institution = element("institution", {}, side.own(affiliation))
        found.append(element("aff", attributes, element("label", {}, str(number)), institution))
    return found


def _correspondences(side: Side, prefix: str) -> Element:
    """To whom one writes."""
    to = [author for author in side.edition.paper.authors if author.corresponding]
    return element("author-notes", {}, [_correspondence(side, author, prefix) for author in to])


def _correspondence(side: Side, author: Author, prefix: str) -> Element:
    content = (
        [side.label("corresponding"), " ", element("email", {}, author.email)]
        if author.email
        else side.label("corresponding")
    )
    return element("corresp", {"id": f"{prefix}cor-{author.id}"}, content)


def _date(tag: str, attributes: dict[str, str], date: datetime.date) -> Element:
    parts = [element(part, {}, str(getattr(date, part))) for part in ("day", "month", "year")]
    return element(tag, {**attributes, "iso-8601-date": date.isoformat()}, parts)


def _address(kind: str, address: str) -> Element:
    return element("self-uri", {"content-type": kind, "xlink:href": address}, address)


def _keywords(side: Side) -> Element:
    words = [element("kwd", {}, side.own(keyword)) for keyword in side.edition.paper.keywords]
    return element("kwd-group", {"kwd-group-type": "author", "xml:lang": side.tag}, words)


def _funding(side: Side) -> Element:
    """The grant; source and number apart where the paper prints the number in brackets."""
    statement = side.own(side.edition.paper.funding)
    award = AWARD.fullmatch(statement)
    group = (
        element("award-group", {}, element("funding-source", {}, award["source"]), element("award-id", {}, award["id"]))
        if award
        else None
    )
    return element("funding-group", {"xml:lang": side.tag}, group, element("funding-statement", {}, statement))
