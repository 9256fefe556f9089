"""The downloads of the built site: the list says what is there, and the PDFs have the paper, by what poppler reads in them."""

import datetime
import os
import re
import shutil
import subprocess
import sys
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from pypdf import PdfReader

from edition.downloads.catalogue import DOWNLOADS
from edition.downloads.download_list import size
from shared import ROOT

PAGES = {"zh": "about/downloads/", "en": "en/about/downloads/"}
VIEWS = {"zh": ["zh"], "en": ["en"], "both": ["zh", "en"]}
POPPLER = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="PDFs are read by poppler: install poppler-utils (Debian, Homebrew: poppler)"
)


def poppler(tool, *arguments):
    """What one of poppler's programs prints."""
    return subprocess.run([tool, *map(str, arguments)], capture_output=True, check=True, encoding="utf-8").stdout


def listed(site, language):
    """The files that the page of downloads lists, as paths in the site with the size it says."""
    page = BeautifulSoup((site / PAGES[language] / "index.html").read_text(encoding="utf-8"), "html.parser")
    rows = page.select(".downloads-list tbody tr")
    root = site / PAGES[language]
    return {os.path.relpath(root / row.a["href"], site): row.select_one(".numeric").text for row in rows}


@pytest.fixture(scope="module")
def printed(site, tmp_path_factory):
    """The site with its PDFs, which were printed twice; the second ones are kept beside as *.second."""
    folder = tmp_path_factory.mktemp("printed")
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "PRINTED": str(folder / "first")}
    for run in ("first", "second"):
        command = [sys.executable, "scripts/build_downloads.py", "--site", str(site), "--to", str(folder / run)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment)
    for path in (folder / "second").glob("*.pdf"):
        shutil.copy(path, folder / "site/downloads" / path.with_suffix(".second").name)
    return folder / "site"


@pytest.mark.parametrize("language", PAGES)
def test_the_list_is_what_is_there(site, language):
    """A build without PDFs lists every other file, with its size, and no PDF."""
    found = listed(site, language)
    assert set(found) == {download.path for download in DOWNLOADS if download.format != "PDF"}
    assert all(size((site / path).stat().st_size) == text for path, text in found.items())


@pytest.mark.parametrize("language", PAGES)
def test_printed_files_are_listed_too(printed, language):
    """After the PDFs are printed the list has them, once, and every file is there."""
    found = listed(printed, language)
    assert list(found) == [download.path for download in DOWNLOADS]
    assert all((printed / path).stat().st_size for path in found)


def test_printed_files_are_open_too(printed):
    """After the PDFs are printed `_headers` lets other sites' programs read them, as it does the other downloads."""
    assert "/downloads/paper.both.pdf" in (printed / "_headers").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("page", ["", "en/"])
