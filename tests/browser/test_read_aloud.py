"""Reading aloud from a sentence on, by voices of the machine; the browser of the tests has none, so it is given some."""

import json

import pytest
from playwright.sync_api import expect

from browser.conftest import until
from browser.pointer import press

# Voices as a browser gives them, the first of them one of a network; what is spoken is noted, and takes 60 milliseconds or
# lasts until `said` is called.
VOICES = """([voices, lasts]) => {
    window.spoken = [];
    const told = new EventTarget();
    let ending = null;
    Object.defineProperty(window, "speechSynthesis", { value: Object.assign(told, {
        getVoices: () => voices,
        speak(one) {
            window.spoken.push([one.voice.name, one.text]);
            window.said = () => one.onend();
            if (!lasts) ending = setTimeout(said, 60);
        },
        cancel() { clearTimeout(ending); },
    }) });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""
NET = {"name": "net", "lang": "en-US", "localService": False}
ENGLISH = {"name": "english", "lang": "en-GB", "localService": True}
CHINESE = {"name": "chinese", "lang": "zh-CN", "localService": True}


@pytest.fixture
def begun(page, base_url):
    """A function that opens ¶20 with some voices and reads on from its second sentence."""

    def begin(path, *voices, lasts=False):
        page.add_init_script(f"({VOICES})({json.dumps([voices, lasts])})")
        page.goto(base_url + path)
        press(page, "#p20s2")
        page.locator("#sheet").get_by_role("button", name="Read aloud").click()
        return page

    return begin


def test_it_reads_to_the_end_of_the_page(begun, edition):
    """Each sentence in its order, by a voice of the machine, lit while it is spoken."""
    page = begun("/en/paper/2-2-japan/", NET, ENGLISH)
    last = edition.paragraphs[20].sentences[-1].id
    expect(page.locator(f"#{last}")).to_have_class("sentence asked")
    expect(page.get_by_role("button", name="Read aloud")).to_have_attribute("aria-pressed", "false")
    spoken = page.evaluate("spoken")
    following = [one for paragraph in edition.paragraphs[19:21] for one in paragraph.sentences][1:]
    assert len(spoken) == len(following)
    assert {voice for voice, _ in spoken} == {"english"}
    assert spoken[0][1].startswith("According to data from the Organisation for Economic Co-operation and Development")


def test_both_by_turns(begun):
    """Where both languages are shown, Chinese first."""
    page = begun("/en/paper/2-2-japan/?view=both", ENGLISH, CHINESE)
    until(page, "spoken.length > 3")
    assert [voice for voice, _ in page.evaluate("spoken")][:4] == ["chinese", "english", "chinese", "english"]


def test_it_can_be_stopped(begun):
    """By its button, or with the sheet: no sentence follows the one that was spoken."""
    page = begun("/en/paper/2-2-japan/", ENGLISH, lasts=True)
    button = page.locator("#sheet [aria-pressed]")
    for count, stop in enumerate((button.click, lambda: page.keyboard.press("Escape")), 1):
        until(page, f"spoken.length === {count}")
        expect(button).to_have_attribute("aria-pressed", "true")
        stop()
        expect(button).to_have_attribute("aria-pressed", "false")
        page.evaluate("said()")
        if count == 1:
            button.click()
    page.wait_for_timeout(100)  # a sentence that follows would have begun
    assert page.evaluate("spoken.length") == 2


@pytest.mark.parametrize(
    ("path", "voices"), [("/en/paper/2-2-japan/", [NET, CHINESE]), ("/en/paper/2-2-japan/?view=both", [CHINESE])]
)
def test_it_says_where_there_is_no_voice(begun, path, voices):
    """A voice of the network is none: what it speaks would leave the machine."""
    page = begun(path, *voices)
    expect(page.locator("#sheet").get_by_role("status")).to_have_text("This device has no English voice.")
