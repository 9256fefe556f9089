"""The built files: every page in both languages, every sentence at its address, its counterpart beside it."""

import json
import re
from urllib.parse import urljoin

import pytest

from shared import ROOT, page_tree, tied, without_marks

SECTIONS = sorted(path.stem for path in (ROOT / "docs/zh/paper").glob("[0-9]*.md"))
TABLES = ["sections", "citations", "notes", "terms", "names", "numbers", "timeline", "emendations"]
PATHS = [
    "",
    *(f"paper/{slug}/" for slug in [*SECTIONS, "references", "full"]),
    *(f"tables/{name}/" for name in TABLES),
    "search/",
    "about/",
    "about/downloads/",
]
PAGES = [root + path for root in ("", "en/") for path in PATHS]


def read(site, page):
    """A page of the site as a parsed document."""
    return page_tree(site / page / "index.html")


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_contents_have_every_page_once(site, root):
    """From the title page each page of a language is one press away."""
    links = [urljoin(f"/{root}", link["href"]) for link in read(site, root).select("#navigation a")]
    assert sorted(links) == sorted(f"/{root}{path}" for path in PATHS)


@pytest.mark.parametrize("own, root", [(0, ""), (1, "en/")])
def test_every_sentence_is_at_its_address(site, own, root):
    """#p12s3 is the third line of the twelfth paragraph, on the page of its section and on that of the whole paper, in both
    languages; there every sentence and note has its counterpart beside it."""
    full = read(site, f"{root}paper/full/")
    order = sorted(SECTIONS, key=lambda slug: [int(part) for part in re.match(r"(\d)(?:-(\d))?", slug).groups("0")])
    sections = [read(site, f"{root}paper/{slug}/") for slug in order]
    for pages in ([full], sections):
        paragraphs = [one for page in pages for one in page.select(".paragraph")]
        assert [one["id"] for one in paragraphs] == [f"p{number}" for number in range(1, 42)]
        found = [(one["id"], without_marks(one)) for paragraph in paragraphs for one in paragraph.select(".sentence")]
        assert found == [(id, pair[own]) for id, pair in tied() if id.startswith("p")]
    counterparts = {one["data-s"]: without_marks(one) for one in full.select("[data-s]")}
    assert counterparts == {id: pair[1 - own] for id, pair in tied() if not id.startswith("abstract")}


def test_english_paragraphs_say_whose_they_are(site):
    """Every paragraph of the English paper is marked as this edition's translation, the abstract as the authors' own."""
    for slug in SECTIONS:
        for paragraph in read(site, f"en/paper/{slug}/").select(".paragraph"):
            assert (
                paragraph.select_one(".margin a[href$='#translation']")["aria-label"]
                == "tr. This edition’s translation"
            )
    assert "the authors’ own English" in read(site, "en/").find(id="abstract-en").text


def test_paper_json(site):
    """paper.json has the sentences of the files, tied as they are; of its shape the schema has more to say."""
    paper = json.loads((site / "paper.json").read_text(encoding="utf-8"))
    sections = paper["sections"]
    paragraphs = [paragraph for section in sections for paragraph in section["paragraphs"]]
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph["sentences"]]
    assert {one["id"]: (one["zh"], one["en"]) for one in sentences} == {id: pair for id, pair in tied() if id[0] == "p"}
    assert [section["number"] for section in sections][:5] == ["0", "1", "1.1", "1.2", "1.3"]
    assert [paragraph["id"] for paragraph in paragraphs] == [f"p{number}" for number in range(1, 42)]
    assert paragraphs[0]["printed_pages"] == [1407, 1408]
    assert [one["citations"] for one in sentences if one["id"] == "p16s3"] == [["kang2019"]]
    assert sections[2]["url"]["en"].endswith("/en/paper/1-1-negotiations/")


@pytest.mark.parametrize("root", ["", "en/"])
def test_the_key_of_the_switch_is_the_same_everywhere(site, root):
    """As the link says it to programs, as its title and the list of keys say it to readers."""
    page = read(site, root + "about/")
    link = page.select_one("a.other-language")
    assert link["aria-keyshortcuts"] in link["title"]
    keys = ["+".join(key.text for key in item.select("kbd")) for item in page.select("#keys ~ ul li")]
    assert link["aria-keyshortcuts"] in keys


@pytest.mark.parametrize("page", PAGES)
def test_the_control_of_language_is_the_same_everywhere(site, page):
    """中文 comes first and English last; both stand between them where there are two texts to show."""
    words = [one.text for one in read(site, page).select("fieldset.languages > :not(legend)")]
    tied = page.removeprefix("en/").startswith("paper/") and not page.endswith("references/")
    both = ["Both" if page.startswith("en/") else "对照"] if tied else []
    assert [word.strip() for word in words] == ["中文", *both, "English"]


@pytest.mark.parametrize("root", ["", "en/"])
def test_pages_lead_on(site, root):
    """From the title page into one language, both or the other, to the tables, the search and the files, and on to the
    introduction, though the contents list the full page between them; a section of the table of sections into either."""

    def leads(page, selector):
        return [urljoin(f"/{page}", link["href"]).removeprefix("/") for link in read(site, page).select(selector)]

    other, first = "en/" if root == "" else "", "paper/0-introduction/"
    assert leads(root, ".start a:not([hidden])") == [
        f"{root}{first}?view=single",
        f"{root}{first}?view=both",
        f"{other}{first}?view=single",
    ]
    assert leads(root, "a.pair") == [f"{root}{first}?view=both#p1s1"]
    assert leads(root, ".doors a") == [
        f"{root}{path}" for path in ("tables/terms/", "tables/names/", "search/", "about/downloads/")
    ]
    assert leads(root, "a[rel=next]") == [root + first] and leads(root + first, "a[rel=prev]") == [root]
    japan = "paper/2-2-japan/"
    assert leads(f"{root}tables/sections/", "#s2-2 a") == [root + japan, other + japan, f"{root}{japan}?view=both"]


def test_a_table_can_be_taken_away(site):
    """The files beside a table are downloads, a CSV and a JSON of its name."""
    for name in TABLES:
        files = read(site, f"en/tables/{name}/").select("a[download]")
        assert [file["href"] for file in files] == [f"../../../tables/{name}.{kind}" for kind in ("csv", "json")]


def test_a_counterpart_is_no_place(site):
    """What has an address, and what leads on, is in the page's own language."""
    for page in PAGES:
        assert not read(site, page).select("p.counterpart [id], p.counterpart a"), page


@pytest.mark.parametrize("root", ["", "en/"])
def test_varied_terms_come_first(site, root):
    """A term that is rendered in more than one way stands before every term that is not."""
    cells = read(site, f"{root}tables/terms/").select("td.column-renderings")
    varied = [cell.text.count("; ") > 0 for cell in cells]
    assert True in varied and varied == sorted(varied, reverse=True)
