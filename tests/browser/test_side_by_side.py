"""Both languages on a page: level rows, Chinese left, lit pairs, a selection in one column."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import holding, settled, until

BOX = "element => { const {x, y, width} = element.getBoundingClientRect(); return {x, y, width}; }"


def boxes(page, paragraph):
    """The Chinese and the English of a paragraph, as boxes."""
    own, other = page.locator(f"#{paragraph} > p:not(.counterpart)"), page.locator(f"#{paragraph} > .counterpart")
    pair = [(one.evaluate("element => element.closest('[lang]').lang"), one.evaluate(BOX)) for one in (own, other)]
    return dict(pair)


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_beside(page, base_url, language):
    """From 60em the rows are level with Chinese on the left; nothing scrolls sideways."""
    page.goto(base_url + language + "paper/2-2-japan/?view=both")
    for width in (960, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        for paragraph in ("p20", "p21"):
            both = boxes(page, paragraph)
            assert abs(both["zh-Hans"]["y"] - both["en"]["y"]) <= 8, width
            assert both["zh-Hans"]["x"] + both["zh-Hans"]["width"] <= both["en"]["x"], width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


LINES = """() => [...document.querySelectorAll('.paragraph')].map((one) => [...one.querySelectorAll('.sentence, [data-s]')]
    .map((line) => [line.getBoundingClientRect().top, line.id || line.dataset.s, line.id ? 'own' : 'other'])
    .sort((a, b) => a[0] - b[0]).map((line) => line.slice(1)))"""


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", ["/", "/en/"])
def test_beneath(new_context, base_url, language, scripts):
    """On a narrower page each sentence has its counterpart beneath it, in order, in the longest paragraph too, with and
    without scripts; nothing scrolls sideways."""
    page = new_context(java_script_enabled=scripts, viewport={"width": 900, "height": 800}).new_page()
    page.goto(base_url + language + "paper/2-2-japan/")
    expect(page.locator("#p20 .counterpart")).to_be_hidden()
    page.goto(base_url + language + "paper/full/?view=both")
    if not scripts:
        page.locator("[name=view][value=both]").check()
    for width in (900, 320):
        page.set_viewport_size({"width": width, "height": 800})
        paragraphs = page.evaluate(LINES)
        assert len(paragraphs) == 41
        for lines in paragraphs:
            ids = [id for id, side in lines if side == "own"]
            assert lines == [[id, side] for id in ids for side in ("own", "other")], width
            assert ids == sorted(ids, key=lambda id: int(id.split("s")[1]))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_the_view_has_an_address_and_is_remembered(page, base_url):
    """The view is chosen by a radio button, said, in the address, and there on the next page."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    expect(page.locator("#p20 .counterpart")).to_be_hidden()
    page.get_by_label("Both").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    expect(page.locator("#said")).to_have_text("Both: English with the Chinese")
    expect(page).to_have_url(base_url + "/en/paper/2-2-japan/?view=both")
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_label("Both")).to_be_checked()
    expect(page.locator(".paragraph .counterpart").first).to_be_visible()
    page.get_by_label("English").check()
    expect(page.locator(".paragraph .counterpart").first).to_be_hidden()
    expect(page).not_to_have_url(re.compile("view"))


def test_a_view_in_a_link_is_not_remembered(page, base_url):
    """What somebody sent holds for its page; the next one is as the reader has it."""
    page.goto(base_url + "/en/paper/2-2-japan/?view=both")
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_label("English", exact=True)).to_be_checked()
    expect(page.locator(".paragraph .counterpart").first).to_be_hidden()


def test_a_change_of_view_keeps_the_place(page, base_url):
    """The sentence at the top stays at its height when the view changes."""
    page.goto(base_url + "/paper/full/")
    page.evaluate("document.getElementById('p33s1').scrollIntoView()")
    place = page.evaluate("edition.place.find()")
    for view in ("对照", "中文"):
        page.get_by_label(view).check()
        now = page.evaluate("id => document.getElementById(id).getClientRects()[0].top", place["id"])
        assert abs(now - place["y"]) <= 2


def test_a_pair_lights_up(page, base_url):
    """Pointing at a sentence lights its counterpart; an address lights it on arrival, and again when the pointer has gone."""
    page.goto(base_url + "/paper/2-2-japan/?view=both#p20s1")
    lit = page.locator(".lit")
    expect(lit).to_have_count(2)
    until(page, "scrollY > 0")
    settled(page)
    page.mouse.move(
        *page.evaluate("(({x, y}) => [x + 5, y + 5])(document.getElementById('p20s2').getClientRects()[0])")
    )
    expect(page.locator("[data-s=p20s2]")).to_have_class("lit")
    page.mouse.move(5, 5)
    expect(page.locator("#p20s1")).to_have_class("sentence lit")
    expect(lit).to_have_count(2)


def test_a_selection_stays_in_its_column(page, base_url):
    """Dragging from one paragraph to the next in the Chinese column selects no English and no paragraph number."""
    page.set_viewport_size({"width": 1280, "height": 3000})
    page.goto(base_url + "/paper/2-1-european-union/?view=both")
    start, end = (page.locator(f"#{id} > p:not(.counterpart)").bounding_box() for id in ("p16", "p17"))
    page.mouse.move(start["x"] + 30, start["y"] + 20)
    page.mouse.down()
    page.mouse.move(end["x"] + 150, end["y"] + 20, steps=5)
    page.mouse.up()
    text = page.evaluate("getSelection().toString()")
    assert len(text) > 50
    assert "European" not in text and "¶" not in text and "the " not in text


def test_the_view_before_the_scripts_have_come(page, base_url):
    """The button shows both languages at once, and the choice is kept when the scripts come."""
    release = holding(page, "**/page.js")
    page.goto(base_url + "/en/paper/2-2-japan/", wait_until="commit")
    page.get_by_label("Both").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    release()
    expect(page).to_have_url(re.compile("view=both$"))
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    page.goto(base_url + "/en/paper/2-1-european-union/")
    expect(page.get_by_label("Both")).to_be_checked()


def test_a_page_that_is_come_back_to_takes_what_was_chosen_since(page, base_url):
    """A page that the browser has kept as it was left shows the view and the theme of now, and stores none of its own."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.evaluate("""() => {
      localStorage.setItem("edition.view", "both");
      localStorage.setItem("edition.theme", "dark");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }""")
    expect(page.get_by_label("Both")).to_be_checked()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 26)"
    assert page.evaluate("localStorage.getItem('edition.view')") == "both"


def test_a_page_that_is_come_back_to_keeps_what_its_address_asks_for(page, base_url):
    """The browser may bring it back whole; only what the reader has chosen since on another page changes it."""
    back = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    page.goto(base_url + "/en/paper/2-2-japan/?view=both")
    page.evaluate(f"dispatchEvent(new PageTransitionEvent('pagehide', {{persisted: true}})), {back}")
    expect(page.get_by_label("Both", exact=True)).to_be_checked()
    page.evaluate(f"localStorage.setItem('edition.view', 'single'), {back}")
    expect(page.get_by_label("English", exact=True)).to_be_checked()
