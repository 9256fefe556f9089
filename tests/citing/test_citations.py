"""What reference managers are given says what paper.yml says: read back by programs that did not write it."""

import hashlib
import json
import re

import bibtexparser
import pypandoc
import pytest
import yaml
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts

from edition.citing import files as reference_files
from edition.citing import formatted as citations
from edition.citing import items
from edition.model import printed_citation
from edition.model.records import Both
from edition.model.site_address import Site
from shared import ROOT

PAPER = yaml.safe_load((ROOT / "docs/_data/paper.yml").read_text(encoding="utf-8"))
JOURNAL = PAPER["journal"]
NAMES = {"zh": [("张", "建平"), ("张", "旭")], "en": [("Zhang", "Jianping"), ("Zhang", "Xu")]}
PATHS = {"zh": "cite/article.{}", "en": "en/cite/article.{}"}


@pytest.fixture(scope="module")
def citables(edition):
    """What can be cited, on a site of its own."""
    return items.citables(edition.paper, Site(Both(zh="读本", en="A reading edition"), "https://example.org/paper/"))


@pytest.fixture(scope="module")
def files(citables):
    """The files by their paths."""
    return dict(reference_files.files(citables))


@pytest.fixture(scope="module")
def formatted(citables):
    """The text of each citation, by what is cited and style."""
    return {
        (id, one.style.id): re.sub(r"<[^>]+>", "", one.html).replace("&amp;", "&")
        for id, rows in citations.citations(citables).items()
        for one in rows
    }


def test_files(files):
    """The article and the edition in both languages, the translation in English, in three formats."""
    stems = ["cite/article", "en/cite/article", "cite/edition", "en/cite/edition", "en/cite/translation"]
    assert sorted(files) == sorted(f"{stem}.{form}" for stem in stems for form in ("bib", "ris", "json"))


@pytest.mark.parametrize("language", PATHS)
def test_bibtex_read_by_bibtexparser(files, language):
    """Field by field, as paper.yml has it."""
    [entry] = bibtexparser.parse_string(
        files[PATHS[language].format("bib")], append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    ).entries
    fields = {key: field.value for key, field in entry.fields_dict.items()}
    people = [(" ".join(name.last), " ".join(name.first)) for name in fields.pop("author")]
    assert (entry.entry_type, people) == ("article", NAMES[language])
    assert fields.pop("title") == f"{{{PAPER['title'][language]}}}"
    assert fields.pop("note").startswith(f"CSTR: {PAPER['cstr']}; ")
    assert fields == {
        "journal": JOURNAL["name"][language],
        "volume": str(JOURNAL["volume"]),
        "number": str(JOURNAL["issue"]),
        "pages": f"{JOURNAL['first_page']}--{JOURNAL['last_page']}",
        "issn": JOURNAL["issn"],
        "doi": PAPER["doi"],
        "keywords": ", ".join(keyword[language] for keyword in PAPER["keywords"]),
        "abstract": {"zh": "", "en": " "}[language].join(part[language] for part in PAPER["abstract"]),
        "year": str(PAPER["published"].year),
        "month": str(PAPER["published"].month),
        "language": "chinese",
        "langid": {"zh": "chinese", "en": "english"}[language],
    }


@pytest.mark.parametrize("language", PATHS)
@pytest.mark.parametrize("form, reader", [("ris", "ris"), ("json", "csljson")])
def test_every_file_read_by_pandoc(files, language, form, reader):
    """The other formats yield the same work to a reader that wrote none of them."""
    [item] = json.loads(pypandoc.convert_text(files[PATHS[language].format(form)], "csljson", format=reader))
    published = PAPER["published"]
    assert item["type"] == "article-journal"
    assert [(name["family"], name["given"]) for name in item["author"]] == NAMES[language]
    assert item["title"] == PAPER["title"][language]
    assert item["container-title"] == JOURNAL["name"][language]
    assert re.split("[-–]", item["page"]) == [str(JOURNAL["first_page"]), str(JOURNAL["last_page"])]
    assert (item["volume"], item["issue"], item["ISSN"], item["DOI"]) == (
        str(JOURNAL["volume"]),
        str(JOURNAL["issue"]),
        JOURNAL["issn"],
        PAPER["doi"],
    )
    assert (
        item["issued"]["date-parts"][0]
        == [published.year, published.month, published.day][: len(item["issued"]["date-parts"][0])]
    )


def test_the_record_is_no_other(citables, formatted):
    """Only the article has the journal's place and DOI; the edition and the translation are said to be what they are."""
    [article, edition, translation] = citables
    place = {"volume", "issue", "page", "ISSN", "DOI"}
    assert place <= article.items["zh"].keys() & article.items["en"].keys()
    assert not place & (edition.items["zh"].keys() | edition.items["en"].keys() | translation.items["en"].keys())
    for (id, style), text in formatted.items():
        assert (PAPER["doi"] in text) == (id == "article"), style
        assert ("nofficial English translation" in text) == (id == "translation"), style
        assert ("https://example.org/paper/" in text) == (id != "article"), style


def test_the_article_in_each_style(formatted):
    """The forms that the manuals give: order and form of names, marks, volume, issue, pages."""
    expected = {
        "style_gb_zh": "张建平, 张旭. {zh}[J/OL]. 中国科学院院刊, 2023, 38(9): 1407-1415. DOI:{doi}.",
        "style_gb_en": "ZHANG J P, ZHANG X. {en}[J/OL]. {journal}, 2023, 38(9): 1407-1415. DOI:{doi}.",
        "style_apa": "Zhang, J., & Zhang, X. (2023). {en} [in Chinese]. {journal}, 38(9), 1407–1415. https://doi.org/{doi}",
        "style_mla": "Zhang, Jianping, and Xu Zhang. “{title} [in Chinese].” {journal}, vol. 38, no. 9, 2023, pp. 1407–15, https://doi.org/{doi}.",
        "style_chicago": "Zhang, Jianping, and Xu Zhang. 2023. “{title} [in Chinese].” {journal} 38 (9): 1407–15. https://doi.org/{doi}.",
    }
    words = {
        **PAPER["title"],
        "doi": PAPER["doi"],
        "journal": JOURNAL["name"]["en"],
        "title": "Experiences and Enlightenment of International Cooperation on Climate Change for BRI Partners",
    }
    assert {style: text for (id, style), text in formatted.items() if id == "article"} == {
        style: form.format(**words) for style, form in expected.items()
    }


def test_styles_are_as_published():
    """The style files are those whose digests their README records."""
    digests = dict(
        re.findall(r"`(\S+\.csl)`.*`([0-9a-f]{64})`", (citations.FOLDER / "README.md").read_text(encoding="utf-8"))
    )
    assert {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in citations.FOLDER.glob("*.csl")
    } == digests
    assert {style.file for style in citations.STYLES} == digests.keys()


def test_references_are_read_without_loss(edition):
    """The parts of a printed reference, put together again in the journal's form, are the printed reference."""
    for reference in edition.references:
        for language, printed in (("zh", reference.zh), ("en", reference.en)):
            if printed:
                work = printed_citation.read_work(printed)
                names = [*work.authors, *([{"zh": "等", "en": "et al"}[language]] if work.others else [])]
                place = (
                    f"{work.journal}, {work.year}, {work.volume or ''}({work.issue}): {work.first}-{work.last}"
                    if work.journal
                    else f"{work.place}: {work.publisher}, {work.year}"
                )
                assert printed.removesuffix(" (in Chinese)") == f"{', '.join(names)}. {work.title}. {place}."
