"""The frame of the page: drawer, theme, contents, progress; with storage blocked or damaged, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

NARROW = {"width": 360, "height": 700}
GARBAGE = {
    "edition.theme": "<img src=x onerror=alert(1)>",
    "edition.view": '{"',
    "edition.place": "zh ../../evil p1",
    "edition.language": "xx",
}
BLOCKED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked', 'SecurityError'); }})"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(253, 252, 249)", "rgb(22, 24, 26)"


def test_the_drawer_by_keyboard(page, base_url):
    """On a narrow page a button opens the contents, Tab goes into them, Esc closes them and goes back to the button."""
    page.set_viewport_size(NARROW)
    page.goto(base_url + "/paper/2-2-japan/")
    contents = page.locator("#navigation")
    expect(contents).to_be_hidden()
    button = page.get_by_role("checkbox", name="目录")
    button.press("Enter")
    expect(contents).to_be_visible()
    expect(contents.get_by_role("link", name="2.2 日本")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#navigation') !== null")
    page.keyboard.press("Escape")
    expect(contents).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_drawer_leads_on(new_context, base_url, scripts):
    """With and without scripts a link in the contents opens its page, and a press beside them closes them."""
    page = new_context(java_script_enabled=scripts, viewport=NARROW).new_page()
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_title("Contents").click()
    page.mouse.click(350, 600)
    expect(page.locator("#navigation")).to_be_hidden()
    page.get_by_title("Contents").click()
    page.locator("#navigation").get_by_role("link", name="2.3 ").click()
    expect(page).to_have_url(base_url + "/en/paper/2-3-united-states/")


def test_the_skip_link(page, base_url):
    """The first stop of the keyboard skips to the text, on every kind of page."""
    for path in ("/", "/paper/2-2-japan/", "/en/about/", "/paper/full/", "/404.html"):
        page.goto(base_url + path)
        page.keyboard.press("Tab")
        expect(page.locator(".md-skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme(new_context, base_url, scheme):
    """The system's theme by itself; the button goes from automatic to light to dark, is named so, and is remembered."""
    page = new_context(color_scheme=scheme).new_page()
    page.goto(base_url + "/en/paper/2-2-japan/")
    assert page.evaluate(PAPER) == {"light": LIGHT, "dark": DARK}[scheme]
    page.get_by_role("button", name="Theme: system").click()
    assert page.evaluate(PAPER) == LIGHT
    page.get_by_role("button", name="Theme: light").click()
    assert page.evaluate(PAPER) == DARK
    page.goto(base_url + "/")
    assert page.evaluate(PAPER) == DARK
    page.get_by_role("button", name="主题：深色").click()
    assert page.evaluate(PAPER) == {"light": LIGHT, "dark": DARK}[scheme]


def test_no_flash(new_context, base_url):
    """A remembered theme and view are on the page before its body is: nothing is painted in another."""
    context = new_context(color_scheme="light")
    context.add_init_script("""
        try { localStorage.setItem('edition.theme', 'dark'); localStorage.setItem('edition.view', 'both'); } catch {}
        new MutationObserver((_, observer) => { if (document.body) { window.early = {...document.documentElement.dataset}; observer.disconnect(); } })
          .observe(document, {childList: true, subtree: true});""")
    page = context.new_page()
    page.goto(base_url + "/paper/2-2-japan/")
    assert page.evaluate("window.early") == {"theme": "dark", "view": "both"}


@pytest.mark.parametrize("trouble", [BLOCKED, FULL, f"Object.assign(localStorage, {GARBAGE})"])
def test_hostile_storage(page, base_url, trouble):
    """With storage blocked, full or damaged every page reads on, and switch, view and theme work."""
    page.add_init_script(trouble)
    page.goto(base_url + "/")
    page.goto(base_url + "/paper/2-2-japan/")
    page.get_by_label("对照").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    page.get_by_role("button", name=re.compile("主题")).click()
    page.get_by_role("banner").get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#p20 .counterpart")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    [
        "?view=%E0%A4%A",
        "?view=<script>alert(1)</script>",
        "?view=both&view=x",
        "?view=" + "x" * 20_000,
        "#%E0%A4%A",
        "#<img src=x>",
        "#" + "p" * 20_000,
    ],
)
def test_hostile_addresses(page, base_url, query):
    """A view or a hash that nobody wrote changes nothing and throws nothing."""
    page.goto(base_url + "/paper/2-2-japan/" + query)
    page.wait_for_timeout(100)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_contents_follow(page, base_url):
    """On the full page the contents mark the section that is being read and keep it in sight."""
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(base_url + "/paper/full/")
    page.locator("#p33").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('p33').scrollIntoView()")
    current = page.locator("#navigation [aria-current=location]")
    expect(current).to_contain_text("3.6")
    expect(current).to_be_in_viewport()


