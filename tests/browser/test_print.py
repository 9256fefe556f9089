"""A page on paper: the text in the view that is shown, notes and references, no frame."""

import pytest
from playwright.sync_api import expect

PAPER = {"A4": (718, "A4"), "Letter": (740, "Letter")}


def pages(pdf):
    """How many pages a PDF of Chromium has."""
    return pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type /Page/")


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_a_section_on_paper(page, base_url, language):
    """No header, contents, menus or footer links; the authors' text, its notes and the references that it cites."""
    page.goto(base_url + language + "paper/2-1-european-union/")
    page.emulate_media(media="print")
    for frame in (".md-header", "#navigation", ".steps", ".across", ".md-skip"):
        assert not page.locator(frame).first.is_visible()
    expect(page.locator("#p16")).to_be_visible()
    expect(page.locator(".notes").first).to_be_visible()
    cited = page.locator("#p16 .citation, #p17 .citation").evaluate_all(
        "links => [...new Set(links.map(link => Number(link.textContent.replace(/\\D/g, ''))))]"
    )
    works = page.locator(".works .entry")
    assert works.locator(".mark").evaluate_all(
        "marks => marks.map(mark => Number(mark.textContent.replace(/\\D/g, '')))"
    ) == sorted(cited)
    expect(works.first).to_be_visible()


@pytest.mark.parametrize("sheet", PAPER)
@pytest.mark.parametrize("view", ["single", "both"])
def test_the_full_paper_on_paper(page, base_url, sheet, view):
    """The whole paper prints on a handful of sheets, in either view; side by side stays so on paper; dark does not print."""
    width, name = PAPER[sheet]
    page.emulate_media(color_scheme="dark")
    page.goto(f"{base_url}/en/paper/full/?view={view}")
    pdf = page.pdf(format=name)
    assert {"single": 10, "both": 12}[view] <= pages(pdf) <= {"single": 24, "both": 34}[view]
    page.set_viewport_size({"width": width - 60, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    own, other = page.locator("#p20 > p:not(.counterpart)"), page.locator("#p20 > .counterpart")
    if view == "both":
        assert other.bounding_box()["x"] + other.bounding_box()["width"] <= own.bounding_box()["x"]
    else:
        expect(other).to_be_hidden()
    expect(page.locator(".references li").first).to_be_visible()
    expect(page.locator("#n1")).to_be_visible()


def test_a_dark_page_prints_dark_on_white(page, base_url):
    """Also when the reader has chosen the dark theme by its button."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    for _ in range(2):
        page.get_by_role("button", name="Theme").click()
    expect(page.get_by_role("button", name="Theme: dark")).to_be_visible()
    page.emulate_media(media="print")
    red, green, blue = page.locator("#p20s1").evaluate(
        "one => getComputedStyle(one).color.match(/[0-9]+/g).map(Number)"
    )
    assert max(red, green, blue) < 64
