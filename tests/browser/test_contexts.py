"""What a reader does with the sentences of a term, and with wide tables: open, filter by kind, scroll, sort by keyboard."""

import brotli
import pytest
from playwright.sync_api import expect

from browser.conftest import comes_to, until
from browser.pointer import TARGETS, smaller
from shared import cases

pytestmark = pytest.mark.slow  # every table at many widths

ROOTS = {"zh": "", "en": "en/"}
TABLES = ["sections", "citations", "notes", "terms", "names", "numbers", "timeline", "emendations"]
# The words of the cells, but for addresses, that stand on more than one line without a hyphen of their own.
BROKEN = r"""() => {
  const range = document.createRange(), found = [];
  for (const cell of document.querySelectorAll('.cross-reference :is(th, td)')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode());)
      for (const word of node.data.matchAll(/(?<![/.\w?=&-])[A-Za-zÀ-ɏ]{2,}(?![/.]\w)/g)) {
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const tops = [...range.getClientRects()].filter(({ width }) => width).map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) found.push(word[0]);
      }
  }
  return found;
}"""


@pytest.mark.parametrize("language", ROOTS)
def test_the_page_of_terms_is_light(site, language):
    """Its sentences come when they are asked for."""
    page = (site / ROOTS[language] / "tables/terms/index.html").read_bytes()
    assert len(brotli.compress(page)) <= cases("budgets")["terms"]


def test_a_count_opens_the_sentences(page, base_url):
    """A press on the count shows each sentence in both languages, under its rendering; its link leads to it."""
    page.goto(base_url + "/en/tables/terms/")
    page.locator("#emissions-trading-system").get_by_role("link", name="7", exact=True).press("Enter")
    row = page.locator("#emissions-trading-system + tr")
    expect(row.locator("li")).to_have_count(7)
    expect(row.locator(".rendering")).to_have_text(["emissions trading system", "ETS"])
    expect(row.locator("ol").last.locator("li")).to_have_count(2)
    expect(row.locator("ol").last.locator("mark[lang=en], [lang=en] mark").first).to_have_text("ETS")
    link = row.locator("ol").last.get_by_role("link").first
    place = link.evaluate("link => link.hash")
    link.click()
    expect(page.locator(place)).to_contain_text("ETS")
    expect(page.locator(place)).to_be_in_viewport()


def test_where_the_words_do_not_come_the_links_stay(poor_page, base_url):
    """A row opened on a lost line has its links, and asks again when another is opened."""
    page = poor_page
    page.route("**/terms.json", lambda route: route.abort())
    page.goto(base_url + "/en/tables/terms/")
    page.locator("#carbon-sink + tr summary").click()
    expect(page.locator("#carbon-sink + tr .concordance a").first).to_be_visible()
    page.unroute("**/terms.json")
    page.locator("#carbon-market + tr summary").click()
    expect(page.locator("#carbon-market + tr mark").first).to_be_visible()


@pytest.mark.parametrize(("path", "name", "kind"), [("en/tables/notes/", "Kind", "Authors’ note"), ("tables/notes/", "类别", "作者注")])  # fmt: skip
def test_a_table_is_filtered_by_kind(page, base_url, path, name, kind):
    """Of the notes the three of the authors are left, and all come back."""
    page.goto(f"{base_url}/{path}")
    rows = page.locator(".cross-reference tbody tr:visible")
    before = rows.count()
    page.get_by_role("combobox", name=name).select_option(kind)
    expect(rows).to_have_count(3)
    expect(page.locator(".table-tools").get_by_role("status")).to_have_text(f"3 {'rows' if 'en' in path else '行'}")
    page.get_by_role("combobox", name=name).select_option(index=0)
    expect(rows).to_have_count(before)


def test_a_heading_sorts_by_keyboard(page, base_url):
    """Enter on it sorts one way, Space the other; the heading says which."""
    page.goto(base_url + "/en/tables/terms/")
    heading = page.get_by_role("columnheader", name="Count (Chinese)")
    for key, order, first in (("Enter", "descending", "44"), ("Space", "ascending", "0")):
        heading.get_by_role("button").press(key)
        expect(heading).to_have_attribute("aria-sort", order)
        expect(page.locator("td.column-count_zh").first).to_have_text(first)
        counts = [int(text) for text in page.locator("td.column-count_zh").all_text_contents()]
        assert counts == sorted(counts, reverse=order == "descending")


@pytest.mark.parametrize("name", ["terms", "notes"])
def test_the_headings_stay_while_the_page_scrolls(page, base_url, name):
    """On a desktop they stand right below the header of the site, over the rows."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{base_url}/en/tables/{name}/")
    page.locator(".cross-reference tbody tr:not(.in-context)").nth(12).evaluate("row => row.scrollIntoView()")
    until(page, "scrollY > 500")
    bar = page.get_by_role("banner").bounding_box()
    heading = page.locator(".cross-reference").get_by_role("columnheader").first
    assert abs(heading.bounding_box()["y"] - bar["y"] - bar["height"]) <= 2
    assert heading.evaluate("""one => {
        const { left, top } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(left + 4, top + 8));
    }""")


def test_headings_and_first_column_stay_in_a_narrow_frame(page, base_url):
    """On a tablet, where the table is wider than the screen, they stay while its frame scrolls both ways."""
    page.set_viewport_size({"width": 768, "height": 800})
    page.goto(base_url + "/en/tables/names/")
    frame, table = page.locator(".table-frame"), page.locator(".cross-reference")
    name, heading = table.locator("tbody tr:not(.in-context) td:first-child").nth(9), table.get_by_role("columnheader")
    frame.evaluate("frame => frame.scrollTo(150, 400)")
    assert frame.evaluate("frame => frame.scrollLeft") == 150
    assert abs(name.bounding_box()["x"] - frame.bounding_box()["x"]) <= 1
    assert abs(heading.nth(1).bounding_box()["y"] - frame.bounding_box()["y"]) <= 1


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", ROOTS)
def test_every_table_fits_its_page(page, base_url, language, name):
    """Whatever the width, a cell has its words whole; what can be pressed is 24 pixels high and wide (WCAG 2.5.8). On a
    desktop no table scrolls sideways, also where what stands in context is open, which is as wide as the table; so the
    keyboard stops at none."""
    page.goto(f"{base_url}/{ROOTS[language]}tables/{name}/")
    in_context = page.locator(".in-context")
    if in_context.count():
        in_context.locator("summary").first.click()
        expect(in_context.first.locator("mark").first).to_be_in_viewport()
    for width in (360, 768, 1024, 1280, 1440, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        comes_to(page, BROKEN, [])  # a frame of a table takes a moment to see that it is too wide
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        if width in (360, 1280):
            assert smaller(page, TARGETS, 24) == [], width
        if width >= 1024:
            assert page.locator(".table-frame").evaluate("one => one.scrollWidth <= one.clientWidth"), width
            expect(page.locator(".table-frame")).to_have_attribute("tabindex", "-1")
        if in_context.count() and width >= 1024:
            box, table = (page.locator(one).first.bounding_box() for one in (".in-context td", ".cross-reference"))
            assert abs(box["width"] - table["width"]) <= 2, width
