"""Addresses that no page of the edition wrote: nothing runs, nothing is thrown, the text stands as it is."""

import re
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

pytestmark = pytest.mark.slow

PAGE = "/en/paper/2-2-japan/"
PARAMETERS = ["q", "h", "view", "at"]
RAW = [  # as they stand in the address
    "%3Cimg%20src%3Dx%20onerror%3Dhacked%3D1%3E",
    "javascript:hacked=1",
    "%22%5D%2C*%7Bcolor%3Ared%7D",
    "%E4%ZZ",
    "%ff%fe",
    "%ED%A0%80",
    "%E2%80%AE%E2%81%A6",
    "%00%0D%0A",
    "__proto__",
    "constructor",
    "p20s2%22],*",
    "p99999999999999999999s1",
    "p1s1:1e9",
    "*|**|||*",
    "%F0%9F%98%80" * 200,
    "a%20" * 150,
    "%E7%9A%84" * 300,
    "%22" * 300,
]
TEXT = "[...document.querySelectorAll('.sentence')].map(sentence => sentence.textContent).join('\\n')"


@pytest.fixture
def target(page, base_url):
    """A page that is opened, and a function that says whether it is as it was."""
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(base_url + PAGE)
    text = page.evaluate(TEXT)

    def unharmed():
        """Nothing ran, and the text is the text, whatever else is shown."""
        assert page.evaluate("window.hacked") is None
        assert page.evaluate(TEXT) == text

    return page, unharmed


def answered(status):
    """The search has said what it found."""
    expect(status).not_to_have_text(re.compile(r"^$|^Loading the index…$"))


def test_an_address_that_nobody_wrote(target, base_url):
    """In every parameter that a script reads, and after #; the search answers, and can be closed."""
    page, unharmed = target
    for value in RAW:
        page.goto(base_url + PAGE + "?" + "&".join(f"{name}={value}" for name in PARAMETERS) + "#" + value)
        answered(page.locator(".search-status"))
        page.keyboard.press("Escape")
        expect(page.locator("#search")).to_be_hidden()
        unharmed()


def test_a_concordance_that_nobody_wrote(page, base_url):
    """The concordance answers too, and shows what was asked as text."""
    for value in (RAW[0], *RAW[-4:]):
        page.goto(f"{base_url}/en/search/?q={value}")
        answered(page.locator(".occurrences-status"))
        assert page.locator("#concordance :is(img, script)").count() == 0
        assert page.evaluate("window.hacked") is None


def test_half_a_character(page, base_url):
    """Typed by a program: it is nowhere in the text, and the address of the concordance can be made of it."""
    page.goto(base_url + PAGE)
    page.keyboard.press("Control+k")
    page.locator("#search [name=q]").evaluate(
        "field => (field.value = 'xyzzy\\ud83d', field.dispatchEvent(new InputEvent('input')))"
    )
    expect(page.locator(".search-status")).to_contain_text("Nothing found")
    page.get_by_role("link", name="All sentences").click()
    expect(page).to_have_url(re.compile(r"/en/search/\?q=xyzzy%EF%BF%BD$"))


def test_two_megabytes(target, base_url):
    """In every parameter and after #; the search takes of it what its field takes."""
    page, unharmed = target
    page.route(re.compile(r"\?q=x"), lambda route: route.fulfill(response=route.fetch(url=base_url + PAGE)))
    part = "x" * 400_000
    page.goto(base_url + PAGE + "?" + "&".join(f"{name}={part}" for name in PARAMETERS) + "#" + part, timeout=30_000)
    expect(page.locator(".search-status")).to_contain_text("Nothing found", timeout=30_000)
    assert len(page.locator("#search [name=q]").input_value()) == 300
    unharmed()
    page.unroute_all(behavior="wait")


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(st.sampled_from(PARAMETERS), st.text(max_size=30)), max_size=3),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
def test_any_address(target, base_url, pairs, after):
    """Whatever the characters."""
    page, unharmed = target
    query = "&".join(f"{name}={quote(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs)
    page.goto(f"{base_url}{PAGE}?{query}#{after}")
    expect(page.locator(".search-status")).not_to_have_text("Loading the index…")
    unharmed()
