"""The site as files on a disk, opened without any server."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow  # a copy of the site on a disk, page by page


@pytest.fixture(scope="session")
def base_url(site):
    """The address of the folder of the site."""
    return site.as_uri()


def test_reading_and_switching(poor_page, base_url):
    """From the title page into the paper, to the other language at the same sentence, both of them, back and on."""
    page = poor_page
    page.goto(base_url + "/index.html")
    page.get_by_role("link", name="读中文").click()
    expect(page).to_have_url(base_url + "/paper/0-introduction/index.html")
    page.get_by_role("navigation", name="目录").locator("summary[aria-label$=' 2']").click()
    page.get_by_role("navigation", name="目录").get_by_role("link", name="2.2 日本").click()
    expect(page).to_have_url(base_url + "/paper/2-2-japan/index.html")
    page.evaluate("document.getElementById('p20s2').scrollIntoView()")
    page.get_by_role("banner").get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(re.escape(base_url) + "/en/paper/2-2-japan/index.html"))
    expect(page.locator("#p20s2")).to_be_in_viewport()
    page.get_by_label("Both").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(re.compile(re.escape(base_url) + "/en/paper/2-3-united-states/index.html"))


def test_notes_references_and_cards(poor_page, base_url):
    """A mark leads to its entry on the page, a term by its card or the sheet to its row, which leads back to the sentence."""
    page = poor_page
    page.goto(base_url + "/en/paper/2-1-european-union/index.html")
    page.get_by_label("Reference 4").click()
    expect(page.locator("#kang2019")).to_be_in_viewport()
    term = page.locator("#p17s1 .term", has_text="smart grid")
    term.hover()
    expect(page.get_by_role("tooltip").get_by_role("link")).to_be_visible()
    term.click()
    page.locator("#sheet").get_by_role("link", name="smart grids 智能电网").click()
    expect(page).to_have_url(re.compile("/en/tables/terms/index.html#"))
    page.locator("tr:target + tr summary").click()
    page.locator("tr:target + tr a.where").first.click()
    expect(page).to_have_url(re.compile(r"/en/paper/[^/]+/index.html#p\d+s\d+$"))


def test_tables_sort_and_filter(poor_page, base_url):
    """As on a server."""
    page = poor_page
    page.goto(base_url + "/en/tables/terms/index.html")
    page.get_by_role("button", name="Count (Chinese)").click()
    expect(page.locator("tbody tr:visible").first).to_have_attribute("id", "bri-partners")
    page.get_by_label("Filter").fill("碳汇")
    expect(page.locator("#bri-partners")).to_be_hidden()


@pytest.mark.parametrize(
    ("home", "name", "words"), [("/", "搜索", "本机"), ("/en/", "Search", "a copy opened from a disk")]
)
def test_the_search_says_that_it_is_not_there(poor_page, base_url, home, name, words):
    """A browser starts no module and no worker from a disk: dialog and concordance say so, and lead to the whole paper."""
    page = poor_page
    page.goto(base_url + home + "search/index.html")
    expect(page.get_by_text(words)).to_be_visible()
    page.goto(base_url + home + "index.html")
    page.get_by_role("banner").get_by_role("button", name=name).click()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page).to_have_url(re.compile(re.escape(base_url + home) + "paper/full/index.html"))
    expect(page.locator("#p41s1")).to_be_attached()


def test_every_link_is_a_file(poor_page, base_url):
    """No link of any kind of page leads to a folder."""
    for path in ("", "en/", "paper/2-2-japan/", "en/paper/full/", "tables/terms/", "about/", "search/"):
        poor_page.goto(f"{base_url}/{path}index.html")
        folders = "[...document.links].map(String).filter((href) => /^file:[^?#]*\\/([?#]|$)/.test(href))"
        assert poor_page.evaluate(folders) == []
