"""What readers have been given stays where it is: every address in tests/cases/addresses.txt, in both languages.

A line is a page, a place on it (with the first characters of its Chinese, where it is a sentence), or a file; all begin
at the root of the site.
"""

from __future__ import annotations

import functools
import re

import lxml.html
import pytest

from edition.downloads.catalogue import PDFS
from shared import ROOT, page_tree

LIST = "tests/cases/addresses.txt"
PLACES = (  # what readers link to: sections, paragraphs, sentences, notes, references, rows, figures
    "//article//*[self::h1 or self::h2 or self::h3 or self::tr or self::figure or self::li][@id]",
    *(
        f"//article//*[contains(concat(' ', @class, ' '), ' {kind} ')][@id]"
        for kind in ("paragraph", "sentence", "entry", "author")
    ),
)
MACHINERY = (
    "assets/",
    "search/index.",
    "search/more.",
    "404.html",
    "_headers",
    ".nojekyll",
    "sitemap.xml.gz",
)  # no reader's addresses
REPEATED = "paper/full/"  # has the places of all sections besides its own; they are listed once


@functools.cache
def places(file) -> dict[str, str]:
    """The places of a page: what follows # in their addresses, and their text."""
    page = lxml.html.parse(str(file), lxml.html.HTMLParser(encoding="utf-8")).getroot()
    for mark in page.xpath("//sup"):
        mark.drop_tree()
    return {one.get("id"): " ".join(one.text_content().split()) for kind in PLACES for one in page.xpath(kind)}


@pytest.fixture(scope="module")
def kept() -> dict[str, str]:
    """The addresses of the list, and the beginnings of sentences that it gives with them."""
    lines = (ROOT / LIST).read_text(encoding="utf-8").splitlines()
    return {address: text for address, _, text in (line[1:].partition(" ") for line in lines)}


def sections_places(site, root="") -> set[str]:
    """The places on the pages of the sections, which the full paper has too."""
    return {id for file in site.glob(f"{root}paper/[0-9]*/index.html") for id in places(file)}


def test_every_address_is_kept(site, kept):
    """A listed page is there in both languages, a listed file is not empty, and a listed sentence is the same one."""
    lost = []
    for address, text in kept.items():
        path, _, anchor = address.partition("#")
        if path and not path.endswith("/"):
            there = path in {file.path for file in PDFS} or (site / path).is_file() and (site / path).stat().st_size
            lost += [] if there else [f"/{path}: the file is gone"]
            continue
        for root in ("", "en/"):
            file = site / root / path / "index.html"
            if not file.is_file() or (anchor and anchor not in places(file)):
                lost.append(f"/{root}{address}: gone")
            elif text and not root and not places(file)[anchor].startswith(text):
                lost.append(f"/{address}: begins with “{places(file)[anchor][:8]}”, not “{text}”")
    assert lost == []


def test_the_full_paper_has_all_places_of_its_sections(site):
    """Its addresses are those of the sections, and what its text refers to is on the page itself."""
    for root in ("", "en/"):
        page = page_tree(site / root / REPEATED / "index.html")
        assert {link["href"][0] for link in page.select(".paragraph sup a")} == {"#"}
        own = {"authors-notes", "editors-notes", "works-cited"}  # headings that a section has for itself
        assert sections_places(site, root) - own <= places(site / root / REPEATED / "index.html").keys()


def test_no_address_is_missing_from_the_list(site, kept):
    """What is new is put into the list by hand: from then on it is a promise."""
    new = [line for file in sorted(site.rglob("*")) if file.is_file() for line in lines_of(site, file)]
    missing = [line for line in dict.fromkeys(new) if line[1:].partition(" ")[0] not in kept]
    assert not missing, "\n".join(
        [f"new addresses; once they are right for good, add these lines to {LIST}:", *missing]
    )


def lines_of(site, file) -> list[str]:
    """What the list has to have for a file of the site."""
    path = file.relative_to(site).as_posix()
    if path.startswith(MACHINERY):
        return []
    if file.name != "index.html":
        return [f"/{path}"]
    page = path.removeprefix("en/").removesuffix("index.html")
    known = sections_places(site) if page == REPEATED else set()
    beginnings = {id: f" {text[:6]}" for id, text in places(file).items() if re.fullmatch(r"p\d+s\d+", id)}
    return [f"/{page}", *(f"/{page}#{id}{beginnings.get(id, '')}" for id in places(file) if id not in known)]
