"""The sheet of a sentence: what opens it and what does not, what it says, what it copies, how one leaves it."""

import re
from itertools import product

import pytest
from playwright.sync_api import expect

from browser.keyboard import tab_to
from browser.pointer import MIDDLE_OF, POINT, press, smaller
from shared import words

EUROPE, JAPAN = "paper/2-1-european-union/", "paper/2-2-japan/"
HOMES = {"zh": "/", "en": "/en/"}
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def copied(page):
    """What the page has put into the clipboard, as plain text."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return lambda: page.evaluate("navigator.clipboard.readText()")


def sheet(page):
    """The sheet."""
    return page.locator("#sheet")


def opened(page, selector, by="click"):
    """The sheet that a press on a sentence opens."""
    press(page, selector, by)
    expect(sheet(page)).to_be_visible()
    return sheet(page)


def do(page, name, status="已复制"):
    """Press a button of the sheet, and see that it says what was done."""
    sheet(page).get_by_role("button", name=name, exact=True).click()
    expect(sheet(page).get_by_role("status")).to_have_text(status)


def test_a_sentence_opens_its_sheet(page, base_url, edition):
    """Its counterpart, its terms each with their rendering and the way to their entry; the page is not left."""
    page.goto(base_url + "/en/" + EUROPE)
    box = opened(page, "#p17s1")
    expect(box).to_contain_text(edition.sentences["p17s1"].zh.text)
    expect(page.locator("#p17s1")).to_have_class(re.compile("asked"))
    expect(page).to_have_url(base_url + "/en/" + EUROPE)
    box.get_by_role("link", name="smart grids 智能电网").click()
    expect(page).to_have_url(re.compile("/en/tables/terms/#smart-grid$"))


def test_a_press_on_a_term_opens_the_sentence(page, base_url):
    """A term is text: it is no link, no button, no stop of the keyboard, and a press on it is one on its sentence."""
    page.goto(base_url + "/en/" + EUROPE)
    term = page.locator("#p17s1 .term", has_text="smart grid")
    expect(term).not_to_have_role("button")
    expect(term).not_to_have_attribute("tabindex", re.compile(""))
    term.click()
    expect(sheet(page)).to_have_attribute("aria-label", "¶17, Sentence 1")
    expect(page).to_have_url(base_url + "/en/" + EUROPE)


def test_notes_and_works_are_those_of_the_page(page, base_url):
    """What a sentence refers to stands in its sheet as at the foot of the page, and its mark leads there."""
    page.goto(base_url + "/en/" + EUROPE)
    box = opened(page, "#p16s3")
    expect(box.get_by_role("listitem").filter(has_text="Kang X.")).to_be_visible()
    box.get_by_role("link", name="Reference 4").click()
    expect(page).to_have_url(re.compile("#kang2019$"))
    expect(box).to_be_hidden()


def test_the_counterpart_opens_the_same(page, base_url):
    """In the view of both, a press in the other column opens the sheet of the pair and lights both."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(base_url + "/" + JAPAN + "?view=both")
    box = opened(page, "[data-s=p20s1]")
    expect(box).to_have_attribute("aria-label", "¶20, 第1句")
    expect(page.locator(".asked")).to_have_count(2)


def test_selecting_opens_nothing(page, base_url):
    """Neither a drag, nor a double click on a word, nor the click that ends a selection."""
    page.goto(base_url + "/en/" + JAPAN)
    x, y = page.locator("#p20s1").evaluate(POINT)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 200, y, steps=4)
    page.mouse.up()
    quote = page.get_by_role("button", name="Copy with source")  # comes as late as a sheet would, and with its parts
    expect(quote).to_be_visible()
    expect(sheet(page)).to_have_count(0)
    page.mouse.click(x + 60, y)
    expect(quote).to_be_hidden()
    page.wait_for_timeout(500)  # a sheet would be there
    expect(sheet(page)).to_have_count(0)
    page.mouse.dblclick(*page.locator("#p20s1").evaluate(MIDDLE_OF, "climate"))
    expect(quote).to_be_visible()
    assert page.evaluate("getSelection().toString().trim()") == "climate"
    expect(sheet(page)).to_have_count(0)


