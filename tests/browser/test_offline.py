"""A reader keeps the edition, loses the line, reads on; a newer edition is offered and taken when the reader likes."""

import functools
import http.server
import re
import shutil
import threading

import pytest
from playwright.sync_api import expect

from browser.conftest import Host

NO_STORAGE = """() => {
    for (const name of ["open", "match", "has", "keys"]) CacheStorage.prototype[name] = () => Promise.reject(new Error(name));
}"""


class Home:
    """A copy of the site on a server that can be stopped and started again at the same address."""

    def __init__(self, folder):
        self.folder, self.server, self.port = folder, None, 0

    def start(self):
        serve = functools.partial(Host, directory=self.folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), serve)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.port}/"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def host(site, tmp_path):
    """A host of its own for a test that changes what it serves."""
    shutil.copytree(site, tmp_path / "host")
    host = Home(tmp_path / "host")
    yield host
    host.stop()


@pytest.fixture
def reader(context):
    """A reader's page; that something cannot be had is here what is looked for."""
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def keep(reader, home):
    """Keeps the edition as the page of downloads offers it."""
    reader.goto(f"{home}en/about/downloads/")
    reader.get_by_role("button", name="Keep in this browser").click()
    expect(reader.get_by_text("the edition can be read offline")).to_be_visible()


def test_the_kept_edition_is_read_switched_and_searched_without_a_line(reader, host, context):
    """Pages never visited, both languages, side by side, search and concordance; a wrong address says so, and one that
    a host would have mended is mended. When the browser's storage fails, the line is what it was without all this."""
    home = host.start()
    keep(reader, home)
    host.stop()
    reader.goto(home)
    expect(reader.get_by_role("link", name="开始阅读")).to_be_visible()
    reader.goto(f"{home}paper/2-2-japan/")
    expect(reader.locator("#p18s1")).to_be_visible()
    reader.get_by_role("link", name="English", exact=True).first.click()
    expect(reader).to_have_url(re.compile("/en/paper/2-2-japan/"))
    reader.get_by_role("radio", name="Side by side").check()
    expect(reader.locator("#p18 p:lang(zh-Hans)")).to_be_visible()
    reader.keyboard.press("Control+k")
    reader.keyboard.type("carbon sink")
    expect(reader.locator("#search-results a").first).to_be_visible()
    reader.goto(f"{home}search/?q=碳汇")
    expect(reader.locator(".occurrences a").first).to_be_visible()
    for nearly in ("en/about?from=afar#privacy", "en/about/index.html?from=afar#privacy"):
        reader.goto(home + nearly)
        expect(reader.get_by_role("heading", level=1)).to_have_text("About this edition")
        expect(reader).to_have_url(f"{home}en/about/?from=afar#privacy")
    reader.goto(f"{home}no/such/page/")
    expect(reader.get_by_role("heading", name="There is no such page")).to_be_visible()
    host.start()
    context.service_workers[0].evaluate(NO_STORAGE)
    reader.goto(f"{home}en/about/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("About this edition")


def test_a_newer_edition_is_offered_and_taken_only_then(reader, host):
    """The kept edition stays whole until the reader takes the newer one."""
    home = host.start()
    keep(reader, home)
    page = host.folder / "en/about/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("About this edition</h1>", "A newer page</h1>"), encoding="utf-8"
    )
    script = host.folder / "service-worker.js"
    text = script.read_text(encoding="utf-8")
    script.write_text(re.sub(r'"version": "\w+"', '"version": "newer"', text), encoding="utf-8")
    reader.goto(f"{home}en/about/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("About this edition")
    reader.get_by_role("button", name="Use it").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("A newer page")


def test_what_was_kept_can_be_removed(reader, host):
    """Nothing of the edition stays in the browser."""
    keep(reader, host.start())
    reader.get_by_role("button", name="Remove from this browser").click()
    expect(reader.get_by_text("Removed.")).to_be_visible()
    assert reader.evaluate("caches.keys()") == []
    assert reader.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


def test_a_line_that_breaks_keeps_nothing_half(reader, host):
    """A file that does not come: the reader is told, and nothing half is answered from."""
    home = host.start()
    shutil.rmtree(host.folder / "en/paper/2-2-japan")
    reader.goto(f"{home}en/about/downloads/")
    reader.get_by_role("button", name="Keep in this browser").click()
    expect(reader.get_by_text("Not kept")).to_be_visible()
    expect(reader.get_by_role("button", name="Keep in this browser")).to_be_enabled()
    assert reader.evaluate("caches.keys()") == []
