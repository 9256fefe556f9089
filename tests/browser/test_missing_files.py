"""Files that do not come, come late, cut short or wrong, and storage that is no use: the page reads on and says so."""

import json
import re
from itertools import product

import pytest
from playwright.sync_api import expect

from browser.conftest import search

pytestmark = pytest.mark.slow

OWN, OTHER, MORE = (re.compile(rf"/{name}\b[^/]*\.json$") for name in (r"index\.en", r"index\.zh", r"more\.en"))
PARTS = {
    name: re.compile(rf"/search-{name}\b[^/]*\.js$")
    for name in ("dialog", "client", "worker", "match", "pairs", "marks")
}
NOT_THERE = {"status": 404, "content_type": "text/html", "body": "<h1>404"}
SENTENCE = ["p1s1", "A sentence of another build."]
OTHER_BUILD = {"sections": [["paper/elsewhere/", "9", "Elsewhere", [["Zambia."]], [SENTENCE]]], "traditional": ""}
ANSWERS = {  # what may come instead of an index
    "missing": NOT_THERE,
    "cut short": {"body": '{"sections":[["paper/0-introduction/","0","Intro'},
    "a page": {"content_type": "text/html", "body": "<!doctype html><h1>Welcome to this network</h1>"},
    "another type": {"content_type": "application/octet-stream", "body": "\x00\ufffd"},
    "another shape": {"body": '{"sections": [1, null, {"x": []}], "glossary": 3, "notes": [[]], "authors": 0}'},
}


def lose(page, pattern, answer=None):
    """Answer requests for these files with something else, or not at all."""
    page.route(pattern, lambda route: route.fulfill(**answer) if answer else route.abort())


def ask(page, address):
    """Type a query into the dialog of a page; what it finds."""
    page.goto(address)
    return search(page, "Zambia")


def says_what_is_not_there(page):
    """The dialog says that the index is missing, and leads to the whole paper."""
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("could not be loaded")
    expect(alert.get_by_role("link")).to_have_attribute("href", re.compile(r"(paper|\.\.)/full/$"))


@pytest.mark.parametrize("answer", [*ANSWERS.values(), None], ids=[*ANSWERS, "blocked"])
def test_an_index_that_is_none(poor_page, base_url, answer):
    """Without the index of the page's language the dialog and the concordance say so, and say where to read."""
    lose(poor_page, OWN, answer)
    ask(poor_page, base_url + "/en/paper/2-2-japan/")
    says_what_is_not_there(poor_page)
    poor_page.goto(base_url + "/en/search/?q=Zambia")
    expect(poor_page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()
    expect(poor_page.locator("main").get_by_role("link", name="The whole paper on one page")).to_be_visible()


@pytest.mark.parametrize(
    ("part", "answer"),
    [*product((OTHER, MORE), ("missing", "cut short", "another shape")), (PARTS["pairs"], "missing")],
)
def test_a_part_that_does_not_come(poor_page, base_url, part, answer):
    """What there is is searched, and it is said that something is missing; the concordance does not say “nothing”."""
    lose(poor_page, part, ANSWERS[answer])
    ask(poor_page, base_url + "/en/paper/2-2-japan/")
    expect(poor_page.locator("#search-results a").first).to_have_attribute("href", re.compile("1-1-negotiations"))
    expect(poor_page.get_by_role("alert")).to_contain_text("could not be loaded")
    poor_page.locator("#search [name=q]").fill("xyzzy")
    expect(poor_page.locator(".search-status")).to_contain_text("Nothing found")
    poor_page.goto(base_url + "/en/search/?q=Zambia")
    expect(poor_page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()


def test_an_index_of_another_build(poor_page, base_url):
    """Two indexes that do not fit are not taken for each other's translation."""
    lose(poor_page, OTHER, {"body": json.dumps(OTHER_BUILD)})
    ask(poor_page, base_url + "/en/")
    expect(poor_page.locator("#search-results a").first).to_have_attribute("href", re.compile("1-1-negotiations"))
    expect(poor_page.locator(".search-counterpart")).to_have_count(0)
    expect(poor_page.get_by_role("alert")).to_contain_text("could not be loaded")


@pytest.mark.parametrize(
    "answer", [NOT_THERE, {"body": "export {", "content_type": "text/javascript"}], ids=["missing", "cut short"]
)
@pytest.mark.parametrize("part", ["dialog", "client", "worker", "match"])
def test_a_part_of_the_search_that_does_not_come(poor_page, base_url, part, answer):
    """The dialog opens and says so."""
    lose(poor_page, PARTS[part], answer)
    ask(poor_page, base_url + "/en/paper/2-2-japan/")
    says_what_is_not_there(poor_page)


@pytest.mark.parametrize("lost", [OWN, PARTS["dialog"], PARTS["client"]], ids=["index", "dialog", "client"])
def test_what_has_failed_is_tried_again(poor_page, base_url, lost):
    """When the search is opened again on a better line it works, and no longer says that it does not."""
    lose(poor_page, lost)
    ask(poor_page, base_url + "/en/paper/2-2-japan/")
    says_what_is_not_there(poor_page)
    poor_page.keyboard.press("Escape")
    poor_page.unroute_all(behavior="wait")
    poor_page.keyboard.press("Control+k")
    expect(poor_page.locator("#search-results a").first).to_have_attribute("href", re.compile("1-1-negotiations"))
    expect(poor_page.get_by_role("alert")).to_be_hidden()


KINDS = ["/paper/2-2-japan/?view=both&h=日本#p20s2", "/", "/tables/terms/", "/search/?q=东盟", "/about/downloads/"]


def reads_on(page, address):
    """The text is there, and a link leads on."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("banner").locator("a[hreflang]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_any_script_may_be_missing(poor_page, base_url):
    """One at a time, and all of them, on each kind of page: the text is there, nothing is thrown, links lead on."""
    page, missing = poor_page, []
    page.route("**/*.js", lambda route: route.abort() if route.request.url in missing else route.continue_())
    for path in KINDS:
        page.goto(base_url + path)
        every = page.locator("script[src]").evaluate_all("all => all.map(script => script.src)")
        for missing[:] in [*([one] for one in every), every]:
            reads_on(page, base_url + path)
        missing.clear()


def test_the_concordance_needs_its_own_scripts_alone(poor_page, base_url):
    """Its module and those that it imports; whatever else the page loads may be missing."""
    lose(poor_page, re.compile(r"/(?!concordance|search-|element)[^/]*\.js$"))
    poor_page.goto(base_url + "/search/?q=东盟")
    expect(poor_page.locator("#concordance mark").first).to_be_visible()


def test_without_any_style(poor_page, base_url):
    """The text is read, the languages are switched, the search searches."""
    lose(poor_page, re.compile(r"\.css$"))
    ask(poor_page, base_url + "/en/paper/2-2-japan/")
    expect(poor_page.locator("#search-results a").first).to_be_visible()
    poor_page.keyboard.press("Escape")
    poor_page.get_by_role("banner").get_by_role("link", name="中文").click()
    expect(poor_page.get_by_role("heading", level=1)).to_contain_text("日本")
