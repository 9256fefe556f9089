"""Notes and works in the margin of a wide page, each beside the line of its mark; elsewhere at the foot of the page."""

import pytest
from playwright.sync_api import expect

from browser.conftest import comes_to, until

pytestmark = pytest.mark.slow  # many pages at many widths

SECTIONS = [
    "paper/2-1-european-union/",
    "en/paper/2-1-european-union/",
    "paper/3-1-finance/",
    "en/paper/2-2-japan/",
]
# The entries that are not in the margin, not at the height of their mark or right below the one before, or over another or
# the footer.
AMISS = """() => {
    const text = document.querySelector(".text .paragraph > p").getBoundingClientRect();
    const footer = document.querySelector(".md-footer").getBoundingClientRect();
    const all = [...document.querySelectorAll(".notes > .entry")].map((entry) => {
        const mark = document.querySelector(`.text sup a[href="#${entry.id}"]`);
        const { top, bottom, left, right } = entry.getBoundingClientRect();
        const beside = left >= text.right && right <= innerWidth && bottom <= footer.top + 1;
        return { id: entry.id, level: !mark || Math.abs(top - mark.getBoundingClientRect().top) < 20, top, bottom, beside };
    }).sort((one, two) => one.top - two.top);
    return all.filter(({ level, top, beside }, k) => {
        const before = all[k - 1]?.bottom ?? -Infinity;
        return !beside || before > top || !(level || top - before < 20);
    }).map(({ id }) => id);
}"""
BELOW = """document.querySelector("#kang2019").getBoundingClientRect().top >
    document.querySelector("#p16 > p").getBoundingClientRect().bottom"""


@pytest.mark.parametrize("path", SECTIONS)
def test_each_is_beside_its_mark(page, base_url, path):
    """At the height of its mark or right below the one before; none lies over another, over the text or over the footer."""
    page.goto(f"{base_url}/{path}")
    expect(page.locator(".noted .notes > .entry")).not_to_have_count(0)
    for width in (1200, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        comes_to(page, AMISS, [])


def test_elsewhere_they_are_at_the_foot(page, base_url):
    """On a narrower page, in the view of both, and back again when there is room."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(base_url + "/en/paper/2-1-european-union/")
    comes_to(page, AMISS, [])
    page.get_by_label("Both").check()
    until(page, BELOW)
    page.get_by_label("English", exact=True).check()
    comes_to(page, AMISS, [])
    page.set_viewport_size({"width": 1000, "height": 900})
    until(page, BELOW)


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
    comes_to(page, AMISS, [])
