"""All three uses by keyboard alone: reading, switching, searching. Where the focus is can always be seen."""

import re

import pytest
from playwright.sync_api import expect

from browser.keyboard import MISSED, STOP, stops, tab_to
from browser.pointer import TARGETS, smaller
from shared import words

pytestmark = pytest.mark.slow

HOMES = {"zh": "/", "en": "/en/"}
SECTION = "paper/2-1-european-union/"
FOCUSED = "document.activeElement"


@pytest.fixture(params=HOMES)
def reader(request, page, base_url):
    """A reader of one language at the section on the European Union: the page, its words, its home."""
    home = base_url + HOMES[request.param]
    page.goto(home + SECTION)
    return page, words(request.param), home


def in_language(language):
    """One language is enough where the header, whose order differs, has no part."""
    return pytest.mark.parametrize("reader", [language], indirect=True)


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("", 1280),
        ("en/", 320),
        (SECTION, 1280),
        ("en/" + SECTION, 320),
        ("en/paper/2-2-japan/?view=both", 1280),
        ("paper/references/", 360),
        ("en/tables/notes/", 1280),
        ("en/about/", 320),
        ("tables/numbers/", 360),
        ("en/search/?q=ODA", 1280),
        ("en/about/downloads/", 320),
        ("404.html", 320),
    ],
)
def test_every_stop_is_seen(page, base_url, path, width):
    """Tab reaches everything once, in the order of reading; each stop is in view, not under the header, and is marked. What
    can be pressed is 24 pixels high and wide, or a link in a line of text (WCAG 2.5.8), as the lists of the lost page are."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{base_url}/{path}")
    if "?q=" in path:
        expect(page.locator(".occurrences li").first).to_be_visible()
    assert path == "404.html" or smaller(page, TARGETS, 24) == []
    passed = stops(page)
    assert page.evaluate(MISSED) == []
    assert [stop for stop in passed if not (stop["seen"] and stop["indicated"] and stop["follows"])] == []
    text = [stop for stop in passed if stop["within"] == "article"]  # notes in the margin come after it
    assert [(one["name"], two["name"]) for one, two in zip(text, text[1:]) if two["y"] < one["y"] - 150] == []


@in_language("en")
def test_reading(reader):
    """Past the header into the text; a citation says its work, leads to it and back; on to the next section."""
    page, say, home = reader
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=say("skip"))).to_be_focused()
    page.keyboard.press("Enter")
    citation = page.get_by_label(f"{say('reference')} 4", exact=True)
    tab_to(page, citation)
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#kang2019$"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=f"[4] {say('back_to_text')}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#p16s3$"))
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUSED}.closest('.sentence').id") == "p16s3"
    tab_to(page, page.get_by_role("link", name=say("next")))
    page.keyboard.press("Enter")
    expect(page).to_have_url(home + "paper/2-2-japan/")


@in_language("zh")
def test_the_contents(reader):
    """On a narrow page: the button opens the contents, Tab goes through them, past them they close; Enter opens a section."""
    page, say, home = reader
    page.set_viewport_size({"width": 360, "height": 700})
    contents = page.locator("#navigation")
    tab_to(page, page.get_by_role("checkbox", name=say("navigation")))
    page.keyboard.press("Enter")
    tab_to(page, contents.locator("summary").last)
    page.keyboard.press("Tab")
    expect(contents).to_be_hidden()
    expect(page.locator(":focus")).to_be_in_viewport()
    tab_to(page, page.get_by_role("checkbox", name=say("navigation")), key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, contents.get_by_role("link", name="2.3 "))
    page.keyboard.press("Enter")
    expect(page).to_have_url(home + "paper/2-3-united-states/")


@in_language("zh")
def test_the_sheet_of_a_paragraph(reader):
    """The number opens it; each stop in it is seen, and marked; past it Tab goes on in the text after the paragraph."""
    page, say, _ = reader
    tab_to(page, page.get_by_role("button", name=f"{say('paragraph')} 16"))
    page.keyboard.press("Enter")
    sheet = page.locator("#sheet")
    expect(sheet).to_be_focused()
    last = sheet.get_by_role("link", name=say("suggest_rendering"))
    page.evaluate("window.stops = []")
    passed = []
    while not last.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
        passed.append(page.evaluate(STOP))
        assert passed[-1]["within"] == "article", passed[-1]  # and not past the sheet, where there is no end
    assert [stop for stop in passed if not (stop["seen"] and stop["indicated"] and stop["follows"])] == []
    page.keyboard.press("Tab")
    expect(sheet).to_be_hidden()
    assert page.evaluate(f"{FOCUSED}.closest('.paragraph').id") == "p17"


def test_switching(reader):
    """From a sentence to the same sentence in the other language, where Tab goes on; back again; then both at once."""
    page, say, home = reader
    page.set_viewport_size({"width": 1280, "height": 500})
    tab_to(page, page.get_by_label(f"{say('reference')} 4", exact=True))
    place = page.evaluate("edition.place.find().id")
    there, back = ("zh-Hans", "en") if home.endswith("/en/") else ("en", "zh-Hans")
    for lang in (there, back):
        page.keyboard.press("Alt+l")
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.locator(f"#{place}")).to_be_in_viewport()
        page.wait_for_load_state("load")  # the scripts are there that hear the next key
    page.keyboard.press("Tab")
    paragraph = page.evaluate(f"{FOCUSED}.closest('.paragraph').id")
    assert int(paragraph[1:]) - int(re.match(r"p(\d+)", place)[1]) in (0, 1)
    single = page.get_by_label(say("view_single"))
    tab_to(page, single, key="Shift+Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label(say("view_both"))).to_be_checked()
    expect(page.locator(f"[data-s={place}]")).to_be_in_viewport()
    expect(page.get_by_role("status").first).to_have_text(say("view_both_said"))


@in_language("en")
def test_searching(reader):
    """The button opens the dialog, which keeps the focus; arrows or Tab choose; Enter leads to the hit; Tab goes on there."""
    page, say, _ = reader
    button = page.get_by_role("button", name=say("search"), exact=True)
    tab_to(page, button)
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=say("search"))
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.type("JICA")
    results = dialog.get_by_role("region", name=say("search_results")).get_by_role("link")
    expect(results.first).to_be_visible()
    passed = stops(page)
    assert all(stop["seen"] and stop["indicated"] for stop in passed)
    assert page.evaluate("window.stops.every((one) => !one.isConnected || one.closest('dialog'))")
    page.keyboard.press("Escape")
    button.press("Enter")
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/paper/2-2-japan/\?h=.*#p\d+s\d+$"))
    expect(page.locator(".sentence:target")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("""() => { const target = document.querySelector(':target');
        return target.contains(document.activeElement) || !!(target.compareDocumentPosition(document.activeElement) & 4); }""")
