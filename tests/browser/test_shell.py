"""The frame of the page: drawer, theme, contents, progress; with storage blocked or damaged, and without scripts."""

import json

import pytest
from playwright.sync_api import expect

from browser.conftest import search, settled, until
from browser.settings import choose_theme

NARROW = {"width": 360, "height": 700}
KEYS = ["theme", "view", "place", "language", "reading", "search-key"]


def storing(value):
    """A script that remembers a value for everything."""
    return f"for (const key of {KEYS}) localStorage['edition.' + key] = {json.dumps(value)}"


STORAGE = {  # scripts that spoil it before a page runs its own
    "blocked": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('blocked', 'SecurityError'); }})",
    "refused": "for (const name of ['getItem', 'setItem']) Storage.prototype[name] = () => { throw new Error('refused'); }",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "cut short": storing('{"'),
}
DAMAGED = [
    storing("zh __proto__ p1"),
    storing("zh ../../evil p1"),
    storing("\u202e\x00"),
    storing("<img src=x onerror=hacked=1>"),
    "localStorage['edition.place'] = 'zh 2-2-japan p' + '9'.repeat(2_000_000)",
]
KINDS = ["/", "/tables/terms/", "/paper/2-2-japan/"]
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
        page.keyboard.press("Tab")
        expect(page.locator("#main :focus")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme(new_context, base_url, scheme):
    """The system's theme by itself, or the one that is chosen, on this page and on those after it."""
    page = new_context(color_scheme=scheme).new_page()
    page.goto(base_url + "/en/paper/2-2-japan/")
    assert page.evaluate(PAPER) == {"light": LIGHT, "dark": DARK}[scheme]
    choose_theme(page, "Light")
    assert page.evaluate(PAPER) == LIGHT
    choose_theme(page, "Dark")
    assert page.evaluate(PAPER) == DARK
    page.goto(base_url + "/")
    assert page.evaluate(PAPER) == DARK
    choose_theme(page, "跟随系统")
    assert page.evaluate(PAPER) == {"light": LIGHT, "dark": DARK}[scheme]


def test_no_flash(new_context, base_url):
    """A remembered theme, view and reading style are on the page before its body is: nothing is painted in another."""
    context = new_context(color_scheme="light")
    context.add_init_script("""
        for (const [key, value] of [['theme', 'dark'], ['view', 'both'], ['reading', 'size-4 wide']])
            localStorage.setItem(`edition.${key}`, value);
        new MutationObserver((_, observer) => { if (document.body) { window.early = {...document.documentElement.dataset}; observer.disconnect(); } })
          .observe(document, {childList: true, subtree: true});""")
    page = context.new_page()
    page.goto(base_url + "/paper/2-2-japan/")
    assert page.evaluate("window.early") == {"theme": "dark", "view": "both", "reading": "size-4 wide"}


@pytest.mark.parametrize("trouble", STORAGE)
def test_hostile_storage(page, base_url, trouble):
    """With storage blocked, full or damaged, every kind of page reads on; search, view, theme and switch work."""
    page.add_init_script(STORAGE[trouble])
    for path in KINDS:
        page.goto(base_url + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_label("对照").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    choose_theme(page, "深色")
    assert page.evaluate(PAPER) == DARK
    page.get_by_role("banner").get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.wait_for_load_state("load")  # the script is there that hears the key of the search
    expect(page.get_by_label("English", exact=True)).to_be_checked()
    page.get_by_label("Both").check()
    expect(page.locator("#p20 .counterpart")).to_be_visible()
    expect(search(page, "Zambia").first).to_be_visible()


def test_what_nobody_stored_is_as_nothing(page, base_url):
    """Whatever the storage holds, a page is that of a new reader."""
    page.goto(base_url + "/404.html")
    for damage in DAMAGED:
        page.evaluate(f"localStorage.clear(); {damage}")
        for path in KINDS:
            page.goto(base_url + path)
            expect(page.get_by_role("link", name="继续阅读")).to_have_count(0)
            assert page.evaluate("[document.documentElement.dataset, window.hacked]") == [
                {"view": "single"} if "/paper/" in path else {},
                None,
            ], (damage[:200], path)


def test_contents_follow(page, base_url):
    """On the full page the contents mark the section that is being read and keep it in sight."""
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(base_url + "/paper/full/")
    page.locator("#p33").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('p33').scrollIntoView()")
    current = page.locator("#navigation [aria-current=location]")
    expect(current).to_contain_text("3.6")
    expect(current).to_be_in_viewport()


def test_a_thumb_meets_what_it_means(new_context, base_url):
    """On a phone the header is at the foot of the screen, and what a press there can mean is 44 pixels high and wide."""
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).new_page()
    meant = """(one, [x, y]) => { const top = document.elementFromPoint(x, y);
        return one.contains(top) || top.closest('label') === one || one.outerHTML; }"""
    for path in ("/paper/2-2-japan/", "/en/paper/2-2-japan/", "/", "/en/tables/terms/", "/search/"):
        page.goto(base_url + path)
        controls = page.locator(
            ".drawer-toggle, .md-header :is(.languages label, .languages a, .icon-button:not(span))"
        )
        assert controls.count() >= 5
        for control in controls.all():
            box = control.bounding_box()
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            assert y > 740 - 60 and box["width"] >= 43.9, path
            assert [control.evaluate(meant, [x, y + dy]) for dy in (-21, 21)] == [True, True], path


def test_the_header_hides_no_target(page, base_url):
    """What an address or the keyboard goes to is below the header."""
    page.goto(base_url + "/paper/full/#p20s2")
    until(page, "scrollY > 0")
    settled(page)
    assert page.evaluate(
        "document.getElementById('p20s2').getBoundingClientRect().top > document.querySelector('.md-header').getBoundingClientRect().bottom"
    )
    page.evaluate("scrollTo(0, 3000)")
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("""(() => { const {bottom, y} = document.activeElement.getBoundingClientRect();
            return document.activeElement.closest('header') || y >= document.querySelector('.md-header').getBoundingClientRect().bottom || bottom < 0; })()""")


def test_the_contents_on_a_page_that_gets_wide(page, base_url):
    """Opened over a narrow page, they do not stay over the text of a wide one."""
    page.set_viewport_size({"width": 700, "height": 800})
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_title("Contents").click()
    page.set_viewport_size({"width": 1400, "height": 800})
    expect(page.get_by_role("checkbox", name="Contents", include_hidden=True)).not_to_be_checked()
    expect(page.locator("#navigation")).to_be_visible()


def test_what_opens_says_so(page, base_url):
    """Whatever can be opened in the text has the browser's own sign before it."""
    for path in ("", "tables/terms/", "tables/numbers/"):
        page.goto(base_url + "/en/" + path)
        every = page.locator("#main summary").evaluate_all(
            "all => all.map(one => getComputedStyle(one)).map(({ display, listStyleType }) => [display, listStyleType])"
        )
        assert every and {tuple(one) for one in every} == {("list-item", "disclosure-closed")}, path
