"""Dialogs and panels over a page: one at a time, also for who is impatient or selects text in it; the focus is not lost."""

import pytest
from playwright.sync_api import expect

from browser.conftest import holding
from browser.settings import panel

JAPAN = "/en/paper/2-2-japan/"
CITE = {"name": "Cite"}


def cited(page):
    """The dialog that says how to cite."""
    page.get_by_role("banner").get_by_role("button", **CITE).click()
    box = page.locator("dialog.page-dialog")
    expect(box).to_be_visible()
    return box


@pytest.mark.parametrize(
    ("late", "press", "opens"),
    [
        ("key-list.js", lambda page: page.keyboard.press("?"), "dialog"),
        ("cite-dialog.js", lambda page: page.get_by_role("banner").get_by_role("button", **CITE).click(), "dialog"),
        ("settings.js", lambda page: page.locator(".settings-button").click(), "#settings"),
        ("sheet.js", lambda page: page.locator("#p20 .number").click(), "#sheet"),
    ],
)
def test_who_presses_twice_on_a_slow_line_gets_it_once(page, base_url, late, press, opens):
    """What has not come yet is asked for again: it opens, and is there once."""
    page.goto(base_url + JAPAN)
    release = holding(page, f"**/{late}")
    press(page)
    press(page)
    release()
    expect(page.locator(f"{opens}:visible")).to_have_count(1)
    expect(page.locator("dialog.page-dialog")).to_have_count(1 if opens == "dialog" else 0)
    expect(page).to_have_url(base_url + JAPAN)


def test_selecting_in_a_dialog_leaves_it_open(page, base_url):
    """A selection may end beside it, and its edge is a part of it; a press beside it closes it."""
    page.goto(base_url + JAPAN)
    box = cited(page)
    text, edges = box.locator(".citation-text").first.bounding_box(), box.bounding_box()
    beside = (edges["x"] - 40, text["y"])
    page.mouse.move(text["x"] + 60, text["y"] + 5)
    page.mouse.down()
    page.mouse.move(*beside)
    page.mouse.up()
    page.mouse.click(edges["x"] + 4, edges["y"] + 40)
    expect(box).to_be_visible()
    page.mouse.click(*beside)
    expect(box).to_be_hidden()


def test_the_way_out_stays_in_sight(page, base_url):
    """However far one has scrolled in it."""
    page.set_viewport_size({"width": 320, "height": 480})
    page.goto(base_url + JAPAN)
    box = cited(page)
    box.evaluate("one => (one.scrollTop = one.scrollHeight)")
    expect(box.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)


def test_the_list_of_keys_stands_above_the_settings(page, base_url):
    """Closing it leads back to the link in the panel that opened it; then the panel can be closed."""
    page.goto(base_url + JAPAN)
    settings = panel(page)
    link = settings.get_by_role("link", name="Keys")
    link.click()
    box = page.get_by_role("dialog", name="Keys")
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(settings).to_be_hidden()
    expect(page.locator(".settings-button")).to_be_focused()


def test_the_panel_covers_nothing_that_has_the_focus(page, base_url):
    """Who goes on with Tab past its end leaves it."""
    page.goto(base_url + JAPAN)
    settings = panel(page)
    settings.get_by_role("link", name="Keys").focus()
    page.keyboard.press("Tab")
    expect(settings).to_be_hidden()
