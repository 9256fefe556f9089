"""What the built pages say of themselves, read as search engines and reference managers read it."""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from urllib.parse import urljoin

import pytest
import yaml
from pyld import jsonld

from shared import ROOT, without_marks

PAPER = yaml.safe_load((ROOT / "docs/_data/paper.yml").read_text(encoding="utf-8"))
REFERENCES = yaml.safe_load((ROOT / "docs/_data/references.yml").read_text(encoding="utf-8"))
JOURNAL = PAPER["journal"]
DOI = f"https://doi.org/{PAPER['doi']}"
SCHEMA = "http://schema.org/"
TAGS = {"zh": "zh-Hans", "en": "en"}
XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def pages(pages):
    """Every page with an address: all but that for no page."""
    return {path: page for path, page in pages.items() if path != "404.html"}


@pytest.fixture(scope="module")
def root(pages):
    """The address of the site, as its title page gives it."""
    return pages[""].find("link", rel="canonical")["href"]


def language_of(path):
    """The language of a page."""
    return "en" if path.startswith("en/") else "zh"


def contents(page, name):
    """What the meta elements of a name say, in order."""
    return [element["content"] for element in page.find_all("meta", attrs={"name": name})]


def properties(page):
    """What the meta elements of a page say by property."""
    return {element["property"]: element["content"] for element in page.find_all("meta", property=True)}


def alternates(page):
    """The addresses of a page in each language, as its head gives them."""
    links = page.head.find_all("link", rel="alternate", hreflang=True, type=False)
    return {link["hreflang"]: link["href"] for link in links}


def test_titles_and_descriptions_are_their_own(pages):
    """No two pages share a title or a description, none lacks one, and none is long; each is in its language."""
    for read in (lambda page: page.title.get_text(), lambda page: "".join(contents(page, "description"))):
        values = {path: read(page) for path, page in pages.items()}
        assert [value for value, count in Counter(values.values()).items() if count > 1] == []
        for path, value in values.items():
            assert 8 <= len(value)
            assert bool(re.match(r"[^A-Za-z]*[\u4e00-\u9fff]", value)) == (language_of(path) == "zh"), (path, value)
    for path, page in pages.items():
        [description] = contents(page, "description")
        assert len(description) <= {"zh": 81, "en": 156}[language_of(path)], path


def test_description_of_a_section_is_its_first_sentence(pages):
    """Cut after a word, if it is cut."""
    for path, page in pages.items():
        sentence = page.select_one(".sentence")
        if sentence and re.search(r"paper/\d", path):
            text, [description] = without_marks(sentence), contents(page, "description")
            assert text.startswith(description.removesuffix("…"))
            if description.endswith("…"):
                assert re.match(r"[\s,;:，；、：。（]", text[len(description) - 1 :]), path


def test_highwire_tags_are_complete(pages):
    """On every page, the article of record as paper.yml has it, in the language of the page first."""
    for path, page in pages.items():
        own, other = ("en", "zh") if language_of(path) == "en" else ("zh", "en")
        says = lambda name: contents(page, f"citation_{name}")  # noqa: E731
        assert says("title") == [PAPER["title"][own], PAPER["title"][other]]
        assert says("journal_title") == [JOURNAL["name"][own], JOURNAL["name"][other]]
        assert says("author") == {"zh": ["张建平", "张旭"], "en": ["Zhang, Jianping", "Zhang, Xu"]}[own]
        assert says("publication_date") == [PAPER["published"].strftime("%Y/%m/%d")]
        for name in ("volume", "issue", "first_page", "last_page", "issn"):
            assert says(name.replace("_", "")) == [str(JOURNAL[name])]
        assert (says("doi"), says("language")) == ([PAPER["doi"]], ["zh"])
        assert says("keywords") == [keyword[one] for one in (own, other) for keyword in PAPER["keywords"]]
        assert (
            says("abstract_html_url")
            == says("public_url")
            == [pages["en/" if own == "en" else ""].find("link", rel="canonical")["href"]]
        )


