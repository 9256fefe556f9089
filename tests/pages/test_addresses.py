"""What readers have been given stays where it is: every address in tests/cases/addresses.txt, in both languages.

An entry is a file, or a page and the places on it (with the first characters of its Chinese, where it is a sentence); all
begin at the root of the site.
"""

from __future__ import annotations

import functools
import re
import textwrap

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
SENTENCE = re.compile(r"p\d+s\d+")
REPEATED = "paper/full/"  # has the places of all sections besides its own; they are listed once


@functools.cache
def places(file) -> dict[str, str]:
    """The places of a page: what follows # in their addresses, and their text."""
    page = lxml.html.parse(str(file), lxml.html.HTMLParser(encoding="utf-8")).getroot()
    for mark in page.xpath("//sup"):
        mark.drop_tree()
    return {one.get("id"): " ".join(one.text_content().split()) for kind in PLACES for one in page.xpath(kind)}


@pytest.fixture(scope="module")
def kept() -> dict[str, dict[str, str]]:
    """What the list has: the places of each page, with the beginnings of sentences, and files, which have no place."""
    entries = (ROOT / LIST).read_text(encoding="utf-8").replace("\n  ", " ").splitlines()
    found = {}
    for path, *ids in (entry[1:].split(" ") for entry in entries):
        found[path] = {id: text for id, _, text in (place.partition(":") for place in ids)}
    assert len(found) == len(entries)
    return found


def sections_places(site, root="") -> set[str]:
    """The places on the pages of the sections, which the full paper has too."""
    return {id for file in site.glob(f"{root}paper/[0-9]*/index.html") for id in places(file)}


def test_every_address_is_kept(site, kept):
    """A listed page is there in both languages, a listed file is not empty, and a listed sentence is the same one."""
    lost = []
    for path, ids in kept.items():
        if path and not path.endswith("/"):
            there = path in {file.path for file in PDFS} or (site / path).is_file() and (site / path).stat().st_size
            lost += [] if there else [f"/{path}: the file is gone"]
            continue
        for root in ("", "en/"):
            file = site / root / path / "index.html"
            found = places(file) if file.is_file() else {}
            lost += [] if file.is_file() else [f"/{root}{path}: the page is gone"]
            for id, text in ids.items():
                if id not in found:
                    lost.append(f"/{root}{path}#{id}: gone")
                elif not root and not beginning(found[id]).startswith(text):
                    lost.append(f"/{path}#{id}: begins with “{beginning(found[id])}”, not “{text}”")
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
    files = [
        file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file() and file.name != "index.html"
    ]
    wanted = {file: {} for file in files if not file.startswith(MACHINERY)}
    # The Chinese last, whose beginnings are wanted.
    for file in sorted(site.rglob("index.html"), key=lambda file: not file.is_relative_to(site / "en")):
        page = file.relative_to(site).as_posix().removeprefix("en/").removesuffix("index.html")
        known = sections_places(site) if page == REPEATED else set()
        ids = {id: beginning(text) if SENTENCE.fullmatch(id) else "" for id, text in places(file).items()}
        wanted[page] = wanted.get(page, {}) | {id: text for id, text in ids.items() if id not in known}
    missing = sorted(path for path, ids in wanted.items() if path not in kept or ids.keys() - kept[path].keys())
    entries = [entry(path, wanted[path] | kept.get(path, {})) for path in missing]
    assert not entries, "\n".join(
        [f"new addresses; once they are right for good, {LIST} has to have these entries:", *entries]
    )


def beginning(text) -> str:
    """The first characters of a sentence, without spaces."""
    return "".join(text.split())[:6]


def entry(path, ids) -> str:
    """What the list has of a file or of a page and its places."""
    words = [f"/{path}", *(f"{id}:{text}".removesuffix(":") for id, text in ids.items())]
    return "\n".join(
        textwrap.wrap(" ".join(words), 118, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    )
