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
    links = page.locator("#navigation a")
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


# The lines that a heading has on the screen: one begins with each character that stands below the one before.
LINES = """heading => {
    const lines = [], walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), range = new Range();
    let end = 0;
    while (walker.nextNode()) [...walker.currentNode.data].forEach((character, at) => {
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const { top, bottom } = range.getBoundingClientRect();
        if ((top + bottom) / 2 > end) {
            lines.push("");
            end = bottom;
        }
        lines[lines.length - 1] += character;
    });
    return lines.map((line) => line.trim());
}"""
TITLES = {
    "/": ["“一带一路”共建国家", "应对气候变化国际合作", "经验借鉴及启示"],
    "/paper/1-2-mitigation/": ["1.2 减缓气候变化的", "诉求与合作"],
    "/paper/2-2-japan/": ["2.2 日本", "应对气候变化国际合作"],
    "/paper/3-2-technology/": ["3.2 低碳技术转让、", "技术贸易", "和创新合作是关键路径"],
}


@pytest.mark.parametrize("path", TITLES)
def test_a_chinese_title_is_broken_between_words(page, base_url, path):
    """On a phone no line of a title ends inside a word, nor before a particle or a mark."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + path)
    assert page.get_by_role("heading", level=1).evaluate(LINES) == TITLES[path]
    assert page.get_by_role("heading", level=1).text_content() == "".join(TITLES[path])
