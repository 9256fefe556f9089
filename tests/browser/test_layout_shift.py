"""No page moves under its reader: the browser's own count of layout shifts (Layout Instability API, WICG) is nought."""

import re

import pytest
from playwright.sync_api import expect

from bench.weight import KINDS, ROOTS
from browser.conftest import holding, until

pytestmark = pytest.mark.slow

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80));
    window.shifts.push([entry.value, ...moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
# Two frames later what was on its way is painted; what that moved is told in a task after it.
PAINTED = """new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))"""
SCREENS = {"zh": {"width": 1280, "height": 800}, "en": {"width": 390, "height": 844}}
SCRIPTS = re.compile(r"/assets/(?!.*/early\.js$).*\.js$")  # all but the one that comes before the first paint


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("screens", [0, 2])
def test_nothing_moves(page, base_url, kind, language, screens):
    """Whether one has gone down the page by the time the scripts come or goes down it afterwards."""
    page.set_viewport_size(SCREENS[language])
    assert shifts(page, f"{base_url}/{ROOTS[language]}{KINDS[kind]}", screens) == []


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_for_who_comes_back(page, base_url, language, width):
    """The title page offers to go on where one stopped, in the language last chosen, in a place kept for that."""
    page.set_viewport_size({"width": width, "height": 800})
    other = "zh" if language == "en" else "en"
    page.add_init_script(f"""
      localStorage.setItem("edition.place", "{other} 2-2-japan p17");
      localStorage.setItem("edition.language", "{other}");
    """)
    assert shifts(page, f"{base_url}/{ROOTS[language]}", 0) == []
    expect(page.locator(".resume")).to_contain_text("¶17")


def shifts(page, address, screens):
    """What moves on a page whose scripts come after its first paint, as on a slow line, and after one has gone down so
    many screens."""
    release = holding(page, SCRIPTS)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    until(page, "performance.getEntriesByName('first-contentful-paint').length && document.readyState == 'interactive'")
    page.evaluate(f"scrollTo(0, {screens} * innerHeight)")
    page.evaluate(PAINTED)
    release()
    page.wait_for_load_state("networkidle")
    page.evaluate("scrollTo(0, 2 * innerHeight)")
    page.evaluate(PAINTED)
    return page.evaluate("window.shifts")
