"""What readers set for themselves: zoom, large text, wide spacing, colours of their own, no motion, more contrast."""

from hashlib import sha1

import pytest
from playwright.sync_api import expect

from browser.axe import run
from browser.conftest import comes_to, settled

pytestmark = pytest.mark.slow

KINDS = {
    "title": "",
    "section": "paper/2-1-european-union/",
    "both": "paper/2-1-european-union/?view=both",
    "full": "paper/full/",
    "full, both": "paper/full/?view=both",
    "references": "paper/references/",
    "sections": "tables/sections/",
    "citations": "tables/citations/",
    "notes": "tables/notes/",
    "terms": "tables/terms/",
    "names": "tables/names/",
    "numbers": "tables/numbers/",
    "timeline": "tables/timeline/",
    "emendations": "tables/emendations/",
    "concordance": "search/?q=CDM",
    "about": "about/",
    "downloads": "about/downloads/",
}
HOMES = {"zh": "/", "en": "/en/"}
# WCAG 2.2, 1.4.12: what a reader may set without loss.
SPACING = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet]; }"""
# What is wider than the page or cut off: text whose box ends outside the window, unless a named region scrolls it.
LOST = """() => {
    const scrolls = (one) => one.closest('[role=region][tabindex="0"][aria-label]');
    const passed = 'progress, svg *, [aria-hidden=true], .unseen, .unseen *, .md-skip, .copy-status';
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
    const cut = [...document.querySelectorAll('body *')].filter((one) => {
        if (one.matches(passed) || scrolls(one) || !one.checkVisibility({visibilityProperty: true})) return false;
        const text = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!text) return false;
        const style = getComputedStyle(one);
        const hidden = style.overflowX !== 'visible' && style.overflowX !== 'auto' && one.scrollWidth > one.clientWidth + 1
            && style.textOverflow !== 'ellipsis' && style.display !== 'inline';
        return hidden || [...one.getClientRects()].some((box) => box.right > innerWidth + 1 || box.left < -1);
    });
    return [...wide, ...cut.map((one) => one.outerHTML.slice(0, 120))];
}"""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", HOMES)
def test_reflow(page, base_url, language, kind):
    """At 320 pixels, which is 400 % of 1280, nothing is lost and only named regions scroll sideways; nor with wide spacing.
    A phone and a tablet lose nothing either, nor does a window of 1280 with the text alone at 200 % (WCAG 1.4.4)."""
    page.goto(base_url + HOMES[language] + KINDS[kind])
    if "?q=" in KINDS[kind]:
        expect(page.locator(".occurrences li").first).to_be_visible()
    for width in (768, 360, 320):
        page.set_viewport_size({"width": width, "height": 256})
        assert page.evaluate(LOST) == [], width
    page.evaluate(SPACING)
    assert page.evaluate(LOST) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("""() => { const root = document.documentElement;
        document.adoptedStyleSheets = [];
        root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`; }""")
    comes_to(page, LOST, [])  # a frame of a table takes a moment to see that it is too wide


MARKED = {
    "the place in the paper": ("paper/2-2-japan/", ".place", "document.querySelector('.place').value = 41"),
    "a paragraph gone to": ("paper/2-2-japan/", "#p20", "location.hash = '#p20'"),
    "a sentence gone to": ("paper/2-2-japan/", "#p20s2", "location.hash = '#p20s2'"),
    "a note gone to": ("paper/1-2-mitigation/", ".entry", "location.hash = document.querySelector('.entry').id"),
    "a counterpart": ("paper/2-2-japan/?view=both", "#p20 [data-s=p20s1]", "location.hash = '#p20s1'"),
    "the language": ("paper/2-2-japan/", ".languages", "document.querySelector('[name=view][value=both]').click()"),
    "a work gone to": ("paper/references/", "#kang2019", "location.hash = '#kang2019'"),
    "a row gone to": ("tables/emendations/", "#B1", "location.hash = '#B1'"),
    "a result": ("?q=JICA", "#search-results a", "document.querySelector('#search-results a').focus()"),
    "the column sorted": ("tables/terms/", ".sortable th", "document.querySelector('.sortable th button').click()"),
}


def look(page, selector):
    """A picture of an element and a little around it, where an outline may be."""
    page.locator(selector).first.evaluate("one => one.scrollIntoView({block: 'center'})")
    x, y, width, height = page.locator(selector).first.bounding_box().values()
    return page.screenshot(clip={"x": max(0, x - 5), "y": max(0, y - 5), "width": width + 10, "height": height + 10})


@pytest.mark.parametrize("what", MARKED)
def test_forced_colours(page, base_url, what):
    """In colours of the reader's own, what is chosen, gone to, or lit still looks different from what is not. They take the
    place of ours, so that light and dark are one."""
    path, selector, change = MARKED[what]
    page.emulate_media(forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    page.goto(base_url + "/en/" + path, wait_until="networkidle" if "?q=" in path else "load")
    expect(page.locator(selector).first).to_be_visible()
    before = look(page, selector)
    page.evaluate(f"() => {{ {change} }}")
    settled(page)
    after = look(page, selector)
    assert sha1(before).digest() != sha1(after).digest()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_reach_what_is_drawn(page, base_url, scheme):
    """Charts and icons have the reader's colours: their ink is the text's or a link's, and the paper is not."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto(base_url + "/en/tables/numbers/")
    system = page.evaluate("""() => { const probe = document.body.appendChild(document.createElement('i'));
        return Object.fromEntries(['Canvas', 'CanvasText', 'LinkText', 'ButtonText'].map((name) => {
            probe.style.color = name; return [name, getComputedStyle(probe).color]; })); }""")
    fill = "(all) => [...new Set(all.map((one) => getComputedStyle(one).fill))]"
    assert page.locator(".chart text").evaluate_all(fill) == [system["CanvasText"]]
    assert page.locator(".chart .mark-rect path").evaluate_all(fill) == [system["LinkText"]]
    assert set(page.locator(".icon-button:visible svg").evaluate_all(fill)) <= {
        system[name] for name in ("CanvasText", "LinkText", "ButtonText")
    }


def test_no_motion(page, base_url):
    """Asked for no motion, nothing moves by itself, fades or scrolls smoothly, in the page and in what opens on it."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter((one) => ['', '::before', '::after', '::backdrop']
        .map((part) => getComputedStyle(one, part))
        .some(({ transitionDuration, animationName, scrollBehavior }) =>
            !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth'))
        .map((one) => one.outerHTML.slice(0, 100))""")
    assert moving == []


def test_more_contrast(page, base_url):
    """Asked for more contrast, all text has 7:1 or more, in light and dark (WCAG 1.4.6)."""
    for scheme in ("light", "dark"):
        page.emulate_media(contrast="more", color_scheme=scheme, reduced_motion="reduce")
        page.goto(base_url + "/en/paper/2-2-japan/")
        assert run(page, scheme, runOnly=["color-contrast-enhanced"]) == []
