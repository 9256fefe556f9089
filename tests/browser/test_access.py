"""No axe violation of any kind, in every state of the reading pages, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

SECTION = "paper/2-1-european-union/"
STATES = {
    "section": (SECTION, 1280, None),
    "narrow": (SECTION, 320, None),
    "both": (SECTION + "?view=both#p16s2", 1280, None),
    "both narrow": (SECTION + "?view=both", 320, None),
    "drawer": (SECTION, 360, ".menu-button"),
    "menu": (SECTION, 1280, "#p17 .number"),
    "full": ("paper/full/", 1280, None),
    "full both": ("paper/full/?view=both", 900, None),
    "title": ("", 1280, None),
    "references": ("paper/references/", 360, None),
    "about": ("about/", 1280, None),
    "terms": ("tables/terms/", 1280, "tbody details summary"),
    "numbers": ("tables/numbers/", 360, None),
    "emendations": ("tables/emendations/", 1280, None),
    "concordance": ("search/?q=ODA", 1280, None),
    "search": (SECTION, 360, ".search-button"),
    "downloads": ("about/downloads/", 320, None),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("scheme", "language"), [("light", "/"), ("dark", "/en/")])
def test_no_violation(new_context, base_url, state, scheme, language):
    """Axe finds nothing."""
    path, width, press = STATES[state]
    page = new_context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
    page.goto(base_url + language + path)
    if press:
        page.locator(press).first.click()
    page.wait_for_timeout(100)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert not found.response["violations"], found.generate_report()