def test_leaving(page, base_url):
    """A second press on the sentence, a press elsewhere, Esc and the button close it; another sentence takes it over."""
    page.goto(base_url + "/en/" + JAPAN)
    for leave in (
        lambda: press(page, "#p20s1"),
        lambda: page.locator("h1").click(),
        lambda: page.keyboard.press("Escape"),
        lambda: sheet(page).get_by_role("button", name="Close").click(),
    ):
        opened(page, "#p20s1")
        leave()
        expect(sheet(page)).to_be_hidden()
        expect(page.locator(".asked")).to_have_count(0)
    opened(page, "#p20s1")
    page.evaluate("scrollTo(0, 0)")
    press(page, "#p19s1")
    expect(sheet(page)).to_have_attribute("aria-label", "¶19, Sentence 1")


@pytest.mark.parametrize("language", HOMES)
@pytest.mark.parametrize("path", [EUROPE, "paper/full/"])
def test_a_finger_on_a_phone(new_context, base_url, language, path):
    """At the bottom of the screen, at most 60 % of it; the sentence begins above it and is lit; targets have 44 pixels;
    the last sentence, too, comes above it; what scrolls in it leaves the page where it is; a tap elsewhere closes."""
    page = new_context(has_touch=True, is_mobile=True, viewport=PHONE).new_page()
    for sentence in ("#p17s1", "#p17s3"):
        page.goto(base_url + HOMES[language] + path)
        box = opened(page, sentence, "tap").bounding_box()
        assert box["y"] + box["height"] == PHONE["height"] and box["width"] == PHONE["width"]
        assert box["height"] <= 0.6 * PHONE["height"] + 1
        first = page.locator(sentence).evaluate("one => one.getClientRects()[0].bottom")
        assert 20 < first < box["y"]
        assert smaller(page, "#sheet :is(button, label, .sheet-foot a, .sheet-terms a)", 43.9) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.touchscreen.tap(4, 80)
    expect(sheet(page)).to_be_hidden()


