"""What a reader does: open every page from the navigation, change the language, follow what it refers to."""

import re

import pytest
from playwright.sync_api import expect

LANGUAGES = {"zh": ("/", "English"), "en": ("/en/", "中文")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_from_the_navigation(page, base_url, language):
    """Each link of the navigation opens a page with text, and the header leads to its counterpart and back."""
    home, other = LANGUAGES[language]
    page.goto(base_url + home)
    links = page.locator("nav#navigation a")
    addresses = [links.nth(k).evaluate("link => link.href") for k in range(links.count())]
    assert len(addresses) == len(set(addresses)) == 31
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.get_by_role("banner").get_by_role("link", name=other).click()
        expect(page.locator("html")).to_have_attribute("lang", "en" if language == "zh" else "zh-Hans")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.get_by_role("banner").get_by_role("link", name=LANGUAGES["en" if language == "zh" else "zh"][1]).click()
        expect(page).to_have_url(address)


def test_a_paragraph_has_an_address(new_context, base_url):
    """Without scripts the number in the margin is a link to the paragraph (with them it opens a menu: test_passage.py)."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(base_url + "/paper/2-2-japan/")
    page.get_by_role("link", name="段 20").click()
    expect(page).to_have_url(re.compile(r"#p20$"))
