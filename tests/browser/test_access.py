"""No axe violation: every kind of page in both languages, light and dark, and every state that a reader can bring it into."""

import re

import pytest
from playwright.sync_api import expect

from browser.axe import violations
from browser.conftest import until
from browser.pointer import press
from browser.settings import panel
from shared import ROOT, words

pytestmark = pytest.mark.slow

PAGES = sorted(
    str(path.relative_to(ROOT / "docs").with_suffix("")).removeprefix("zh/").removesuffix("index")
    for language in ("zh", "en")
    for path in (ROOT / "docs" / language).rglob("*.md")
    if not re.match(r"(?!2-1)\d", path.name)  # one section is as the others, and all are on the full page
)
HOMES = {"zh": "/", "en": "/en/"}
SECTION = "paper/2-1-european-union/"


@pytest.mark.parametrize("path", [*PAGES, "404.html"])
def test_every_page(page, base_url, path):
    """A page as it opens."""
    page.goto(f"{base_url}/{path}")
    assert violations(page) == []


def contents(page, say):
    """The contents, opened on a narrow page."""
    page.get_by_title(say("navigation")).click()
    expect(page.locator("#navigation")).to_be_visible()


def searching(page, say):
    """The search dialog, empty."""
    page.get_by_role("button", name=say("search"), exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()


def typed(page, say, query):
    """The search dialog with a query."""
    searching(page, say)
    page.get_by_role("dialog").get_by_role("searchbox").fill(query)


def found(page, say):
    """Results, with terms and the other language asked for."""
    typed(page, say, "CDM")
    page.get_by_role("button", name=say("search_ask_other")).click()
    expect(page.get_by_role("heading", name=say("search_other"))).to_be_visible()


def nothing_found(page, say):
    """A query that nothing answers."""
    typed(page, say, "qqqqqq")
    expect(page.get_by_text(say("search_none").replace("{q}", "qqqqqq"))).to_be_visible()


def search_failed(page, say):
    """An index that does not come."""
    page.route("**/search/index.*.json", lambda route: route.fulfill(body="no JSON"))
    typed(page, say, "CDM")
    expect(page.get_by_role("alert")).to_be_visible()


def term_card(page, say):
    """The card of a term, by the pointer."""
    page.locator("#p16 .term").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def citation_card(page, say):
    """The card of a citation, by the keyboard."""
    page.get_by_label(f"{say('reference')} 4", exact=True).evaluate("mark => mark.focus({focusVisible: true})")
    expect(page.get_by_role("tooltip")).to_be_visible()


def note_card(page, say):
    """The card of an editor's note, by the pointer."""
    page.get_by_label(re.compile(rf"^{say('editors_note')} {say('editors_note_mark')}\d+$")).first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def sheet(page, say):
    """The sheet of a sentence that has terms and a reference."""
    press(page, "#p16s3")
    expect(page.locator("#sheet")).to_contain_text("[4]")


def sheet_of_paragraph(page, say):
    """The sheet of a paragraph, after something could not be copied."""
    page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); }")
    page.get_by_role("button", name=f"{say('paragraph')} 17").click()
    page.locator("#sheet").get_by_role("button", name=say("copy_cited")).click()
    expect(page.get_by_role("textbox", name=say("not_copied"))).to_be_visible()


def selected(page, say):
    """Words selected, with the button that quotes them."""
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p17s1'))")
    expect(page.get_by_role("button", name=say("copy_selection"))).to_be_visible()


def both(page, say):
    """Both languages, by the radio button."""
    page.get_by_label(say("view_both")).check()
    expect(page.locator("#p17 .counterpart")).to_be_visible()


# The part of the page of terms that is not as it opens: its head and the rows that are opened, and what is sorted by.
ROWS = "thead, .table-tools, tbody tr:has(+ .in-context [open]), tbody tr:has([open])"


def table(page, say):
    """A table sorted, filtered, and a row opened."""
    page.get_by_role("button", name=say("column_zh"), exact=True).click()
    page.get_by_label(say("filter")).fill("碳")
    page.locator("tbody tr:visible summary").first.click()
    expect(page.locator(".concordance:visible mark").first).to_be_visible()


