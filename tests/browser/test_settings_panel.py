"""The reading panel: what is set shows at once, is remembered, and is on the next page before it is painted."""

import pytest
from playwright.sync_api import expect

from browser.axe import violations
from browser.conftest import comes_to
from browser.settings import panel

SIZE = "() => parseFloat(getComputedStyle(document.querySelector('#p20 > p')).fontSize)"
TOPS = "(one) => document.querySelector(one).getClientRects()[0].top"


def test_what_is_set_is_kept(page, base_url):
    """Larger type and wider lines show at once, and on the next page."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    before = page.evaluate(SIZE)
    panel(page).get_by_label("4").check()
    page.get_by_label("More space between lines").check()
    assert page.evaluate(SIZE) > before * 1.2
    page.keyboard.press("Escape")
    expect(page.locator("#settings")).to_be_hidden()
    expect(page.get_by_role("button", name="Reading settings")).to_be_focused()
    page.goto(base_url + "/en/paper/2-3-united-states/")
    assert page.evaluate("document.documentElement.dataset.reading") == "size-4 wide"


@pytest.mark.slow
def test_sentences_apart_are_level(page, base_url):
    """Beside each other, a sentence and its counterpart begin at one height, whichever is the longer."""
    page.goto(base_url + "/en/paper/2-2-japan/?view=both")
    panel(page).get_by_label("Sentences apart").check()
    for width in (1000, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        for number in (1, 2, 3):
            own, other = page.locator(f"#p20s{number}"), page.locator(f"#p20 [data-s=p20s{number}]")
            comes_to(page, f"Math.abs(({TOPS})('#p20s{number}') - ({TOPS})('#p20 [data-s=p20s{number}]')) < 12", True)
            assert own.bounding_box()["x"] > other.bounding_box()["x"] + other.bounding_box()["width"] - 1, width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_longer_lines(page, base_url):
    """Lines get longer where there is room for it, and only then is it offered."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    before = page.locator("#p20 > p").first.bounding_box()["width"]
    panel(page).get_by_label("Longer lines").check()
    assert page.locator("#p20 > p").first.bounding_box()["width"] > before * 1.1
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_label("Longer lines")).to_be_hidden()


def test_every_page_has_what_concerns_it(page, base_url):
    """Where no text of the paper is, the theme and the keys can be set, and what was set for the text stays."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    panel(page).get_by_label("Sentences apart").check()
    for path, theme in (("/en/", "Dark"), ("/en/tables/terms/", "Light"), ("/404.html", "Dark")):
        page.goto(base_url + path)
        settings = panel(page)
        expect(settings.get_by_label("Sentences apart")).to_have_count(0)
        settings.get_by_label(theme).check()
    page.goto(base_url + "/en/paper/2-2-japan/")
    expect(panel(page).get_by_label("Sentences apart")).to_be_checked()
    expect(page.get_by_label("Dark")).to_be_checked()


def test_reset_sets_all_back(page, base_url):
    """Look, theme and keys are as a new reader finds them."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    settings = panel(page)
    for label in ("4", "Terms underlined", "Dark"):
        settings.get_by_label(label, exact=True).check()
    settings.get_by_label("Single keys").uncheck()
    settings.get_by_role("button", name="Reset").click()
    page.goto(base_url + "/en/paper/2-1-european-union/")
    settings = panel(page)
    for label in ("2", "System", "Single keys: / searches, ? lists the keys"):
        expect(settings.get_by_label(label, exact=True)).to_be_checked()
    expect(settings.get_by_label("Terms underlined")).not_to_be_checked()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/en/paper/2-2-japan/", "/en/about/downloads/", "/404.html"])
def test_the_list_of_keys(page, base_url, path):
    """? shows it, on any page; Esc and its button close it, and the reader is where they were; it can be turned off."""
    page.goto(base_url + path)
    page.keyboard.press("?")
    box = page.get_by_role("dialog", name="Keys")
    expect(box.get_by_role("listitem").filter(has_text="Alt+L")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.keyboard.press("?")
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()
    panel(page).get_by_role("link", name="Keys").click()
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    panel(page).get_by_label("Single keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_timeout(300)
    expect(box).to_be_hidden()
