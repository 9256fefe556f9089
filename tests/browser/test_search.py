"""What a reader does with the search."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from browser.conftest import comes_to, holding, search, until
from browser.keyboard import commit, compose
from browser.pointer import smaller
from browser.settings import panel

HOME = {"zh": "/", "en": "/en/"}
MARKED = "() => [...(CSS.highlights.get('search') || [])].map(String)"
# How much of the indexes has come; the dialog itself shows what it has.
STATE = """import(document.querySelector("script[src$='/page.js']").src.replace("page.js", "search-client.js"))
    .then(({ state }) => state)"""


def opened(page, address, query=""):
    """The dialog on a page, with a query typed; its results."""
    page.goto(address)
    return search(page, query)


def test_a_result_opens_at_its_sentence(page, base_url):
    """The sentence is the target, all hits are marked, one is in view, and nothing else is marked."""
    opened(page, base_url + "/", "亚马孙基金").first.click()
    expect(page).to_have_url(re.compile(r"/paper/3-1-finance/.*#p25s6$"))
    until(page, f"({MARKED})().length")
    assert set(page.evaluate(MARKED)) == {"亚马孙基金"}
    expect(page.locator("#p25s6")).to_be_in_viewport()


def test_a_browser_without_highlights_gets_marks(page, base_url):
    """Where the page cannot be highlighted without a change, <mark> does it."""
    page.add_init_script("delete window.Highlight")
    opened(page, base_url + "/en/", "Amazon Fund").first.click()
    expect(page.locator("#p25s6 mark").first).to_have_text("Amazon")


def test_the_rest_unfolds(page, base_url):
    """Every sentence that the status counts is a link, two of a section at once, the others when asked for."""
    opened(page, base_url + "/")
    comes_to(page, STATE, "complete")  # what came later would answer anew, and fold what was unfolded
    page.locator("#search [name=q]").fill("气候变化")
    expect(page.locator("#search-results a").first).to_be_visible()
    status = page.locator("#search").get_by_role("status")
    count = int(re.search(r"找到(\d+)句", status.inner_text())[1])
    first = page.get_by_role("button", name=re.compile(r"^另有\d+句$")).first
    first.press("Enter")
    assert page.evaluate("document.activeElement.className") == "search-sentence"
    for one in page.get_by_role("button", name=re.compile(r"^另有\d+句$")).all()[::-1]:
        one.click()
    addresses = page.locator("a.search-sentence").evaluate_all(
        "links => links.map((link) => link.pathname + link.hash)"
    )
    assert len(addresses) == len(set(addresses)) == count


@pytest.mark.parametrize(("query", "answer"), [("", re.compile("^$")), ("Zambia", re.compile("^1 sentence$"))])
def test_it_says_that_it_loads(page, base_url, query, answer):
    """While the index is on its way; then what was typed, if anything was, is answered."""
    release = holding(page, re.compile(r"/search/index\..*json"))
    opened(page, base_url + "/en/", query)
    status = page.locator("#search").get_by_role("status")
    expect(status).to_have_text("Loading the index…")
    release()
    expect(status).to_have_text(answer)


@pytest.mark.parametrize("language", HOME)
def test_a_finger_meets_what_it_means(new_context, base_url, language):
    """On a phone what can be pressed in the dialog is 44 pixels high and wide."""
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).new_page()
    expect(opened(page, base_url + HOME[language], "ODA").first).to_be_visible()
    expect(page.locator(".search-more").first).to_be_visible()
    assert smaller(page, "#search :is(a, button, input)", 43.9) == []


def test_the_other_language_is_set_apart(page, base_url):
    """It is shown below when asked for, and when the page's own language has nothing."""
    opened(page, base_url + "/en/", "carbon market")
    expect(page.locator("#search-results ol")).to_have_count(1)
    page.get_by_role("button", name="Search the Chinese text too").click()
    expect(page.locator("#search-results ol[lang=zh-Hans] a").first).to_have_attribute(
        "href", re.compile(r"^http://[^/]+/paper/")
    )
    page.locator("#search [name=q]").fill("碳交易市场与现有")
    expect(page.locator("#search-results ol[lang=zh-Hans] a").first).to_have_attribute(
        "href", re.compile(r"/paper/4-recommendations/")
    )


def test_terms_come_after_the_paper(page, base_url):
    """A term is a short entry that leads to its table."""
    results = opened(page, base_url + "/", "碳汇")
    expect(page.locator(".search-terms a").first).to_have_attribute("href", re.compile(r"/tables/terms/#carbon-sink$"))
    expect(results.first).to_have_attribute("href", re.compile("/paper/"))


