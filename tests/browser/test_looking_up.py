"""What a reader does with the tables: go to a sentence and back, sort, filter, download, look things up in the text."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import until

ROOTS = {"zh": "/", "en": "/en/"}
WITH_PLACES = ["citations", "notes", "terms", "names", "numbers", "timeline", "emendations"]


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("name", WITH_PLACES)
def test_from_a_table_to_its_sentence_and_back(page, base_url, language, name):
    """A place in a table opens the paper at that sentence, and Back returns to the table."""
    page.goto(f"{base_url}{ROOTS[language]}tables/{name}/")
    details = page.locator("table details").first
    if details.count():
        details.locator("summary").click()
    place = page.locator("table a.where:visible").first
    address = place.evaluate("link => link.hash")
    place.click()
    expect(page).to_have_url(re.compile(rf"{ROOTS[language]}paper/[0-9a-z-]+/{address}$"))
    expect(page.locator(address)).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(f"{base_url}{ROOTS[language]}tables/{name}/")


def test_the_contents_lead_to_both_languages(page, base_url):
    """The table of sections opens a section in either language."""
    page.goto(base_url + "/tables/sections/")
    page.locator("#s2-2").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{base_url}/en/paper/2-2-japan/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Japan")


def test_a_table_sorts_and_filters(page, base_url):
    """A click on a heading sorts; words typed into the filter leave the rows that have them, and say how many."""
    page.goto(base_url + "/en/tables/terms/")
    first = page.locator("tbody tr:visible").first
    page.get_by_role("button", name="Count (Chinese)").click()
    expect(first).to_have_attribute("id", "bri-partners")
    page.get_by_label("Filter").fill("碳汇")
    expect(page.locator(".table-tools").get_by_role("status")).to_have_text(re.compile(r"^[5-9] rows$"))
    expect(page.locator("#grassland-carbon-sink")).to_be_visible()
    expect(page.locator("#bri-partners")).to_be_hidden()


@pytest.mark.parametrize("language", ROOTS)
@pytest.mark.parametrize("width", [1024, 1280, 1440, 1920])
def test_every_table_fits_its_frame(page, base_url, language, width):
    """On a desktop no table scrolls sideways, also where what stands in context is open; that is as wide as the table."""
    page.set_viewport_size({"width": width, "height": 900})
    for name in ["sections", *WITH_PLACES]:
        page.goto(f"{base_url}{ROOTS[language]}tables/{name}/")
        summaries = page.locator(".in-context summary")
        if summaries.count():
            summaries.first.click()
            expect(page.locator(".concordance").first).to_be_in_viewport()
            box, table = (page.locator(one).first.bounding_box() for one in (".in-context td", ".cross-reference"))
            assert abs(box["width"] - table["width"]) <= 2
        assert page.evaluate(
            "(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector('.table-frame'))"
        ), name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_what_stands_in_context_stays_below_its_term(page, base_url):
    """Sorted by a heading, every row of sentences is still that of the term above it."""
    page.goto(base_url + "/en/tables/terms/")
    page.get_by_role("button", name="English", exact=True).click()
    expect(page.get_by_role("columnheader", name="English", exact=True)).to_have_attribute("aria-sort", "descending")
    row = page.locator("#grassland-carbon-sink + tr")
    row.locator("summary").click()
    expect(row.locator("mark").first).to_have_text("草原碳汇")


def test_the_filter_waits_for_an_input_method(page, base_url):
    """While characters are composed no row goes; committed, they filter."""
    page.goto(base_url + "/tables/terms/")
    field, rows = page.get_by_label("筛选"), page.locator("tbody tr:visible")
    all_rows = rows.count()
    field.evaluate("""field => {
      field.value = "tan hui";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    }""")
    expect(rows).to_have_count(all_rows)
    field.evaluate(
        "field => { field.value = '碳汇'; field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })); }"
    )
    expect(page.locator(".table-tools").get_by_role("status")).to_have_text(re.compile(r"^[5-9] 行$"))


def test_an_entry_is_gone_to_on_a_phone(page, base_url):
    """The address of an entry far down a table leads to it where rows are cards."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(base_url + "/en/tables/names/#zambia")
    page.wait_for_load_state("networkidle")
    until(page, "document.getElementById('zambia').getBoundingClientRect().top < 150")
    expect(page.locator("#zambia")).to_be_in_viewport()


def test_a_filtered_table_is_come_back_to(page, base_url):
    """What the browser restores in the filter is what is shown."""
    page.goto(base_url + "/tables/terms/")
    page.get_by_label("筛选").fill("草原碳汇")
    page.locator("#grassland-carbon-sink + tr summary").click()
    page.locator("#grassland-carbon-sink + tr a.where").first.click()
    expect(page).to_have_url(re.compile("/paper/"))
    page.go_back()
    expect(page.get_by_label("筛选")).to_have_value("草原碳汇")
    expect(page.locator("#bri-partners")).to_be_hidden()


