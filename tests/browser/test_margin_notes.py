"""Notes and works in the margin of a wide page, each beside the line of its mark; elsewhere at the foot of the page."""

import pytest
from playwright.sync_api import expect

from browser.conftest import until

pytestmark = pytest.mark.slow  # many pages at many widths

SECTIONS = [
    "paper/2-1-european-union/",
    "en/paper/2-1-european-union/",
    "paper/3-1-finance/",
    "en/paper/2-2-japan/",
]
PLACES = """() => [...document.querySelectorAll(".notes > .entry")].map((entry) => {
    const mark = document.querySelector(`.text sup a[href="#${entry.id}"]`);
    const text = document.querySelector(".text .paragraph > p").getBoundingClientRect();
    const {top, bottom, left, right} = entry.getBoundingClientRect();
    return {id: entry.id, mark: mark && mark.getBoundingClientRect().top, top, bottom, beside: left >= text.right, right};
})"""


@pytest.mark.parametrize("path", SECTIONS)
@pytest.mark.parametrize("width", [1200, 1280, 1920])
def test_each_is_beside_its_mark(page, base_url, path, width):
    """At the height of its mark or right below the one before; none lies over another, over the text or over the footer."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base_url}/{path}")
    page.wait_for_selector(".noted")
    all = sorted(page.evaluate(PLACES), key=lambda one: one["top"])
    assert all
    assert [one["id"] for one in all if not one["beside"] or one["right"] > width] == []
    assert [one["id"] for one, after in zip(all, all[1:]) if one["bottom"] > after["top"]] == []
    for before, one in zip([None, *all], all):
        level = one["mark"] is None or abs(one["top"] - one["mark"]) < 20
        assert level or (before and abs(one["top"] - before["bottom"]) < 20), one["id"]
    assert page.locator(".md-footer").bounding_box()["y"] >= all[-1]["bottom"] - 1


def test_elsewhere_they_are_at_the_foot(page, base_url):
    """On a narrower page, in the view of both, and back again when there is room."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(base_url + "/en/paper/2-1-european-union/")
    entry, text = page.locator("#kang2019"), page.locator("#p16 > p").first
    expect(entry).to_be_visible()
    box, room = (lambda: entry.bounding_box()), (lambda: text.bounding_box())
    page.wait_for_selector(".noted")
    assert box()["x"] > room()["x"] + room()["width"]
    page.get_by_label("Both").check()
    assert box()["y"] > room()["y"] + room()["height"]
    page.get_by_label("English", exact=True).check()
    until(page, "document.querySelector('#kang2019').getBoundingClientRect().left > 800")
    page.set_viewport_size({"width": 1000, "height": 900})
    assert box()["y"] > room()["y"] + room()["height"]


@pytest.mark.parametrize("lost", ["page.js", "early.js"])
def test_none_is_lost(new_context, base_url, lost):
    """Where a script does not come they are at the foot and can be read."""
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.route(f"**/{lost}", lambda route: route.abort())
    page.goto(base_url + "/en/paper/2-1-european-union/")
    entry, text = page.locator("#kang2019"), page.locator("#p17 > p").first
    expect(entry).to_be_visible()
    assert entry.bounding_box()["y"] > text.bounding_box()["y"] + text.bounding_box()["height"]


def test_larger_type_moves_them_along(page, base_url):
    """What is set in the panel changes the lines; the notes follow."""
    page.set_viewport_size({"width": 1920, "height": 1000})
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.wait_for_selector(".noted")
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label("4", exact=True).check()
    page.wait_for_timeout(300)
    one = next(one for one in page.evaluate(PLACES) if one["id"] == "kang2019")
    assert one["beside"] and abs(one["top"] - one["mark"]) < 20
