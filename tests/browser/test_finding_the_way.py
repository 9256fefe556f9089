"""How a reader finds the way: the control of language, the contents that fold, the place in words."""

import re

import pytest
from playwright.sync_api import expect


def contents(page):
    """The navigation of the contents."""
    return page.get_by_role("navigation", name=re.compile("^(目录|Contents)$"))


def test_one_of_three_is_pressed(page, base_url):
    """From both languages, one press shows the other one alone, and the next page as well."""
    page.goto(base_url + "/paper/2-2-japan/")
    page.get_by_label("对照").check()
    page.get_by_role("banner").get_by_role("link", name="English").click()
    expect(page.get_by_label("English", exact=True)).to_be_checked()
    expect(page.locator(".counterpart").first).to_be_hidden()
    page.get_by_role("link", name=re.compile("^Next")).click()
    expect(page.get_by_label("English", exact=True)).to_be_checked()


@pytest.mark.slow
@pytest.mark.parametrize("path", ["paper/3-6-challenges/", "paper/4-recommendations/", "tables/emendations/", "about/"])
@pytest.mark.parametrize("language", ["/", "/en/"])
def test_where_one_is_can_be_seen(page, base_url, language, path):
    """On a screen of 1280 by 800 the entry of the page is in sight without scrolling, below its part or group."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(base_url + language + path)
    entry = contents(page).locator("[aria-current=page]")
    expect(entry).to_be_in_viewport()
    assert page.locator("#navigation").evaluate("one => one.scrollTop") == 0


def test_what_is_folded_opens(page, base_url):
    """With a press or the keyboard; the sections of a part stand further in than the part."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    terms = contents(page).get_by_role("link", name="Terms", exact=True)
    expect(terms).to_be_hidden()
    contents(page).get_by_text("Tables", exact=True).click()
    expect(terms).to_be_visible()
    expect(contents(page).get_by_role("link", name=re.compile("^3.1 "))).to_be_hidden()
    contents(page).locator("summary[aria-label$=' 3']").press("Enter")
    expect(contents(page).get_by_role("link", name=re.compile("^3.1 "))).to_be_visible()
    part, section = (contents(page).get_by_role("link", name=re.compile(f"^{number} ")) for number in ("2", "2.1"))
    assert section.bounding_box()["x"] > part.bounding_box()["x"]


@pytest.mark.parametrize(
    ("path", "says"), [("/", r"¶(\d+) / 41，约剩(\d+)分钟"), ("/en/", r"¶(\d+) of 41, (\d+) min left")]
)
def test_the_place_is_said_in_words(page, base_url, path, says):
    """The paragraph at the top of the screen and the minutes left of the paper, which grow fewer; a line says it, too."""
    page.goto(base_url + path + "paper/full/")
    words = page.get_by_role("banner").get_by_role("paragraph")
    first, most = map(int, re.fullmatch(says, words.inner_text()).groups())
    page.evaluate("document.getElementById('p40').scrollIntoView()")
    expect(words).to_have_text(re.compile("¶40"))
    later, least = map(int, re.fullmatch(says, words.inner_text()).groups())
    assert (first, later) == (1, 40)
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 40)
    expect(page.get_by_role("progressbar")).to_have_js_property("max", 41)
    assert 20 < most < 60 and 0 < least < 8


def test_a_phone_has_the_way_up(page, base_url):
    """Above a section stand the title page and its part; on a wide page the contents say it."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + "/en/paper/1-2-mitigation/")
    way = page.get_by_role("navigation", name="You are here")
    way.get_by_role("link", name=re.compile("^1 ")).click()
    expect(page).to_have_url(base_url + "/en/paper/1-practice/")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(way).to_be_hidden()
