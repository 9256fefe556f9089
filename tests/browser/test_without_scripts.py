"""Everything but the search by a reader whose browser runs no scripts."""

import pytest
from playwright.sync_api import expect

from shared import words

pytestmark = pytest.mark.slow

HOMES = {"zh": "/", "en": "/en/"}
SECTION = "paper/2-1-european-union/"


@pytest.fixture(params=HOMES)
def reader(request, new_context, base_url):
    """A reader of one language without scripts: the page (the section on the European Union), its words, its home."""
    page = new_context(java_script_enabled=False, viewport={"width": 1280, "height": 700}).new_page()
    page.set_default_timeout(10_000)
    home = base_url + HOMES[request.param]
    page.goto(home + SECTION)
    return page, words(request.param), home


def test_notes_and_references(reader):
    """A paragraph's number is its address. From the text to an authors' note, an editor's note and a work, and back; from a work to all that cites it."""
    page, say, home = reader
    page.get_by_role("link", name=f"{say('paragraph')} 17").click()
    expect(page).to_have_url(home + SECTION + "#p17")
    for mark in (
        f"{say('authors_note')} 1",
        f"{say('editors_note')} {say('editors_note_mark')}10",
        f"{say('reference')} 4",
    ):
        page.get_by_label(mark, exact=True).click()
        entry = page.locator(".entry:target")
        expect(entry).to_be_in_viewport()
        entry.get_by_role("link", name=say("back_to_text")).click()
        expect(page.locator(":target")).to_be_in_viewport()
    page.locator("#kang2019").get_by_role("link", name=say("all_references")).click()
    expect(page).to_have_url(home + "paper/references/#kang2019")
    page.locator("#kang2019").get_by_role("link", name="¶16").click()
    expect(page.locator("#p16s3")).to_be_in_viewport()


def test_the_other_language(reader):
    """By the header to the page, by the mark of a paragraph to the paragraph; both views by the radio buttons alone, side
    by side."""
    page, say, home = reader
    page.get_by_role("banner").get_by_role("link", name=say("other_language")).click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans" if home.endswith("/en/") else "en")
    page.go_back()
    page.get_by_role("link", name=f"{say('other_language_mark')} ¶17").click()
    expect(page.locator("#p17")).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans" if home.endswith("/en/") else "en")
    page.go_back()
    page.get_by_label(say("view_both")).check()
    other = page.locator("#p17 > .counterpart")
    expect(other).to_be_visible()
    own = page.locator("#p17 > p:not(.counterpart)")
    left, right = (own, other) if say("other_language") == "English" else (other, own)
    assert left.bounding_box()["x"] + left.bounding_box()["width"] <= right.bounding_box()["x"]
    page.get_by_label(say("view_single")).check()
    expect(other).to_be_hidden()


def test_terms_and_tables(reader):
    """Every row is there, opens, and leads back into the text; nothing asks for a script."""
    page, say, home = reader
    page.goto(home + "tables/terms/#carbon-sink")
    row = page.locator("tr:target")
    expect(row).to_be_in_viewport()
    row = page.locator("tr:target + tr")
    row.locator("summary").click()
    row.locator(".concordance a").first.click()
    expect(page.locator(".sentence:target")).to_be_in_viewport()
    page.goto(home + "tables/terms/")
    expect(page.get_by_label(say("filter"))).to_be_hidden()
    expect(page.get_by_role("columnheader", name=say("column_zh"), exact=True).get_by_role("button")).to_have_count(0)


def test_the_search_says_what_to_do(reader):
    """The search leads to a page that says what it needs, and leads to the whole paper instead; no dead field or button."""
    page, say, home = reader
    page.get_by_role("banner").get_by_role("link", name=say("search")).click()
    expect(page).to_have_url(home + "search/")
    expect(page.get_by_text(say("concordance_no_script"))).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name=say("full")).click()
    expect(page).to_have_url(home + "paper/full/")


def test_nothing_is_dead(reader):
    """No page has a button that only a script would answer."""
    page, _, home = reader
    for path in ("", SECTION, "paper/full/", "tables/numbers/", "about/downloads/"):
        page.goto(home + path)
        dead = page.locator("button:visible:not([type=submit])")
        expect(dead).to_have_count(0)