def test_institutions_follow_their_author(pages):
    """An author's institutions stand after the name and before the next."""
    for path in ("", "en/"):
        people = []
        for element in pages[path].find_all("meta", attrs={"name": re.compile("^citation_author")}):
            if element["name"] == "citation_author":
                people.append([])
            else:
                people[-1].append(element["content"])
        assert people == [
            [PAPER["affiliations"][number - 1][language_of(path)] for number in author["affiliations"]]
            for author in PAPER["authors"]
        ]


def test_each_work_cited_is_a_reference(pages):
    """Every field of a citation_reference stands in the reference as printed; a section has those that its text cites."""
    for path, page in pages.items():
        references = contents(page, "citation_reference")
        source = ROOT / f"docs/zh/{path.removeprefix('en/').rstrip('/')}.md"
        cited = (
            re.findall(r"\[@(\w+)\]", source.read_text(encoding="utf-8"))
            if "/paper/" in f"/{path}" and source.exists()
            else []
        )
        section = re.search(r"paper/\d", path)
        entries = [entry for entry in REFERENCES if entry["key"] in cited] if section else REFERENCES
        assert len(references) == len(entries)
        for reference, entry in zip(references, entries):
            printed = entry.get(language_of(path)) or entry["en"]
            fields = [field.split("=", 1) for field in reference.split("; ")]
            assert {"citation_title", "citation_author", "citation_publication_date"} <= {name for name, _ in fields}
            assert [value for _, value in fields if value not in printed] == []


def test_dublin_core_and_open_graph(pages, root):
    """The page by its address and language, the article as its source."""
    for path, page in pages.items():
        graph = properties(page)
        assert contents(page, "DC.identifier") == [graph["og:url"]] == [urljoin(root, path)]
        assert contents(page, "DC.language") == [TAGS[language_of(path)]] == [page.html["lang"]]
        assert contents(page, "DC.source") == [DOI]
        assert graph["og:locale"] == {"zh": "zh_CN", "en": "en_US"}[language_of(path)]
        assert [graph["og:description"]] == contents(page, "description")
        assert page.title.get_text() == f"{graph['og:title']} · {graph['og:site_name']}"


def test_alternates_are_absolute_and_mutual(pages, root):
    """Both languages of a page name the same three addresses, of pages that are there; readers get there by the header."""
    for path, page in pages.items():
        links = alternates(page)
        assert links.keys() == {"zh-Hans", "en", "x-default"}
        assert links["x-default"] == links["zh-Hans"]
        assert links[TAGS[language_of(path)]] == page.find("link", rel="canonical")["href"] == urljoin(root, path)
        assert all(alternates(pages[address.removeprefix(root)]) == links for address in links.values())
        other, name = {"zh": ("en", "English"), "en": ("zh-Hans", "中文")}[language_of(path)]
        [switch] = page.select("header a[hreflang]")
        assert (switch["hreflang"], switch.text) == (other, name)
        assert urljoin(root + path, switch["href"]) == links[other]


def test_the_sitemap_has_every_page_with_its_alternates(site, pages, root):
    """The sitemap and the pages say the same."""
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall(f"{SITEMAP}url")
    listed = {
        url.find(f"{SITEMAP}loc").text: {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        for url in urls
    }
    assert len(urls) == len(listed)
    assert listed == {urljoin(root, path): alternates(page) for path, page in pages.items()}


def test_robots(site, root):
    """Everything may be read, and the sitemap is named."""
    assert (site / "robots.txt").read_text(encoding="utf-8").splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {root}sitemap.xml",
    ]


def context(url, options):
    """The context of schema.org, as far as it matters here: every term is a schema.org term."""
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}


@pytest.fixture(scope="module")
def graphs(pages):
    """The nodes of each page by identity, as a JSON-LD processor understands them."""
    found = {}
    for path, page in pages.items():
        [script] = page.find_all("script", type="application/ld+json")
        nodes = jsonld.flatten(json.loads(script.string), None, {"documentLoader": context})
        found[path] = {node["@id"]: node for node in nodes}
    return found


