"""The switch to the other language keeps the sentence, its height on the screen, the hash, the view and the way back."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import comes_to, holding, settled, until

WIDTHS = [320, pytest.param(768, marks=pytest.mark.slow), 1280, pytest.param(1920, marks=pytest.mark.slow)]
NEAR = 24  # pixels: within a line
TOP = "id => document.getElementById(id).getClientRects()[0].top"


def switch(page):
    """Change the language by the link in the header."""
    with page.expect_event("load"):
        page.get_by_role("banner").locator("a[hreflang][rel=alternate]").click()


def scroll_to(page, id, height=120):
    """Bring a sentence to a height on the screen, as far as the page lets it."""
    page.evaluate(f"([id, y]) => scrollBy({{top: ({TOP})(id) - y, behavior: 'instant'}})", [id, height])
    settled(page)
    return page.evaluate(TOP, id)


def same_height(page, id, before):
    """Assert that a place comes to stand where it stood, and stays there: a busy browser may take a while to go there."""
    comes_to(page, f"([id, y]) => Math.abs(({TOP})(id) - y) <= {NEAR} || ({TOP})(id)", True, [id, before])
    settled(page)
    assert abs(page.evaluate(TOP, id) - before) <= NEAR


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["/", "/en/"])
@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("paper/2-1-european-union/", ("p16s2", "p17s3")),
        pytest.param("paper/full/", ("p5s3", "p33s1", "p41s1"), marks=pytest.mark.slow),
    ],
)
def test_the_sentence_at_the_top_stays(page, base_url, language, width, path, ids):
    """Scroll to a sentence, switch: the same sentence is at the same height; the address has no trace of it."""
    page.set_viewport_size({"width": width, "height": 800})
    for id in ids:
        page.goto(base_url + language + path)
        before = scroll_to(page, id, height=60)
        switch(page)
        same_height(page, id, before)
        expect(page).to_have_url(re.compile(r"/paper/[^?#]*$"))


@pytest.mark.parametrize("view", ["single", "both"])
def test_there_and_back_again(page, base_url, view):
    """Six switches in a row, by the mouse, by Enter on the link and by Alt+L, end at the sentence where they began."""
    page.goto(f"{base_url}/paper/3-5-public-participation/?view={view}")
    before = scroll_to(page, "p31s2", height=70)
    link = page.get_by_role("banner").locator("a[hreflang][rel=alternate]")
    ways = (link.click, lambda: link.press("Enter"), lambda: page.keyboard.press("Alt+l"))
    for language, way in zip(3 * ("en", "zh-Hans"), 2 * ways):
        way()
        expect(page.locator("html")).to_have_attribute("lang", language)
        page.wait_for_load_state("load")
        same_height(page, "p31s2", before)


def test_at_the_very_top_nothing_moves_far(page, base_url):
    """A page that was not scrolled keeps its first sentence in place, though headings wrap differently."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(base_url + "/paper/3-3-carbon-markets/")
    before = page.evaluate(TOP, "p28s1")
    switch(page)
    same_height(page, "p28s1", before)


def test_at_the_very_end_there_is_room(page, base_url):
    """The last sentence at the top of the screen stays there, though the Chinese page is shorter."""
    page.goto(base_url + "/en/paper/4-recommendations/")
    page.evaluate("scrollTo(0, 1e6)")
    place = page.evaluate("edition.place.find()")
    switch(page)
    same_height(page, place["id"], place["y"])


def test_tables_of_references_keep_the_entry(page, base_url):
    """On a page without sentences the nearest entry with an address stays."""
    page.set_viewport_size({"width": 700, "height": 400})
    page.goto(base_url + "/paper/references/")
    page.mouse.wheel(0, 300)
    until(page, "scrollY > 0")
    settled(page)
    id = page.evaluate("edition.place.find().id")
    before = page.evaluate(TOP, id)
    switch(page)
    same_height(page, id, before)


def test_hash_and_view_are_kept(page, base_url):
    """An address with a sentence keeps it; of the three, both languages or one of them, the one that is pressed is shown."""
    page.goto(base_url + "/paper/2-2-japan/?view=both#p20s2")
    until(page, "scrollY > 0 && edition.place.find()?.id === 'p20s2'")
    settled(page)
    before = page.evaluate(TOP, "p20s2")
    switch(page)
    expect(page).to_have_url(base_url + "/en/paper/2-2-japan/#p20s2")
    same_height(page, "p20s2", before)
    page.wait_for_timeout(200)  # a late jump would have come
    same_height(page, "p20s2", before)


