"""No page moves under its reader: the browser's own count of layout shifts (Layout Instability API, WICG) is nought."""

import pytest

from bench.weight import KINDS, ROOTS

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => (node?.outerHTML ?? node?.textContent ?? "").slice(0, 80));
    window.shifts.push([entry.value, ...moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SCREENS = {"zh": {"width": 1280, "height": 800}, "en": {"width": 390, "height": 844}}


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves(page, base_url, kind, language):
    """From the first paint to a while after everything is there, and when one has gone down the page."""
    page.set_viewport_size(SCREENS[language])
    page.add_init_script(WATCH)
    page.goto(f"{base_url}/{ROOTS[language]}{KINDS[kind]}", wait_until="networkidle")
    page.evaluate("scrollTo(0, 2 * innerHeight)")
    page.wait_for_timeout(300)
    assert page.evaluate("window.shifts") == []