def values(node, term):
    """The values or identities that a node has for a schema.org term."""
    return [value.get("@value", value.get("@id")) for value in node.get(SCHEMA + term, [])]


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_works_of_the_title_page(graphs, root, path):
    """The article by its DOI; the Chinese and the English text are one work, based on it."""
    nodes = graphs[path]
    article, zh, en = nodes[DOI], nodes[root], nodes[root + "en/"]
    names = {(name["@language"].lower(), name["@value"]) for name in article[SCHEMA + "name"]}
    assert names == {("zh-hans", PAPER["title"]["zh"]), ("en", PAPER["title"]["en"])}
    assert {type for node in (article, zh, en) for type in node["@type"]} == {SCHEMA + "ScholarlyArticle"}
    assert (values(zh, "workTranslation"), values(en, "translationOfWork")) == ([root + "en/"], [root])
    assert values(zh, "isBasedOn") == values(en, "isBasedOn") == [DOI]
    assert [values(node, "inLanguage") for node in (article, zh, en)] == [["zh-Hans"], ["zh-Hans"], ["en"]]
    assert (values(article, "pageStart"), values(article, "pageEnd")) == (
        [str(JOURNAL["first_page"])],
        [str(JOURNAL["last_page"])],
    )
    issue = nodes[values(article, "isPartOf")[0]]
    volume = nodes[values(issue, "isPartOf")[0]]
    periodical = nodes[values(volume, "isPartOf")[0]]
    assert (values(issue, "issueNumber"), values(volume, "volumeNumber"), values(periodical, "issn")) == (
        ["9"],
        ["38"],
        [JOURNAL["issn"]],
    )
    assert {value for identifier in values(article, "identifier") for value in values(nodes[identifier], "value")} == {
        PAPER["doi"],
        PAPER["cstr"],
    }
    authors = [nodes[author] for author in values(article, "author")]
    assert [set(values(author, "name")) for author in authors] == [
        set(author["name"].values()) for author in PAPER["authors"]
    ]
    assert [len(values(author, "affiliation")) for author in authors] == [2, 1]
    assert len(values(article, "citation")) == len(REFERENCES)


def test_sections_are_parts(graphs, pages, root):
    """Each text has its seventeen sections, at pages that say the same of themselves and name their counterpart."""
    for language, start in (("zh", root), ("en", root + "en/")):
        parts = values(graphs["" if language == "zh" else "en/"][start], "hasPart")
        assert len(parts) == 17
        for address in parts:
            path = address.removeprefix(root)
            section = graphs[path][address]
            assert values(section, "isPartOf") == [start]
            assert values(section, "isBasedOn") == [DOI]
            assert values(section, "name") == [" ".join(pages[path].h1.get_text().split())]
            other = {"zh": root + "en/" + path, "en": root + path.removeprefix("en/")}[language]
            assert values(section, {"zh": "workTranslation", "en": "translationOfWork"}[language]) == [other]


def test_every_page_names_the_article_and_its_counterpart(graphs, root):
    """A JSON-LD reader finds the DOI on each page, and that the two languages of it are one."""
    for path, nodes in graphs.items():
        assert DOI in nodes
        if language_of(path) == "zh":
            assert values(nodes[root + path], "workTranslation") == [root + "en/" + path]
        else:
            assert values(nodes[root + path], "translationOfWork") == [root + path.removeprefix("en/")]


def test_the_card_picture_is_there(site, pages, root):
    """The picture that pages name is a PNG of the size that they say."""
    for page in pages.values():
        graph = properties(page)
        data = (site / graph["og:image"].removeprefix(root)).read_bytes()
        assert data.startswith(b"\x89PNG")
        size = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
        assert size == [int(graph["og:image:width"]), int(graph["og:image:height"])]
        assert graph["og:image:alt"]