def test_back_returns_to_the_place_left(page, base_url):
    """Switch, read on, go back: the page stands where it was left; forward, where that was left."""
    page.goto(base_url + "/paper/1-3-adaptation/")
    before = scroll_to(page, "p13s1", height=60)
    switch(page)
    page.mouse.wheel(0, 500)
    until(page, f"({TOP})('p13s1') < {before - 100}")
    settled(page)
    later = page.evaluate(TOP, "p13s1")
    page.go_back()
    same_height(page, "p13s1", before)
    page.go_forward()
    same_height(page, "p13s1", later)


def test_in_a_new_tab(page, base_url):
    """The link's own address, as a new tab opens it, leads to the same height."""
    page.goto(base_url + "/paper/1-2-mitigation/")
    before = scroll_to(page, "p9s1", height=60)
    with page.context.expect_page() as opened:
        page.get_by_role("banner").get_by_role("link", name="English").click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(re.compile("/en/"))  # it is empty at first, and loaded so
    opened.value.wait_for_load_state("load")
    same_height(opened.value, "p9s1", before)


@pytest.mark.slow
def test_a_hostile_place_is_no_place(page, base_url):
    """What no switch has written is taken out of the address and does nothing."""
    for at in ("p9s1:99999999", "<script>:1", "%E0%A4%A:5", "p9s1", "nowhere:10", "__proto__:1"):
        page.goto(f"{base_url}/paper/1-2-mitigation/?at={at}")
        expect(page).to_have_url(base_url + "/paper/1-2-mitigation/")
        assert page.evaluate("scrollY") == 0, at


def test_the_language_is_offered_not_forced(page, base_url):
    """After reading in English the Chinese title page stays, and offers to continue in English at that paragraph."""
    page.goto(base_url + "/paper/1-2-mitigation/")
    expect(page.get_by_role("link", name="继续阅读")).to_have_count(0)
    scroll_to(page, "p9s1", height=60)
    switch(page)
    page.mouse.wheel(0, 40)
    until(page, "localStorage['edition.place']?.startsWith('en 1-2')")
    page.goto(base_url + "/")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("link", name="继续阅读").click()
    expect(page).to_have_url(re.compile(r"/en/paper/1-2-mitigation/#p[89]$"))


@pytest.mark.parametrize("way", ["switch", "reload"])
def test_what_was_searched_for_does_not_pull_back(page, base_url, way):
    """On a page that was reached from a search, who has read on stays there, through a switch and a reload."""
    page.goto(base_url + "/en/paper/full/?h=2030#p3s1")
    until(page, "CSS.highlights.has('search')")
    page.mouse.wheel(0, 40)  # from now on the reader goes where they like
    until(page, "edition.place.moved()")
    before = scroll_to(page, "p30s1")
    assert before < 200
    if way == "switch":
        switch(page)
    else:
        page.reload()
    same_height(page, "p30s1", before)


@pytest.mark.parametrize("width", [390, 1280])
def test_an_entry_of_a_table_stays(page, base_url, width):
    """Whatever its id looks like, in a table and where its rows are cards."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(base_url + "/en/tables/names/")
    for id in (
        "27th-un-climate-change-conference",
        "environmental-conservation-initiative-for-sustainable-development",
    ):
        before = scroll_to(page, id, height=60)
        switch(page)
        same_height(page, id, before)


def test_a_late_jump_to_the_hash_is_taken_back(page, base_url):
    """A browser that is busy goes to the hash of the address only after the page has come: the place stays nevertheless."""
    page.add_init_script("""addEventListener("load", () => setTimeout(() => {
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
      window.jumped = true;
    }, 100));""")
    page.goto(base_url + "/en/paper/full/#p3s1")
    until(page, "window.jumped")
    before = scroll_to(page, "p30s1")
    switch(page)
    until(page, "window.jumped")
    same_height(page, "p30s1", before)
    expect(page).to_have_url(re.compile("#p3s1$"))


def test_who_has_scrolled_on_a_slow_line_is_not_pulled_back(page, base_url):
    """The page has come in the other language, but not its last script: what the reader does in the meantime counts."""
    page.goto(base_url + "/en/tables/terms/")
    scroll_to(page, "carbon-market")
    release = holding(page, "**/tables.js")
    page.get_by_role("banner").locator("a[hreflang][rel=alternate]").click(no_wait_after=True)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    until(page, "scrollY > 0")
    page.mouse.wheel(0, 800)
    until(page, "edition.place.moved()")
    settled(page)
    before = page.evaluate("scrollY")
    release()
    page.wait_for_load_state("load")
    settled(page)
    assert page.evaluate("scrollY") == before
