"""The downloads of the built site: the list says what is there, and the PDFs have the paper, by what poppler reads in them."""

import os
import re
import shutil
import subprocess
from collections import Counter

import pytest
from pypdf import PdfReader

from edition.downloads import catalogue
from edition.downloads.catalogue import DOWNLOADS
from edition.downloads.pdf import has_type
from edition.faults import BrokenEdition, WrongSetting
from edition.site import build
from shared import page_tree

PAGES = {"zh": "about/downloads/", "en": "en/about/downloads/"}
VIEWS = {"zh": ["zh"], "en": ["en"], "both": ["zh", "en"]}
TYPE = pytest.mark.skipif(
    not has_type(), reason="PDFs want type for Chinese: install one of the fonts in downloads/pdf.py"
)
POPPLER = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="PDFs are read by poppler: install poppler-utils (Debian, Homebrew: poppler)"
)


def poppler(tool, *arguments):
    """What one of poppler's programs prints."""
    return subprocess.run(
        [tool, *map(str, arguments)], capture_output=True, check=True, encoding="utf-8", errors="replace"
    ).stdout


def listed(site, language):
    """The files that the page of downloads lists, as paths in the site with the size it says."""
    page = page_tree(site / PAGES[language] / "index.html")
    rows = page.select(".downloads-list tbody tr")
    root = site / PAGES[language]
    return {os.path.relpath(root / row.a["href"], site): row.select_one(".numeric").text for row in rows}


@pytest.mark.parametrize("language", PAGES)
def test_the_list_is_what_is_there(site, language):
    """The list has every file that a build has made, once, with its size; only PDFs may be missing, for want of type."""
    found = listed(site, language)
    made = [download.path for download in DOWNLOADS if download.format != "PDF" or has_type()]
    assert list(found) == made
    for path, text in found.items():
        number, unit = text.split()
        size, step = (site / path).stat().st_size, {"Bytes": 1, "kB": 1000, "MB": 1_000_000}[unit]
        assert abs(float(number) * step - size) <= step / 20, (path, text, size)


def test_a_saved_file_says_what_it_is(site):
    """The names under which files are saved are all different, and begin with authors, year and title."""
    page = page_tree(site / "about/downloads/index.html")
    names = [link["download"] for link in page.select(".downloads-list a")]
    assert len(names) == len(set(names)) and {name.split(".")[0] for name in names} == {
        "Zhang-Zhang-2023-BRI-climate-cooperation"
    }


@pytest.mark.parametrize(
    "setting, type, wanted", [("", True, True), ("", False, False), ("yes", True, True), ("yes", False, None)]
)
def test_pdfs_are_made_where_there_is_type(monkeypatch, setting, type, wanted):
    """Without type for Chinese they are left out; where they are asked for the build stops, and says what to install."""
    monkeypatch.setattr(build, "has_type", lambda: type)
    if wanted is None:
        with pytest.raises(WrongSetting, match="install one of Noto Serif CJK SC"):
            build.pdfs_wanted(setting)
    else:
        assert build.pdfs_wanted(setting) is wanted


@pytest.mark.parametrize("page", ["", "en/"])
def test_the_title_page_leads_to_the_downloads(site, page):
    """The title page has a link to the page of downloads in its own language."""
    document = page_tree(site / page / "index.html")
    assert document.select_one("article a[href$='about/downloads/']")["href"] == "about/downloads/"


@POPPLER
@TYPE
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_says_what_it_is(site, edition, view):
    """Title, language, tags, PDF/UA, and an outline with every heading in order; a viewer shows the title."""
    path = site / f"downloads/paper.{view}.pdf"
    info = dict(
        re.split(r":\s+", line, maxsplit=1) for line in poppler("pdfinfo", path).splitlines() if re.search(r":\s", line)
    )
    assert info["Title"] == " · ".join(edition.paper.title[language] for language in VIEWS[view])
    assert (info["Tagged"], info["Page size"].split()[-1]) == ("yes", "(A4)")
    pdf = PdfReader(path)
    assert pdf.root_object["/Lang"] == {"zh": "zh-CN", "en": "en-GB"}[VIEWS[view][0]]
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.root_object["/Metadata"].get_data()
    first, *others = VIEWS[view]
    sections = [
        " ".join([f"{one.number} {one.title[first]}".removeprefix("0 "), *(one.title.en for _ in others)])
        for one in edition.sections
    ]
    ends = {
        "zh": ["编者注", "参考文献", "引用格式"],
        "en": ["Editor’s notes", "References", "How to cite"],
        "both": ["编者注 Editor’s notes", "参考文献 References", "引用格式 How to cite"],
    }
    assert [item.title for item in flat(pdf.outline)] == [*sections, *ends[view]]