def in_context(page, say):
    """The sentences of a term."""
    page.locator("#bri-partners + tr summary").click()
    expect(page.locator("#bri-partners + tr mark").first).to_be_visible()


def settings(page, say):
    """The panel of settings."""
    panel(page)


def chart_values(page, say):
    """The values of the figures."""
    for summary in page.locator(".chart summary").all():
        summary.click()


def citations(page, say):
    """The ways to cite, all open, one copied."""
    page.context.grant_permissions(["clipboard-write"])
    for summary in page.locator(".cite summary").all():
        summary.click()
    page.get_by_role("button", name=say("copy")).first.click()
    expect(page.locator(".copy-status").first).not_to_be_empty()


def cite_dialog(page, say):
    """The citations on a page that is not theirs."""
    page.get_by_role("banner").get_by_role("button", name=say("cite")).click()
    expect(page.get_by_role("dialog", name=say("cite"))).to_be_visible()


def listed(page, say):
    """The concordance of a query."""
    expect(page.locator(".occurrences li").first).to_be_visible()


def concordance_failed(page, say):
    """The concordance without its index, which it asks for as it opens."""
    page.route("**/search/index.*.json", lambda route: route.fulfill(body="no JSON"))
    page.reload()
    page.get_by_role("searchbox").first.fill("碳")
    expect(page.get_by_text(say("concordance_no_script"))).to_be_visible()


def as_it_is(page, say):
    """Nothing: the address makes the state."""


def hits(page, say):
    """What was searched for is marked."""
    until(page, "CSS.highlights.has('search')")


STATES = {
    "contents open": (contents, SECTION, 360),
    "contents of the whole paper open": (contents, "paper/full/", 320),
    "search, empty": (searching, SECTION, 1280),
    "search, results": (found, SECTION, 1280),
    "search, results, narrow": (found, "", 320),
    "search, nothing": (nothing_found, SECTION, 1280),
    "search, failed": (search_failed, SECTION, 1280),
    "card of a term": (term_card, SECTION, 1280),
    "card of a citation": (citation_card, SECTION, 360),
    "card of a note": (note_card, SECTION, 1280),
    "sheet of a sentence": (sheet, SECTION, 1280),
    "sheet of a sentence, narrow": (sheet, SECTION, 360),
    "sheet of a sentence, both languages": (sheet, SECTION + "?view=both", 1280),
    "sheet of a paragraph, not copied": (sheet_of_paragraph, SECTION, 360),
    "words selected": (selected, SECTION, 360),
    "both languages": (both, SECTION, 1280),
    "both languages, narrow, at a sentence": (as_it_is, SECTION + "?view=both#p17s2", 320),
    "both languages on the whole page": (as_it_is, "paper/full/?view=both#p20", 900),
    "hits marked, at a note": (hits, SECTION + "?h=EU%7C欧盟#n1", 1280),
    "table sorted, filtered, opened": (table, "tables/terms/", 1280),
    "sentences of a term": (in_context, "tables/terms/", 768),
    "sentences of a term, narrow": (in_context, "tables/terms/", 360),
    "settings": (settings, SECTION, 360),
    "table as cards, at a row": (as_it_is, "tables/emendations/#B1", 360),
    "values of the figures": (chart_values, "tables/numbers/", 360),
    "citations": (citations, "", 360),
    "citations in their dialog": (cite_dialog, SECTION, 360),
    "concordance": (listed, "search/?q=ODA", 1280),
    "concordance, failed": (concordance_failed, "search/", 360),
    "references, narrow, at a work": (as_it_is, "paper/references/#kang2019", 320),
}


@pytest.mark.parametrize("language", HOMES)
@pytest.mark.parametrize("state", STATES)
def test_every_state(page, base_url, state, language):
    """A page in a state."""
    bring, path, width = STATES[state]
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(base_url + HOMES[language] + path)
    bring(page, words(language))
    assert violations(page, ROWS if "terms" in path else None) == []
