"""The site in a folder of its host, copied to where SITE_URL does not say: all that readers do works. The page for a wrong
address alone needs to be told where it is."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import search, serving
from shared import ROOT, built

pytestmark = pytest.mark.slow

BELOW = "/some/where"


@pytest.fixture(scope="session")
def stated(tmp_path_factory):
    """The address of a site that was built for the folder in which it is."""
    host = tmp_path_factory.mktemp("host")
    with serving(host, BELOW) as address:
        built(ROOT, host / BELOW[1:], SITE_URL=f"{address}/")
        yield address


@pytest.fixture(scope="session")
def base_url(site, tmp_path_factory):
    """The address of a site that was built for another; whatever is asked for outside it fails the test."""
    host = tmp_path_factory.mktemp("other-host")
    (host / "some").mkdir()
    (host / BELOW[1:]).symlink_to(site, target_is_directory=True)
    with serving(host, BELOW) as address:
        yield address


def test_reading_and_switching(page, base_url):
    """From the title page into the paper, to the other language at the same sentence, both of them, and on."""
    page.goto(base_url + "/")
    page.get_by_role("link", name="读中文").click()
    expect(page).to_have_url(base_url + "/paper/0-introduction/")
    page.goto(base_url + "/paper/2-2-japan/#p20s2")
    page.get_by_role("banner").get_by_role("link", name="English").click()
    expect(page).to_have_url(base_url + "/en/paper/2-2-japan/#p20s2")
    page.get_by_label("Both").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(re.compile(re.escape(base_url) + r"/en/paper/2-3-united-states/"))


def test_cards_and_tables(page, base_url):
    """A term shows its card, which leads to its row; the row leads back."""
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.locator("#p17s1 .term", has_text="smart grid").hover()
    page.get_by_role("tooltip").get_by_role("link").click()
    expect(page).to_have_url(re.compile(re.escape(base_url) + "/en/tables/terms/#"))
    page.locator("tr:target + tr summary").click()
    page.locator("tr:target + tr a.where").first.click()
    expect(page).to_have_url(re.compile(re.escape(base_url) + "/en/paper/"))


def test_search_and_concordance(page, base_url):
    """Both find, and lead to the place."""
    page.goto(base_url + "/en/")
    first = search(page, "Zambia").first
    expect(first).to_have_attribute("href", re.compile(re.escape(base_url) + "/en/paper/1-1-"))
    expect(page.locator(".search-counterpart").first).to_be_visible()  # all that is fetched is there
    page.get_by_role("link", name="All sentences").click()
    expect(page).to_have_url(base_url + "/en/search/?q=Zambia")
    page.locator(".occurrences li a").first.click()
    expect(page).to_have_url(re.compile(re.escape(base_url) + r"/en/paper/1-1-negotiations/#p\d+s\d+$"))


def test_downloads(page, base_url):
    """The file that the list names comes."""
    page.goto(base_url + "/about/downloads/")
    with page.expect_download() as download:
        page.get_by_role("link", name="TMX").click()
    assert download.value.path().stat().st_size > 10_000


def test_a_wrong_address(new_context, stated):
    """At any depth: said in both languages, with a search and the contents of both, and nothing missing."""
    page = new_context().new_page()
    lost = []
    page.on("response", lambda response: response.status >= 400 and lost.append(response.url))
    for wrong in ("/nowhere", "/en/tables/x/y/z/", "/paper/2-2.html", "/%E4%B8%8D%ff/<b>"):
        page.goto(stated + wrong, wait_until="networkidle")
        for language, words in (("zh-Hans", "页面不存在"), ("en", "There is no such page")):
            expect(page.get_by_role("heading", level=1).locator(f"[lang={language}]")).to_have_text(words)
            contents = page.locator(f"main section[lang={language}]").get_by_role("navigation")
            expect(contents.get_by_role("link", name="2.2 ")).to_be_visible()
        near = page.get_by_text("You may be looking for:")
        expect(near).to_be_visible(visible=wrong == "/paper/2-2.html")
        if wrong == "/paper/2-2.html":
            expect(near.get_by_role("link")).to_have_attribute("href", re.compile("/en/paper/2-2-japan/$"))
        assert len(lost) == 1, lost  # the page itself: its styles, scripts and icon are there
        lost.clear()


def test_from_a_wrong_address_by_search(new_context, stated):
    """The form leads to the concordance of its language; the dialog finds here too."""
    page = new_context().new_page()
    page.goto(stated + "/no/such/page")
    expect(search(page, "过熟林").first).to_have_attribute("href", re.compile("/paper/1-2-mitigation/"))
    page.keyboard.press("Escape")
    form = page.locator("main section[lang=zh-Hans]").get_by_role("search")
    form.get_by_role("searchbox").fill("过熟林")
    form.get_by_role("button").click()
    expect(page).to_have_url(re.compile(re.escape(stated) + r"/search/\?q="))
    expect(page.locator(".occurrences li").first).to_be_visible()