@pytest.mark.parametrize("kind", ["CSV", "JSON"])
def test_a_table_can_be_taken_away(page, base_url, kind):
    """The files beside a table are downloads."""
    page.goto(base_url + "/tables/numbers/")
    with page.expect_download() as download:
        page.get_by_role("link", name=kind).click()
    assert download.value.suggested_filename == f"numbers.{kind.lower()}"


def test_without_scripts_the_tables_and_marks_are_plain(browser, base_url):
    """Without JavaScript a table is whole, a term is a link to its entry, and a citation leads to the work on the page."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + "/en/tables/terms/#carbon-sink")
    expect(page.locator("#carbon-sink")).to_be_in_viewport()
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.get_by_label("Reference 4").click()
    expect(page).to_have_url(re.compile("#kang2019$"))
    page.locator("#kang2019").get_by_role("link", name="Back to the text").click()
    expect(page).to_have_url(re.compile("#p16s3$"))
    context.close()


def test_a_term_shows_its_card(page, base_url):
    """Hovering a term shows it in the other language with its count and a link to all occurrences; Esc closes it."""
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.locator("#p17s1 .term", has_text="smart grid").hover()
    card = page.get_by_role("tooltip")
    expect(card).to_contain_text("智能电网")
    expect(card).to_contain_text("×1")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_term_leads_to_its_entry(page, base_url):
    """A click on a term, or Enter, shows its card and stays on the page; the link of the card leads to its entry."""
    for go in (lambda term: term.click(), lambda term: (term.focus(), page.keyboard.press("Enter"))):
        page.goto(base_url + "/en/paper/2-1-european-union/")
        go(page.locator("#p17s1 .term", has_text="smart grid"))
        expect(page).to_have_url(base_url + "/en/paper/2-1-european-union/")
        page.get_by_role("tooltip").get_by_role("link").click()
        expect(page).to_have_url(re.compile("/en/tables/terms/#smart-grid$"))


def test_the_keyboard_enters_a_card_and_leaves_it(page, base_url):
    """Enter on a term leads into its card, whatever is selected; Esc leads back to the term."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p20s1'))")
    term = page.locator(".term").first
    term.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("tooltip").get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(term).to_be_focused()


@pytest.mark.parametrize("pointer", ["touch", "mouse"])
def test_a_press_on_a_term_stays(browser, base_url, pointer):
    """Also where the browser's click does not say what it was made with, as on iPhones before iOS 18.2."""
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    kind = f"this.type === 'click' ? undefined : this.type.startsWith('pointer') ? '{pointer}' : ''"
    page.add_init_script(
        f"Object.defineProperty(PointerEvent.prototype, 'pointerType', {{ get() {{ return {kind} }} }})"
    )
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.locator("#p17s1 .term", has_text="smart grid").tap()
    expect(page.get_by_role("tooltip")).to_contain_text("智能电网")
    page.get_by_label("Reference 4").tap()
    if pointer == "touch":
        expect(page.get_by_role("tooltip")).to_contain_text("Kang X.")
        expect(page).to_have_url(base_url + "/en/paper/2-1-european-union/")
    context.close()


def test_a_citation_and_a_note_show_their_cards_to_the_keyboard(page, base_url):
    """With the keyboard on a citation or note its card says the work or the note."""
    page.goto(base_url + "/paper/2-1-european-union/")
    for label, words in (("参考文献 4", "康晓"), ("作者注 1", "机制能力建设")):
        mark = page.get_by_label(label, exact=True)
        mark.evaluate("mark => mark.focus({focusVisible: true})")
        expect(page.get_by_role("tooltip")).to_contain_text(words)
        expect(mark).to_have_attribute("aria-describedby", "card")
        page.keyboard.press("Escape")
        expect(page.get_by_role("tooltip")).to_be_hidden()


def test_a_tap_shows_the_card_first(browser, base_url):
    """On a touch screen the first tap on a citation shows its card and stays where the reader is."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.get_by_label("Reference 4").tap()
    expect(page.get_by_role("tooltip")).to_contain_text("Kang X.")
    expect(page).to_have_url(f"{base_url}/en/paper/2-1-european-union/")
    context.close()


def test_terms_can_be_turned_off(page, base_url):
    """A reader turns the cards of terms off; the text stays bare on the next page too."""
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.get_by_role("button", name="Term cards").click()
    page.goto(base_url + "/en/paper/2-2-japan/")
    expect(page.get_by_role("button", name="Term cards")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".term").first).not_to_have_attribute("tabindex", re.compile(""))


def test_a_reference_leads_to_the_places_that_cite_it(page, base_url):
    """On the page of references each work leads back to its citing sentence."""
    page.goto(base_url + "/en/paper/references/")
    page.locator("#kang2019").get_by_role("link", name="¶16").click()
    expect(page).to_have_url(re.compile(r"/en/paper/2-1-european-union/#p16s3$"))


def test_terms_that_are_turned_off_are_text(page, base_url):
    """No button is announced where none can be pressed."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    term = page.locator("#p20 .term").first
    expect(term).to_have_role("button")
    page.get_by_role("button", name="Term cards").click()
    expect(term).not_to_have_role("button")
    page.get_by_role("button", name="Term cards").click()
    expect(term).to_have_role("button")
