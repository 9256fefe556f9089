"""What a reader does: open every page from the navigation, change the language, search."""

import re

import pytest
from playwright.sync_api import expect

# A word that stands in one section, by the end of that section's address, in Chinese and in English.
WORDS = {
    "0-introduction": ("巨型国际合作", "transcontinental"),
    "1-practice": ("悠久的历史渊源", "historical"),
    "1-1-negotiations": ("赞比亚", "Zambia"),
    "1-2-mitigation": ("过熟林", "over-mature"),
    "1-3-adaptation": ("海水淡化", "desalination"),
    "2-developed-countries": ("主要发达国家", "major developed countries"),
    "2-1-european-union": ("斯里巴加湾", "Begawan"),
    "2-2-japan": ("无偿援助", "grant aid"),
    "2-3-united-states": ("格拉斯哥", "Glasgow"),
    "3-lessons": ("COP27", "COP27"),
    "3-1-finance": ("发言权", "Amazon"),
    "3-2-technology": ("工艺改进", "intermediary"),
    "3-3-carbon-markets": ("京都议定书", "credits"),
    "3-4-capacity-building": ("沙特阿拉伯", "Saudi"),
    "3-5-public-participation": ("搭便车", "free-riding"),
    "3-6-challenges": ("碳边境", "Border"),
    "4-recommendations": ("金融科技", "fintech"),
}
READY = {"zh": "键入以开始搜索", "en": "Type to start searching"}
LANGUAGES = {"zh": ("/", "English"), "en": ("/en/", "中文")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_from_the_navigation(page, base_url, language):
    """Each link of the navigation opens a page with text, and the header leads to its counterpart and back."""
    home, other = LANGUAGES[language]
    page.goto(base_url + home)
    links = page.locator("nav#navigation a")
    addresses = [links.nth(k).evaluate("link => link.href") for k in range(links.count())]
    assert len(addresses) == len(set(addresses)) == 29
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.get_by_role("banner").get_by_role("link", name=other).click()
        expect(page.locator("html")).to_have_attribute("lang", "en" if language == "zh" else "zh-Hans")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.get_by_role("banner").get_by_role("link", name=LANGUAGES["en" if language == "zh" else "zh"][1]).click()
        expect(page).to_have_url(address)


@pytest.mark.parametrize("slug", WORDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_each_section_is_found(page, base_url, language, slug):
    """A word of a section, typed into the search, leads to that section."""
    page.goto(base_url + LANGUAGES[language][0])
    search = page.get_by_role("textbox", name={"zh": "搜索", "en": "Search"}[language])
    search.click()
    expect(page.get_by_text(READY[language])).to_be_visible()  # what is typed before the index is there is lost
    search.press_sequentially(WORDS[slug][language == "en"])
    root = base_url + LANGUAGES[language][0]
    expect(page.locator(f".md-search-result__list a[href^='{root}paper/{slug}/']").first).to_be_attached()


def test_a_paragraph_has_an_address(new_context, base_url):
    """Without scripts the number in the margin is a link to the paragraph (with them it opens a menu: test_passage.py)."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(base_url + "/paper/2-2-japan/")
    page.get_by_role("link", name="段 20").click()
    expect(page).to_have_url(re.compile(r"#p20$"))