def flat(outline):
    """The bookmarks of an outline in reading order."""
    for item in outline:
        yield from flat(item) if isinstance(item, list) else [item]


@TYPE
@pytest.mark.parametrize("view", VIEWS)
def test_links_of_a_pdf_lead_to_the_site(site, view):
    """Links out of the paper have the address for which the site was built, or that of a source; none is of a file."""
    title = page_tree(site / "index.html")
    pages = PdfReader(site / f"downloads/paper.{view}.pdf").pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots", [])]
    links = {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}
    local = {link for link in links if "127.0.0.1" in link or not link.startswith("http")}
    assert local and all(link.startswith(title.find("link", rel="canonical")["href"]) for link in local)
    assert any(link.startswith("https://doi.org/") for link in links)


@POPPLER
@TYPE
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_is_tagged(site, edition, view):
    """Its tags are headings in their ranks, paragraphs or cells of tables, notes and links; each passage in the other
    language says so."""
    path = site / f"downloads/paper.{view}.pdf"
    tags = Counter(re.findall(r"^ *([A-Z]\w*)\b", poppler("pdfinfo", "-struct", path), re.MULTILINE))
    sections = Counter(len(section.zh.order) for section in edition.sections)
    assert (tags["H1"], tags["H2"]) == (sections[1] + 3, sections[2])
    assert tags["Link"] > 50
    sentences = sum(len(paragraph.sentences) for paragraph in edition.paragraphs)
    if view == "both":
        assert tags["TD"] == 2 * sentences and tags["TH"] == 2 * tags["Table"]
        shown = b"".join(page.get_contents().get_data() for page in PdfReader(path).pages)
        assert shown.count(b"/Lang(en-GB)") >= sentences and shown.count(b"/Lang(zh-CN)") >= sentences
    else:
        assert tags["P"] >= len(edition.paragraphs)


@POPPLER
@TYPE
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_has_its_fonts(site, view):
    """Every font is embedded, and every one says which characters its glyphs are."""
    rows = [line.split()[-5:] for line in poppler("pdffonts", site / f"downloads/paper.{view}.pdf").splitlines()[2:]]
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
@TYPE
@pytest.mark.parametrize("view", VIEWS)
def test_pdf_has_every_sentence(site, edition, view):
    """The text of every sentence can be read out of the PDF, less the numbers at the foot of its pages."""
    path = site / f"downloads/paper.{view}.pdf"
    body = poppler("pdftotext", "-raw", "-x", 0, "-y", 0, "-W", 596, "-H", 785, path, "-")
    sheets = [squeezed(sheet) for sheet in body.split("\f")]
    for sentence in edition.sentences.values():
        for language in VIEWS[view]:
            text = re.sub(r"\*\*|\[[@^]\w+\]", "", sentence[language].text)
            assert stands(squeezed(text), sheets), f"{sentence.id} {language}"


@pytest.mark.parametrize(
    ("listed", "made", "said"), [(0, -1, "is in DOWNLOADS but not made"), (-1, 0, "is made but in no list")]
)
def test_what_is_made_is_listed(edition, monkeypatch, listed, made, said):
    """A file that readers are not shown, or are shown and that is not there, stops the build."""
    every = [(one.path, b"") for one in catalogue.DOWNLOADS]
    monkeypatch.setattr(catalogue, "DOWNLOADS", catalogue.DOWNLOADS[: listed or None])
    monkeypatch.setattr(catalogue, "files", lambda *_: iter(every[: made or None]))
    with pytest.raises(BrokenEdition, match=said):
        catalogue.made_and_listed(edition, str, None, pdfs=True)
