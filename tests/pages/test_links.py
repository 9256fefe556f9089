"""Every address that the built site names on itself leads somewhere: pages, anchors, files, style sheets, data."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest

TEXT = {".xml", ".txt", ".json", ".bib", ".ris", ".csv", ".tmx"}
ATTRIBUTES = ("href", "src", "action", "formaction", "poster", "data", "cite", "content", "srcset", "imagesrcset")


@functools.cache
def parsed(file: Path):
    """An HTML file as a tree."""
    return lxml.html.parse(str(file), lxml.html.HTMLParser(encoding="utf-8")).getroot()


@functools.cache
def ids(file: Path) -> set[str]:
    """The places of a page that a #fragment may name."""
    return set(parsed(file).xpath("//@id"))


@pytest.fixture(scope="module")
def root(site) -> str:
    """The address of the site, as its title page gives it."""
    return parsed(site / "index.html").xpath("//link[@rel='canonical']/@href")[0]


def pages(site) -> list[Path]:
    """The HTML files of the site."""
    return sorted(site.rglob("*.html"))


def address(site, root, file) -> str:
    """The address of a file; an index.html is its folder."""
    return urljoin(root, file.relative_to(site).as_posix().removesuffix("index.html"))


def named_by(page, here: str) -> set[str]:
    """The addresses that a page names in its attributes and in the data that it carries (schema.org)."""
    found = {"".join(value.split()) for value in page.xpath("//script[@type='application/ld+json']/text()")}
    data = {match for text in found for match in re.findall(r'"(https?://[^"]+)"', text)}
    for name in ATTRIBUTES:
        for value in page.xpath(f"//@{name}"):
            for one in value.split(",") if "srcset" in name else [value]:
                if name != "content" or re.match(r"https?://\S+$", one):
                    data.add(urljoin(here, one.strip().split(" ")[0] if one.strip() else ""))
    return data


def lost(site, root, found: str) -> str | None:
    """Why an address of the site leads nowhere; None if it leads somewhere or belongs to another site."""
    whole, anchor = urldefrag(found)
    if not whole.startswith(root):
        return "lies outside the site" if urlsplit(whole).netloc == urlsplit(root).netloc else None
    path = unquote(urlsplit(whole).path.removeprefix(urlsplit(root).path))
    file = site / (path + "index.html" if path.endswith("/") or not path else path)
    if not file.is_file():
        return "no such file (the address of a folder ends with a slash)"
    if not file.stat().st_size:
        return "an empty file"
    if anchor and anchor != "site" and file.suffix == ".html" and unquote(anchor) not in ids(file):
        return "no such place on that page"  # #site is the name of the whole in the data, no place
    return None


def test_what_pages_name(site, root):
    """Links, images, scripts, style sheets, forms, what the head says: each is a file, and its #fragment an id."""
    wrong = set()
    for file in pages(site):
        here = address(site, root, file)
        for found in named_by(parsed(file), here):
            if why := lost(site, root, found):
                wrong.add(f"{here}: {found}: {why}")
    assert sorted(wrong) == []


def test_what_other_files_name(site, root):
    """The sitemap, llms.txt, paper.json, the citations and every other text: each address of the site in it is one."""
    wrong = set()
    for file in site.rglob("*"):
        if file.suffix in TEXT:
            for found in re.findall(rf"{re.escape(root)}[^\s\"'<>()\[\]{{}}，。]*", file.read_text(encoding="utf-8")):
                if why := lost(site, root, found.rstrip(".,;")):
                    wrong.add(f"{file.relative_to(site)}: {found}: {why}")
    assert sorted(wrong) == []


def test_what_style_sheets_name(site, root):
    """An url() of a style sheet is a file of the site."""
    wrong = set()
    for file in site.rglob("*.css"):
        for found in re.findall(r"url\(\s*['\"]?([^'\")]+)", file.read_text(encoding="utf-8")):
            if not found.startswith("data:") and (why := lost(site, root, urljoin(address(site, root, file), found))):
                wrong.add(f"{file.relative_to(site)}: {found}: {why}")
    assert sorted(wrong) == []


def test_every_page_may_be_indexed(site):
    """The page for no page alone asks not to be indexed; test_head.py compares the sitemap with the others."""
    asks = {file for file in pages(site) if "noindex" in "".join(parsed(file).xpath("//meta[@name='robots']/@content"))}
    assert asks == {site / "404.html"}


def test_the_page_for_no_page(site, root):
    """It stands at any depth: no relative address; each language says its part, with a form and every section."""
    page = parsed(site / "404.html")
    relative = [one for one in page.xpath("//@href | //@src | //@action") if not re.match(r"[/#]|https?:", one)]
    assert relative == []
    for language, home in (("zh-Hans", ""), ("en", "en/")):
        part = page.xpath(f"//main//section[@lang='{language}']")[0]
        assert [urljoin(root, one) for one in part.xpath(".//form/@action")] == [f"{root}{home}search/"]
        links = {urljoin(root, link) for link in part.xpath(".//nav//a/@href")}
        sections = {address(site, root, file.parent / "index.html") for file in site.glob(f"{home}paper/*/index.html")}
        assert links >= {f"{root}{home}", *sections}
