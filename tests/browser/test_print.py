"""A page on paper: the text in the view that is shown, notes and references, no frame."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from browser.settings import choose_theme

pytestmark = pytest.mark.slow  # pages are printed and read again

TABLES = ("terms", "names", "numbers", "emendations", "sections")
A4, LETTER = 718, 740  # how wide their text is, in pixels


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_a_section_on_paper(page, base_url, language):
    """No header, contents, menus or footer links; the authors' text, its notes and the references that it cites."""
    page.goto(base_url + language + "paper/2-1-european-union/")
    page.emulate_media(media="print")
    for frame in (".md-header", "#navigation", ".steps", ".across", ".md-skip"):
        expect(page.locator(frame).first).to_be_hidden()
    expect(page.locator("#p16")).to_be_visible()
    expect(page.locator(".notes").first).to_be_visible()
    numbers = "all => [...new Set(all.map((one) => Number(one.textContent.replace(/\\D/g, ''))))]"
    cited = page.locator("#p16 .citation, #p17 .citation").evaluate_all(numbers)
    assert page.locator(".works .entry .mark").evaluate_all(numbers) == sorted(cited)
    expect(page.locator(".works .entry").first).to_be_visible()


@pytest.mark.parametrize(("width", "view"), [(A4, "single"), (A4, "both"), (LETTER, "single")])
def test_the_full_paper_on_paper(page, base_url, width, view):
    """The whole paper prints on a handful of sheets, in either view; side by side stays so on paper; dark does not print."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base_url}/en/paper/full/?view={view}")
    sheets = len(PdfReader(BytesIO(page.pdf(format="A4" if width == A4 else "Letter"))).pages)
    assert {"single": 10, "both": 12}[view] <= sheets <= {"single": 24, "both": 34}[view]
    page.set_viewport_size({"width": width - 60, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    own, other = page.locator("#p20 > p:not(.counterpart)"), page.locator("#p20 > .counterpart")
    if view == "both":
        assert other.bounding_box()["x"] + other.bounding_box()["width"] <= own.bounding_box()["x"]
    else:
        expect(other).to_be_hidden()
    expect(page.locator(".references li").first).to_be_visible()
    expect(page.locator("#n1")).to_be_visible()


def test_a_dark_page_prints_dark_on_white(page, base_url):
    """Also when the reader has chosen the dark theme."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    choose_theme(page, "Dark")
    page.emulate_media(media="print")
    red, green, blue = page.locator("#p20s1").evaluate(
        "one => getComputedStyle(one).color.match(/[0-9]+/g).map(Number)"
    )
    assert max(red, green, blue) < 64


@pytest.mark.parametrize("path", ["tables/terms/", *(f"en/tables/{name}/" for name in TABLES)])
def test_a_table_on_paper(page, base_url, path):
    """Every row is printed, to its last column; on the screen a frame cuts off what is further down or to the right."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{base_url}/{path}")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    printed = " ".join(one.extract_text() for one in sheets)
    page.emulate_media(media="print")
    rows = page.locator("table.cross-reference tbody tr:not(.in-context)")
    words = rows.evaluate_all("rows => rows.flatMap((row) => row.innerText.match(/[A-Za-z]{3,}|[0-9]+/g) ?? [])")
    assert len(words) > 100
    assert sorted({word for word in words if word not in printed}) == []
    edge = page.locator("table.cross-reference").evaluate("(one) => one.scrollWidth - one.parentElement.clientWidth")
    assert edge <= 1