def test_nonsense_finds_nothing_and_says_what_to_try(page, base_url):
    """No result, and advice in the page's language."""
    results = opened(page, base_url + "/en/", "xyzzy plugh")
    expect(page.get_by_role("status").filter(has_text="Try a shorter word")).to_be_visible()
    expect(results).to_have_count(0)


def test_by_keyboard_alone(page, base_url):
    """/ opens, arrows choose, Enter opens the result; Esc closes and gives the focus back."""
    page.goto(base_url + "/")
    page.keyboard.press("/")
    page.keyboard.type("东盟")
    expect(page.locator("#search-results a").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#search-results a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search [name=q]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("搭便车")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/paper/3-5-public-participation/"))


def test_enter_at_once_opens_what_was_typed(page, base_url):
    """Enter pressed before the answer is there waits for it; the results of an earlier query are not opened."""
    opened(page, base_url + "/", "东盟")
    page.locator("#search [name=q]").fill("搭便车")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/paper/3-5-public-participation/"))


LATE = {
    "search-dialog.js": "搭便车",
    "search-worker.js": "搭便车",
    "index.zh.json": "搭便车",
    "index.en.json": "free-riding",
}


@pytest.mark.parametrize("late", LATE)
def test_enter_waits_for_what_is_late(page, base_url, late):
    """Pressed while a script or an index is on its way, it opens the result once that is there."""
    release = holding(page, f"**/{late}")
    opened(page, base_url + "/", LATE[late])
    page.keyboard.press("Enter")
    if late != "search-dialog.js":  # which puts the query into the address
        expect(page).to_have_url(re.compile("q="))
    release()
    expect(page).to_have_url(re.compile("/paper/3-5-public-participation/"))


def test_enter_means_what_was_typed_then(page, base_url):
    """Who goes on typing while the search is on its way is not led away."""
    release = holding(page, "**/search-dialog.js")
    opened(page, base_url + "/", "搭便车")
    page.keyboard.press("Enter")
    page.locator("#search [name=q]").fill("东盟")
    release()
    expect(page.locator("#search-results a").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/\?q="))


@pytest.mark.parametrize("late", ["search-dialog.js", "index.zh.json"])
def test_who_closes_the_dialog_is_not_led_away(page, base_url, late):
    """Enter, then Esc while the search is on its way: the page stays, also when the dialog is opened again."""
    release = holding(page, f"**/{late}")
    opened(page, base_url + "/", "搭便车")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    release()
    expect(page.locator("#search-results a").first).to_be_visible()
    page.wait_for_timeout(300)  # a page that had been asked for would be there
    expect(page).to_have_url(re.compile(r":\d+/(\?q=.*)?$"))


@pytest.mark.parametrize("beside", [False, True])
def test_the_dialog_closes_before_its_script_has_come(page, base_url, beside):
    """By its button, and by a press beside it."""
    holding(page, "**/search-dialog.js")
    opened(page, base_url + "/en/")
    if beside:
        page.mouse.click(5, 5)
    else:
        page.get_by_role("button", name="Close").click()
    expect(page.locator("#search")).to_be_hidden()
    page.unroute_all(behavior="ignoreErrors")


def test_a_selection_that_ends_beside_the_dialog_closes_nothing(page, base_url):
    """Who selects the query with the mouse may let go anywhere."""
    opened(page, base_url + "/", "亚马孙基金")
    box = page.locator("#search [name=q]").bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(3, box["y"] + 20)
    page.mouse.up()
    expect(page.locator("#search")).to_be_visible()


def test_a_long_phrase_is_answered(page, base_url):
    """A sentence pasted from elsewhere, with a character that is nowhere in the paper, keeps nobody waiting."""
    phrase = "加强应对气候变化国际合作推动共建国家绿色低碳转型发展完善全球气候治理体系建设长效合作机制建设龘"
    opened(page, base_url + "/", phrase)
    expect(page.get_by_role("status").filter(has_text="没有一句包含全部字词")).to_be_visible()
    page.locator("#search [name=q]").fill("赞比亚")
    expect(page.locator("#search-results a").first).to_have_attribute("href", re.compile("1-1-negotiations"))


def test_the_single_key_can_be_turned_off(page, base_url):
    """Turned off, / does nothing, on the next page too."""
    page.goto(base_url + "/")
    panel(page).get_by_label("单键操作").uncheck()
    page.goto(base_url + "/paper/2-2-japan/")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_hidden()


def test_a_search_can_be_shared(page, base_url):
    """?q= opens the dialog with the query; what is typed stands in the address."""
    page.goto(base_url + "/en/paper/2-2-japan/?q=Begawan")
    expect(page.locator("#search-results a").first).to_have_attribute("href", re.compile("/2-1-european-union/"))
    page.locator("#search [name=q]").fill("Zambia")
    expect(page).to_have_url(re.compile(r"\?q=Zambia$"))
    page.keyboard.press("Escape")
    expect(page).to_have_url(base_url + "/en/paper/2-2-japan/")


def test_a_hostile_query_does_no_harm(page, base_url):
    """In the address or typed, it is text: nothing runs, nothing is thrown."""
    page.goto(base_url + "/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&h=%3Cb%3E|((|*|%00")
    status = page.locator("#search .search-status")
    for query in ("((((", "\\", "*|*", "“", "%00%", "a" * 300, "[a-z]+", "$& {n} {q}", "<script>qqqqqq()</script>"):
        expect(status).not_to_be_empty()
        page.locator("#search [name=q]").fill(query)
    expect(status).to_contain_text("<script>")  # which is answered: it is nowhere
    assert page.locator("#search :is(img, script)").count() == 0


@pytest.mark.parametrize(("place", "found"), [("search", "#search-results a"), ("concordance", ".occurrences li a")])
def test_half_typed_letters_are_no_query(page, base_url, place, found):
    """While an input method composes, results and address are what they were; committed, they are of what was composed."""
    page.goto(base_url + {"search": "/", "concordance": "/search/"}[place])
    if place == "search":
        page.keyboard.press("Control+k")
    field, first = page.locator(f"#{place} [name=q]"), page.locator(found).first
    field.fill("赞比亚")
    expect(first).to_have_attribute("href", re.compile("/paper/1-1-negotiations/"))
    compose(field, "dong meng")
    page.wait_for_timeout(800)  # longer than a query takes to stand in the address
    expect(first).to_have_attribute("href", re.compile("/paper/1-1-negotiations/"))
    assert "meng" not in page.url
    commit(field, "东盟")
    expect(first).not_to_have_attribute("href", re.compile("/paper/1-1-negotiations/"))
    expect(page).to_have_url(re.compile(re.escape(quote("东盟"))))


@pytest.mark.parametrize(("home", "query", "count"), [("/search/", "亚马孙基金", 2), ("/en/search/", "Amazon Fund", 2)])
def test_the_concordance(page, base_url, home, query, count):
    """Every sentence that has the query, both languages side by side, counted by section."""
    page.goto(f"{base_url}{home}?q={query}")
    expect(page.locator(".occurrences li")).to_have_count(count)
    expect(page.locator(".occurrences li").first.locator("p[lang=zh-Hans] mark")).not_to_have_count(0)
    expect(page.locator(".occurrences li").first.locator("p[lang=en] mark")).not_to_have_count(0)


def test_the_concordance_counts_one_character(page, base_url, edition):
    """As many sentences of the body as have the character."""
    expect(opened(page, base_url + "/", "森").first).to_be_visible()
    page.get_by_role("link", name="列出全部句子").click()
    expect(page.locator(".occurrences li").first).to_be_visible()
    have = [sentence.id for sentence in edition.sentences.values() if "森" in sentence.zh.text]
    links = page.locator(".occurrences li a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert [id for id in links if re.match(r"p\d+s", id)] == have


def test_the_search_beside_the_concordance(page, base_url):
    """Going to the search button and searching there changes neither the list nor its address."""
    page.goto(base_url + "/search/?q=碳汇")
    listed = page.locator(".occurrences li")
    expect(listed.first).to_be_visible()
    count = listed.count()
    page.get_by_role("banner").get_by_role("button", name="搜索").hover()
    page.keyboard.press("Control+k")
    page.locator("#search [name=q]").fill("赞比亚")
    expect(page.locator("#search-results a").first).to_be_visible()
    page.wait_for_timeout(700)  # longer than a query takes to stand in the address
    page.keyboard.press("Escape")
    expect(listed).to_have_count(count)
    expect(page).to_have_url(re.compile("q=%E7%A2%B3%E6%B1%87$"))
    page.get_by_role("searchbox", name="要找的字词").fill("赞比亚")
    expect(listed).not_to_have_count(count)


def test_back_to_the_concordance(page, base_url):
    """Who follows an occurrence far down the list and comes back finds the list where it was."""
    page.goto(base_url + "/search/?q=国家")
    link = page.locator(".occurrences li a").nth(40)
    link.click()
    expect(page).to_have_url(re.compile("/paper/"))
    page.go_back()
    expect(link).to_be_in_viewport()


def test_the_concordance_says_what_is_only_near(page, base_url):
    """A slip of the pen is answered with what comes nearest, and that is said."""
    page.goto(base_url + "/en/search/?q=zambai")
    expect(page.locator(".occurrences li").first).to_be_visible()
    expect(page.locator(".occurrences-status")).to_contain_text("“zambai” is not in the text")
    page.locator("#concordance [name=q]").fill("Zambia")
    expect(page.locator(".occurrences-status")).not_to_contain_text("not in the text")