def test_the_title_page_leads_to_the_downloads(site, page):
    """The title page has a link to the page of downloads in its own language."""
    document = BeautifulSoup((site / page / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert document.select_one("article a[href$='about/downloads/']")["href"] == "about/downloads/"


@pytest.mark.parametrize("view", VIEWS)
def test_two_prints_are_identical(printed, view):
    """With SOURCE_DATE_EPOCH set, two prints of one site have the same bytes."""
    path = printed / f"downloads/paper.{view}.pdf"
    assert path.read_bytes() == path.with_suffix(".second").read_bytes()


@POPPLER
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_says_what_it_is(printed, edition, view):
    """Title, language, tags, time, and an outline with every heading in order, word for word."""
    path = printed / f"downloads/paper.{view}.pdf"
    info = dict(
        re.split(r":\s+", line, maxsplit=1) for line in poppler("pdfinfo", path).splitlines() if re.search(r":\s", line)
    )
    assert info["Title"] == " · ".join(getattr(edition.paper.title, language) for language in VIEWS[view])
    assert (info["Tagged"], info["Page size"].split()[-1]) == ("yes", "(A4)")
    pdf = PdfReader(path)
    made = datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.timezone.utc)  # the 1 700 000 000th second
    assert pdf.metadata.creation_date == pdf.metadata.modification_date == made
    assert pdf.root_object["/Lang"] == {"zh": "zh-Hans", "en": "en"}[VIEWS[view][0]]
    pages = etree.fromstring(
        poppler("pdftohtml", "-xml", "-i", "-stdout", path).encode(), etree.XMLParser(recover=True)
    )
    language = VIEWS[view][0]
    sections = [f"{one.number} {getattr(one.title, language)}".removeprefix("0 ") for one in edition.sections]
    ends = {"zh": ["作者注", "编者注", "参考文献"], "en": ["Authors’ notes", "Editor’s notes", "References"]}[language]
    bookmarks = [item.text for item in pages.find("outline").iter("item")]
    assert bookmarks == [getattr(edition.paper.title, language), *sections, *ends]


@pytest.mark.parametrize("view", VIEWS)
def test_links_of_a_pdf_lead_to_the_site(printed, view):
    """Links out of the paper have the address for which the site was built, or that of a source; none is of a file."""
    title = BeautifulSoup((printed / "index.html").read_text(encoding="utf-8"), "html.parser")
    notes = [
        note.get_object()
        for page in PdfReader(printed / f"downloads/paper.{view}.pdf").pages
        for note in page.get("/Annots", [])
    ]
    links = {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}
    local = {link for link in links if "127.0.0.1" in link or not link.startswith("http")}
    assert all(link.startswith(title.find("link", rel="canonical")["href"]) for link in local)
    assert any(link.startswith("https://doi.org/") for link in links)


@POPPLER
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_is_tagged(printed, edition, view):
    """Its tags are headings in their ranks, every paragraph, lists and links; no control of the page is left; each passage
    in the other language says so; a viewer shows the title."""
    path = printed / f"downloads/paper.{view}.pdf"
    tags = Counter(re.findall(r"^ *([A-Z]\w*)(?: \(\w+\))?$", poppler("pdfinfo", "-struct", path), re.MULTILINE))
    sections = Counter(f"H{len(section.zh.order) + 1}" for section in edition.sections)
    assert tags["H1"] == 1 and tags["H2"] >= sections["H2"] and tags["H3"] == sections["H3"]
    assert tags["P"] >= len(edition.paragraphs) * len(VIEWS[view])
    assert tags["LI"] == len(edition.references) + len(edition.paper.authors)
    assert tags["Link"] > 50 and not tags["Form"]
    pdf = PdfReader(path)
    parts = [part for part in map(pdf.get_object, range(1, pdf.trailer["/Size"])) if isinstance(part, dict)]
    other = [part for part in parts if part.get("/Lang") == ("zh-Hans" if view == "en" else "en")]
    assert len(other) >= (len(edition.paragraphs) if view == "both" else 5)
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


@POPPLER
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_has_its_fonts(printed, view):
    """Every font is embedded, and every one says which characters its glyphs are."""
    rows = [line.split()[-5:] for line in poppler("pdffonts", printed / f"downloads/paper.{view}.pdf").splitlines()[2:]]
    assert rows and Counter(row[0] for row in rows) == {"yes": len(rows)}
    assert {row[2] for row in rows} == {"yes"}


def squeezed(text):
    """A text without its white space and hyphens, the marks of notes and works, and the numbers of paragraphs."""
    without_numbers = re.sub(r"^¶ ?\d*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\[\d\]|[①-⑨]|[编E]\d+|¶", "", re.sub(r"[\s\u2010\u00ad-]", "", without_numbers))


def stands(text, sheets):
    """Whether a text is on one of the sheets, or begins at the foot of one and goes on in the next."""
    if any(text in sheet for sheet in sheets):
        return True
    pairs = zip(sheets, sheets[1:])
    return any(text[:cut] in one and text[cut:] in other for one, other in pairs for cut in range(1, len(text)))


@POPPLER
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_has_every_paragraph(printed, edition, view):
    """The text of every paragraph can be read out of the PDF, less the numbers at the foot of its pages."""
    path = printed / f"downloads/paper.{view}.pdf"
    body = poppler("pdftotext", "-raw", "-x", 0, "-y", 0, "-W", 596, "-H", 785, path, "-")
    sheets = [squeezed(sheet) for sheet in body.split("\f")]
    for paragraph in edition.paragraphs:
        for language in VIEWS[view]:
            text = "".join(getattr(sentence, language).text for sentence in paragraph.sentences)
            assert stands(squeezed(re.sub(r"\*\*|\[[@^]\w+\]", "", text)), sheets), f"{paragraph.id} {language}"