@pytest.mark.parametrize("opener", ["#p16s2", "#p17 .number"])
def test_all_of_it_is_on_the_screen_of_a_phone(new_context, base_url, opener):
    """Its head, some lines of the counterpart and every button; also the field that takes the place of copying."""
    page = new_context(has_touch=True).new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    for width, height in ((320, 568), (360, 560), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{base_url}/en/{EUROPE}")
        page.locator(opener).tap()
        expect(sheet(page).locator(".sheet-other")).to_be_in_viewport()
        for button in sheet(page).get_by_role("button").all():
            expect(button).to_be_in_viewport(ratio=1)
        expect(sheet(page).get_by_role("link", name=words("en")("suggest_rendering"))).to_be_in_viewport(ratio=1)
        sheet(page).get_by_role("button", name=words("en")("copy_link")).tap()
        expect(page.get_by_role("textbox", name=words("en")("not_copied"))).to_be_in_viewport(ratio=1)


def test_the_next_sentence_begins_at_its_head(new_context, base_url):
    """On a low screen, where the whole sheet scrolls, and the reader had scrolled it."""
    page = new_context(viewport={"width": 740, "height": 360}, has_touch=True).new_page()
    page.goto(f"{base_url}/en/{EUROPE}")
    page.locator("#p16s2").tap()
    sheet(page).evaluate("(box) => box.scrollTo(0, 150)")
    page.locator("#p16s2").evaluate("(one) => one.nextElementSibling.click()")
    expect(sheet(page).locator(".sheet-scope")).to_be_in_viewport()


@pytest.mark.slow
@pytest.mark.parametrize("view", ["", "?view=both"])
@pytest.mark.parametrize("width", [960, 1280, 1920])
def test_on_a_desktop_it_covers_no_word_of_its_sentence(page, base_url, width, view):
    """It stands below or above, inside the window, wherever in the window the sentence stood."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base_url}/en/{EUROPE}{view}")
    for at, top in product(("p16s1", "p16s4", "p17s3"), (100, 450, 800)):
        page.evaluate(
            "([id, top]) => scrollBy({top: document.getElementById(id).getClientRects()[0].top - top, behavior: 'instant'})",
            [at, top],
        )
        box = opened(page, f"#{at}").bounding_box()
        where = f"{at} at {top}"
        assert 0 <= box["x"] and box["x"] + box["width"] <= width, where
        lines = page.locator(".asked:visible").evaluate_all(
            "all => all.flatMap((one) => [...one.getClientRects()].map(({top, bottom}) => [top, bottom]))"
        )
        assert lines and all(bottom <= box["y"] or y >= box["y"] + box["height"] for y, bottom in lines), where
        assert box["y"] > 0 and box["y"] + box["height"] <= 901, where
        page.keyboard.press("Escape")
        expect(sheet(page)).to_be_hidden()


@pytest.mark.parametrize("language", HOMES)
def test_by_the_keyboard(page, base_url, language):
    """Enter on the number opens the sheet of the paragraph and goes into it; a button leads through its sentences and
    on into the next paragraph, keeping the focus; Esc leads back into the text."""
    say = words(language)
    page.goto(base_url + HOMES[language] + JAPAN)
    number = page.get_by_role("button", name=f"{say('paragraph')} 19", exact=True)
    tab_to(page, number)
    page.keyboard.press("Enter")
    expect(sheet(page)).to_be_focused()
    expect(sheet(page)).to_have_attribute("aria-label", f"¶19, {say('whole_paragraph')}")
    page.keyboard.press("Escape")
    expect(number).to_be_focused()
    page.keyboard.press("Space")
    following = sheet(page).get_by_role("button", name=say("next_sentence"))
    tab_to(page, following)
    count = page.locator("#p19 .sentence").count()
    for k in [*range(1, count + 1), 1]:
        page.keyboard.press("Enter")
        expect(sheet(page)).to_have_attribute("aria-label", re.compile(say("sentence_of").replace("{}", str(k)) + "$"))
        expect(following).to_be_focused()
    expect(sheet(page)).to_have_attribute("aria-label", re.compile("^¶20"))
    page.keyboard.press("Escape")
    expect(sheet(page)).to_be_hidden()
    expect(page.get_by_role("button", name=f"{say('paragraph')} 20", exact=True)).to_be_focused()


def test_a_pointer_leaves_the_focus_where_it_was(page, base_url):
    """Only the keyboard is taken into the sheet; what was opened is said."""
    page.goto(base_url + "/en/" + JAPAN)
    opened(page, "#p20s1")
    assert page.evaluate("!document.activeElement.closest('#sheet')")
    expect(page.locator("#said")).to_have_text("¶20, Sentence 1")


def test_copying_a_sentence(page, base_url, copied, edition):
    """This language, the other, both, and the address, without view or query."""
    page.goto(base_url + "/" + JAPAN + "?view=both")
    opened(page, "#p20s2")
    side = {language: getattr(edition.sentences["p20s2"], language).text for language in ("zh", "en")}
    bare = {language: re.sub(r"\[@\w+\]|\[\^\d\]|\*\*", "", text) for language, text in side.items()}
    for name, text in (("中文", bare["zh"]), ("英文", bare["en"]), ("中英对照", f"{bare['zh']}\n{bare['en']}")):
        do(page, name)
        assert copied() == text
    do(page, words("zh")("copy_link"))
    assert copied() == base_url + "/paper/2-2-japan/#p20s2"


def test_the_paragraph(page, base_url, copied):
    """Chosen in the sheet, or by the number: its counterpart whole, its sentences lit, its address."""
    page.goto(base_url + "/" + JAPAN)
    opened(page, "#p20s2").get_by_role("radio", name="全段").check()
    expect(page.locator("#p20 .sentence.asked")).to_have_count(page.locator("#p20 .sentence").count())
    expect(sheet(page)).to_contain_text(page.locator("#p20 .counterpart").text_content().strip()[-60:])
    do(page, words("zh")("copy_link"))
    assert copied() == base_url + "/paper/2-2-japan/#p20"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="段 19").click()
    expect(sheet(page).get_by_role("radio", name="全段")).to_be_checked()
    page.get_by_role("button", name="段 19").click()
    expect(sheet(page)).to_be_hidden()


def test_a_quotation_in_chinese(page, base_url, copied):
    """A sentence with its English and GB/T 7714; the page is marked as inferred; as rich text, too, with its languages."""
    page.goto(base_url + "/paper/0-introduction/")
    opened(page, "#p1s1")
    do(page, "附出处")
    own, other, source = copied().split("\n")
    assert own.startswith("““一带一路”倡议是我国") and own.endswith("。”") and "[" not in own
    assert other.startswith("“The Belt and Road Initiative (BRI) is a major decision") and other.endswith(
        "（本版译文）"
    )
    assert source == (
        "张建平, 张旭. “一带一路”共建国家应对气候变化国际合作经验借鉴及启示[J/OL]. 中国科学院院刊, 2023, 38(9): 1407-1415. "
        f"DOI:10.16418/j.issn.1000-3045.20230526006. 摘自第1407–1408页（页码系推断），第1段。 {base_url}/paper/0-introduction/#p1s1"
    )
    rich = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    assert re.search(r'<p lang="zh-Hans"[^>]*>““一带一路”倡议', rich)
    assert re.search(r'<p lang="en"[^>]*>“The Belt and Road', rich)
    assert f'href="{base_url}/paper/0-introduction/#p1s1"' in rich


SELECT = """() => { const sentence = document.getElementById('p20s1'), range = document.createRange();
    range.setStart(sentence, 0); range.setEnd(sentence, 2); getSelection().addRange(range); }"""


@pytest.mark.parametrize("by", ["its own button", "the number"])
def test_quoting_what_is_selected(page, base_url, copied, by):
    """Selected words with the whole Chinese sentence and an English reference: by the button that comes below them, which
    copies at once, or in the sheet that the number opens."""
    page.goto(base_url + "/en/" + JAPAN)
    page.evaluate(SELECT)
    selected = page.evaluate("getSelection().toString()").strip()
    if by == "the number":
        page.get_by_role("button", name="Paragraph 20").click()
        expect(sheet(page).get_by_role("radio", name="Selection")).to_be_checked()
        do(page, "With source", "Copied")
    else:
        page.get_by_role("button", name="Copy with source").click()
        expect(sheet(page).get_by_role("status")).to_have_text("Copied")
    own, other, source = copied().split("\n")
    assert own == f"“{selected}” [this edition’s translation]"
    assert other == f"“{page.locator('[data-s=p20s1]').text_content()}”"
    assert source.startswith(
        "Zhang, J., & Zhang, X. (2023). Experiences and enlightenment of international cooperation on climate change for BRI partners [in Chinese]. "
        "Bulletin of Chinese Academy of Sciences (Chinese Version), 38(9), 1407–1415. https://doi.org/10.16418/j.issn.1000-3045.20230526006 From p. 141"
    )
    assert source.endswith(f"(inferred), ¶20. {base_url}/en/paper/2-2-japan/#p20s1")


def test_the_button_of_a_selection_goes_with_it(page, base_url):
    """It is there while words of the text are selected."""
    page.goto(base_url + "/en/" + JAPAN)
    page.evaluate(SELECT)
    button = page.get_by_role("button", name="Copy with source")
    expect(button).to_be_visible()
    page.evaluate("getSelection().removeAllRanges()")
    expect(button).to_be_hidden()


def test_without_a_clipboard(page, base_url):
    """Where the browser does not let us copy, the text is shown and selected."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(base_url + "/en/" + JAPAN)
    opened(page, "#p20s1")
    do(page, "Copy link", "Your browser blocked copying; copy it from here:")
    expect(sheet(page).get_by_role("textbox")).to_have_value(base_url + "/en/paper/2-2-japan/#p20s1")
    expect(sheet(page).get_by_role("textbox")).to_be_focused()


def test_citing_the_sentence(page, base_url):
    """The dialog of citations, with the place of the sentence; closed, the focus is in the sheet again."""
    page.goto(base_url + "/en/" + JAPAN)
    button = opened(page, "#p20s1").get_by_role("button", name="How to cite")
    button.click()
    dialog = page.get_by_role("dialog", name="How to cite")
    expect(dialog).to_contain_text("¶20")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_suggesting_a_better_rendering(page, base_url):
    """The sheet leads to the place that says how."""
    page.goto(base_url + "/en/" + JAPAN)
    opened(page, "#p20s1").get_by_role("link", name="Suggest a better rendering").click()
    expect(page.get_by_role("heading", name="Corrections")).to_be_in_viewport()


NOT_THERE = {"status": 404, "content_type": "text/html", "body": "<h1>404"}


@pytest.mark.parametrize("lost", ["sheet.js", "cards.js"])  # cards.js is asked for by itself, too
def test_where_a_part_cannot_be_had(poor_page, base_url, lost):
    """A press on a sentence does nothing, the number and the marks lead where they lead without scripts."""
    page = poor_page
    page.route(f"**/{lost}", lambda route: route.fulfill(**NOT_THERE))
    page.goto(base_url + "/en/" + EUROPE)
    with page.expect_response(f"**/{lost}"):
        press(page, "#p17s1")
    page.wait_for_timeout(300)  # the sheet would be there
    expect(sheet(page)).to_be_hidden()
    page.get_by_role("button", name="Paragraph 17").click()
    expect(page).to_have_url(base_url + "/en/" + EUROPE + "#p17")
    page.get_by_label("Reference 4").click()
    expect(page).to_have_url(base_url + "/en/" + EUROPE + "#kang2019")


def test_what_was_lost_is_asked_for_again(poor_page, base_url):
    """On a better line the next press opens the sheet."""
    page = poor_page
    page.route("**/quotation.js", lambda route: route.abort())
    page.goto(base_url + "/en/" + JAPAN)
    with page.expect_event("requestfailed", lambda request: "quotation.js" in request.url):
        press(page, "#p20s1")
    page.wait_for_timeout(300)  # the press has come to nothing
    page.unroute_all(behavior="wait")
    opened(page, "#p20s1")


def test_the_sheet_without_its_style(poor_page, base_url):
    """It opens all the same."""
    page = poor_page
    page.route("**/sheet.css", lambda route: route.abort())
    page.goto(base_url + "/en/" + JAPAN)
    opened(page, "#p20s1")


def test_nothing_is_offered_for_a_selection_that_is_not_there(page, base_url):
    """Who opens the sheet by the keyboard has selected nothing."""
    page.goto(base_url + "/en/" + EUROPE)
    page.locator("#p16 .number").focus()
    page.keyboard.press("Enter")
    expect(sheet(page)).to_be_visible()
    expect(page.locator(".quote")).to_be_hidden()


def test_a_change_of_the_window_does_not_scroll_back(page, base_url):
    """The bars of a phone's browser come and go while one scrolls on beside the open sheet."""
    page.set_viewport_size(PHONE)
    page.goto(base_url + "/en/" + EUROPE)
    opened(page, "#p16s1")
    page.evaluate("scrollBy({top: 900, behavior: 'instant'})")
    before = page.evaluate("scrollY")
    page.set_viewport_size({"width": 360, "height": 690})
    page.wait_for_timeout(200)  # nothing is to come
    assert page.evaluate("scrollY") == before


def test_no_sentence_before_the_first(page, base_url):
    """From whichever sentence the sheet of the first paragraph was opened."""
    page.goto(base_url + "/en/paper/0-introduction/")
    box = opened(page, "#p1s2")
    box.get_by_label("Paragraph", exact=True).check()
    expect(box.get_by_role("button", name="Previous sentence")).to_have_attribute("aria-disabled", "true")
