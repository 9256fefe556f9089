"""What a reader does with the tables: go to a sentence and back, sort, filter, look things up in the text."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import until
from browser.keyboard import commit, compose

ROOTS = {"zh": "/", "en": "/en/"}
WITH_PLACES = ["citations", "notes", "terms", "names", "numbers", "timeline", "emendations"]


@pytest.mark.slow
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
    compose(field, "tan hui")
    expect(rows).to_have_count(all_rows)
    commit(field, "碳汇")
    expect(page.locator(".table-tools").get_by_role("status")).to_have_text(re.compile(r"^[5-9] 行$"))


def test_an_entry_is_gone_to_on_a_phone(page, base_url):
    """The address of an entry far down a table leads to it where rows are cards."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(base_url + "/en/tables/names/#zambia")
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


def test_a_term_shows_its_card(page, base_url):
    """Hovering a term shows it in the other language with its count; Esc closes it. The pointer may enter the card, whose
    link leads to all occurrences."""
    page.goto(base_url + "/en/paper/2-1-european-union/")
    term, card = page.locator("#p17s1 .term", has_text="smart grid"), page.get_by_role("tooltip")
    term.hover()
    expect(card).to_contain_text("智能电网")
    expect(card).to_contain_text("×1")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(5, 5)
    term.hover()
    card.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/en/tables/terms/#smart-grid$"))


@pytest.mark.parametrize("pointer", ["touch", "mouse", "as it is"])
def test_a_press_on_a_term_stays(new_context, base_url, pointer):
    """It opens the sheet of the sentence; a tap on a citation shows its card. Also where the browser's click does not say what it was made with, as on iPhones before iOS 18.2."""
    page = new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}).new_page()
    if pointer != "as it is":
        kind = f"this.type === 'click' ? undefined : this.type.startsWith('pointer') ? '{pointer}' : ''"
        page.add_init_script(
            f"Object.defineProperty(PointerEvent.prototype, 'pointerType', {{ get() {{ return {kind} }} }})"
        )
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.locator("#p17s1 .term", has_text="smart grid").tap()
    expect(page.locator("#sheet")).to_contain_text("智能电网")
    page.keyboard.press("Escape")
    expect(page).to_have_url(base_url + "/en/paper/2-1-european-union/")
    page.get_by_label("Reference 4").tap()
    if pointer != "mouse":
        expect(page.get_by_role("tooltip")).to_contain_text("Kang X.")
        expect(page).to_have_url(base_url + "/en/paper/2-1-european-union/")
    else:  # by which the mark leads where a link leads
        expect(page).to_have_url(base_url + "/en/paper/2-1-european-union/#kang2019")


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


def test_terms_can_be_turned_off(page, base_url):
    """A reader turns the cards of terms off; the text stays bare on the next page too."""
    page.goto(base_url + "/en/paper/2-1-european-union/")
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label("No term cards").check()
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_role("button", name="Reading settings").click()
    expect(page.get_by_label("No term cards")).to_be_checked()
    page.keyboard.press("Escape")
    page.locator("#p20 .sentence").first.hover()
    page.locator("#p20 .term").first.hover(force=True)
    page.wait_for_timeout(600)
    expect(page.get_by_role("tooltip")).to_have_count(0)


@pytest.mark.parametrize(("language", "words"), [("zh", "康晓. "), ("en", "Kang ")])
def test_the_card_of_a_work_is_in_the_language_of_the_page(page, base_url, language, words):
    """Also on the page of the whole paper, whose list has Chinese works in both."""
    page.goto(f"{base_url}/{'en/' if language == 'en' else ''}paper/full/")
    page.locator("#p16 a.citation").first.hover()
    expect(page.locator("#card")).to_contain_text(words)
