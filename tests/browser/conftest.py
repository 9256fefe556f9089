"""The built site, served on this machine, and a browser that fails a test on any console message or lost request."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from browser.find_browser import executable
from edition.publish.headers import load_hosting
from shared import ROOT

expect.set_options(timeout=15_000)  # a machine that is busy is not wrong; what has to be quick is measured by itself


class Server(http.server.ThreadingHTTPServer):
    """A server that has nothing to say of a browser that hangs up, having gone on to another page."""

    def handle_error(self, request, client_address):
        """Whatever else goes wrong is printed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain file server that prints nothing."""

    def log_message(self, *_):
        """Nothing."""


class Host(Quiet):
    """A file server that says of every file what it should (every test reads the pages under the strict policy), and
    sends the site's own page where nothing is."""

    below = ""  # the folder of the host in which the site is
    hosting = load_hosting(ROOT)
    extensions_map = {**Quiet.extensions_map, **{f".{ending}": kind for ending, kind in hosting.types.items()}}

    def end_headers(self):
        """After the media type, which is the server's own doing, the other headers."""
        for name, value in self.hosting.of(urlsplit(self.path).path.removeprefix(self.below)).items():
            if name != "Content-Type":
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, *reason):
        """The page for no page, below the folder of the site."""
        page = Path(self.directory, self.below.strip("/"), "404.html")
        if code != 404 or not self.path.startswith(self.below + "/") or not page.exists():
            return super().send_error(code, *reason)
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextlib.contextmanager
def serving(folder, below="", port=0, handler=Host):
    """The address of the site that is in the folder `below` of a host with these files."""
    handler = type("Host", (handler,), {"below": below})
    server = Server(("127.0.0.1", port), functools.partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{below}"
    server.shutdown()
    server.server_close()


def comes_to(page, expression, wanted, given=None):
    """Wait until an expression has a value. (Playwright's own wait evaluates text in the page, which the policy refuses.)"""
    for _ in range(200):
        if (found := page.evaluate(expression, given)) == wanted:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{found!r}, not {wanted!r} within ten seconds: {expression}")


def until(page, expression):
    """Wait until an expression holds."""
    comes_to(page, f"Promise.resolve({expression}).then(Boolean)", True)


def settled(page):
    """Wait until the page has not scrolled for five frames: a wheel has run out, and what scripts put back is there."""
    page.evaluate("""() => new Promise((done) => {
        let last, still = 0;
        const look = () => {
            still = scrollY === last ? still + 1 : 0;
            last = scrollY;
            if (still === 5) done();
            else requestAnimationFrame(look);
        };
        look();
    })""")


def search(page, query=""):
    """Open the dialog by its key and type a query; what it finds."""
    page.keyboard.press("Control+k")
    expect(page.locator("#search [name=q]")).to_be_focused()
    page.locator("#search [name=q]").fill(query)
    return page.locator("#search-results a")


def holding(page, files):
    """Keeps back the answers to requests for these files; returns what lets them go, and all that come after them."""
    held, free = [], []
    page.route(files, lambda route: route.continue_() if free else held.append(route))

    def release():
        free.append(True)
        for route in held:
            route.continue_()

    return release


@pytest.fixture(scope="session")
def base_url(site):
    """The address of the built site."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium where there is one; root needs it without its sandbox; it asks no host of its own."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        "executable_path": executable(),
        "args": quiet + sandbox,
    }


@pytest.fixture
def page(page, base_url):
    """A page on which nothing may go wrong: no console message, no failed request, no other host."""
    trouble = watch(page, base_url)
    page.on(
        "response", lambda response: response.status >= 400 and trouble.append(f"{response.status}: {response.url}")
    )
    yield page
    assert trouble == []


@pytest.fixture
def poor_page(new_context, base_url):
    """A page from which files are kept: the browser may say that they did not come, all else as on `page`."""
    page = new_context().new_page()
    trouble = watch(page, base_url, allowed=("Failed to load resource: ", "Access to script at 'file:"))
    yield page
    page.unroute_all(behavior="wait")
    assert trouble == []


def watch(page, base_url, allowed=()):
    """A list that fills with what goes wrong on a page: console messages, what is thrown, other hosts."""
    page.set_default_timeout(10_000)
    trouble = []
    page.on(
        "console",
        lambda message: message.text.startswith(allowed or "\0") or trouble.append(f"console: {message.text}"),
    )
    page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
    page.on("request", lambda request: request.url.startswith(base_url) or trouble.append(f"other host: {request.url}"))
    return trouble