def test_progress(page, base_url):
    """The line below the header says the paragraph that is being read, of all."""
    page.goto(base_url + "/paper/full/")
    page.evaluate("document.getElementById('p33').scrollIntoView()")
    expect(page.get_by_role("progressbar")).to_have_js_property("value", 33)
    expect(page.get_by_role("progressbar")).to_have_js_property("max", 41)


@pytest.mark.parametrize(
    "path", ["/", "/paper/2-2-japan/?view=both", "/en/paper/full/?view=both", "/en/paper/references/", "/en/about/"]
)
@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_scrolls_sideways(page, base_url, path, width):
    """At 320 pixels, which is 400 % of 1280, everything fits; what can be pressed in the header is 24 pixels or more."""
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(base_url + path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate("""[...document.querySelectorAll('.md-header :is(a, button, label)')]
        .map(one => one.getBoundingClientRect()).filter(({width, height}) => width && (width < 24 || height < 24)).length""")
    assert small == 0


def test_the_header_hides_no_target(page, base_url):
    """What an address or the keyboard goes to is below the header."""
    page.goto(base_url + "/paper/full/#p20s2")
    page.wait_for_timeout(100)
    assert page.evaluate(
        "document.getElementById('p20s2').getBoundingClientRect().top > document.querySelector('.md-header').getBoundingClientRect().bottom"
    )
    page.evaluate("scrollTo(0, 3000)")
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("""(() => { const {bottom, y} = document.activeElement.getBoundingClientRect();
            return document.activeElement.closest('header') || y >= document.querySelector('.md-header').getBoundingClientRect().bottom || bottom < 0; })()""")


@pytest.mark.parametrize("language", ["/", "/en/"])
def test_the_full_page(page, base_url, edition, language):
    """Every sentence, note and reference is there with its own id; links among them stay on the page; it is not indexed."""
    page.goto(base_url + language + "paper/full/")
    ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)"))
    assert ids >= {
        *edition.passages,
        *(paragraph.id for paragraph in edition.paragraphs),
        *(one.key for one in edition.references),
        *(one.id for one in edition.sections),
    }
    page.locator("#p16 a.citation").first.click()
    expect(page).to_have_url(re.compile(r"/paper/full/#[a-z]+\d{4}$"))
    lost = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter(one => !document.getElementById(one.hash.slice(1))).map(one => one.hash)"
    )
    assert lost == []


def test_previous_and_next(page, base_url):
    """The introduction follows the title page, though the contents list the full page between them."""
    page.goto(base_url + "/")
    page.get_by_role("link", name="下一页").click()
    expect(page).to_have_url(base_url + "/paper/0-introduction/")
    page.get_by_role("link", name="上一页").click()
    expect(page).to_have_url(base_url + "/")


def test_back_to_top(page, base_url):
    """The link at the foot of a page leads back to its heading."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_role("link", name="Back to top").click()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_the_contents_on_a_page_that_gets_wide(page, base_url):
    """Opened over a narrow page, they do not stay over the text of a wide one."""
    page.set_viewport_size({"width": 700, "height": 800})
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_title("Contents").click()
    page.set_viewport_size({"width": 1400, "height": 800})
    expect(page.get_by_role("checkbox", name="Contents", include_hidden=True)).not_to_be_checked()
    expect(page.locator("#navigation")).to_be_visible()


@pytest.mark.parametrize("path", ["", "tables/terms/", "tables/numbers/"])
def test_what_opens_says_so(page, base_url, path):
    """Whatever can be opened has the browser's own sign before it."""
    page.goto(base_url + "/en/" + path)
    every = page.locator("summary").evaluate_all(
        "all => all.map(one => getComputedStyle(one)).map(({ display, listStyleType }) => [display, listStyleType])"
    )
    assert every and {tuple(one) for one in every} == {("list-item", "disclosure-closed")}
