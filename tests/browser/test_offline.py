"""A reader keeps the edition, loses the line, reads on; a newer edition is offered and taken when the reader likes."""

import functools
import re
import shutil
import threading

import pytest
from playwright.sync_api import expect

from browser.conftest import Host, Server, search

pytestmark = pytest.mark.slow

# What is put into a live region, and the counts that are shown anywhere else.
HEAR = """addEventListener("DOMContentLoaded", () => {
    window.heard = [];
    window.counted = [];
    new MutationObserver((changes) => changes.forEach(({ target }) => {
        const text = target.textContent;
        if (text) (target.closest("[role=status]") ? heard : counted).push(text);
    })).observe(document.body, { subtree: true, childList: true });
});"""
REGISTERED = "navigator.serviceWorker.getRegistrations().then((found) => found.map(({ scope }) => scope))"
REFUSE = """for (const name of ["getRegistration", "register"])
    ServiceWorkerContainer.prototype[name] = () => Promise.reject(new Error(name));"""
NO_STORAGE = """() => {
    for (const name of ["open", "match", "has", "keys"]) CacheStorage.prototype[name] = () => Promise.reject(new Error(name));
}"""
OF_OTHERS = """async () => {  // their own pages need no leave from our policy
    const theirs = trustedTypes.createPolicy("service-worker", { createScriptURL: () => "/other.js" });
    await navigator.serviceWorker.register(theirs.createScriptURL(""));
    await navigator.serviceWorker.ready;
}"""
LOOK_FOR_NEWER = """async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const worker = registration.installing;
    if (worker) await new Promise((done) => (worker.onstatechange = done));
    return worker?.state;
}"""


class Home:
    """A copy of the site on a server that can be stopped and started again at the same address."""

    def __init__(self, folder):
        self.folder, self.server, self.port = folder, None, 0
        self.before = {}  # what happens before the answer to a path

    def start(self):
        before = self.before

        class Busy(Host):
            def do_GET(self):
                del self.headers["If-Modified-Since"]  # it tells no two states of one second apart
                before.pop(self.path, lambda: None)()
                super().do_GET()

        serve = functools.partial(Busy, directory=self.folder)
        self.server = Server(("127.0.0.1", self.port), serve)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.port}/"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def publish(self, heading, version="newer"):
        """Another edition, which says so at the head of its page about itself; returns what brings the first back."""
        page, script = self.folder / "en/about/index.html", self.folder / "service-worker.js"
        first = {path: path.read_text(encoding="utf-8") for path in (page, script)}
        page.write_text(re.sub("About this edition</h1>", f"{heading}</h1>", first[page]), encoding="utf-8")
        script.write_text(re.sub(r'"version": "\w+"', f'"version": "{version}"', first[script]), encoding="utf-8")
        return lambda: [path.write_text(text, encoding="utf-8") for path, text in first.items()]


@pytest.fixture
def host(site, tmp_path):
    """A host of its own for a test that changes what it serves."""
    shutil.copytree(site, tmp_path / "host")
    host = Home(tmp_path / "host")
    yield host
    host.stop()


@pytest.fixture
def reader(context):
    """A reader's page; that something cannot be had is here what is looked for, but nothing is thrown."""
    page = context.new_page()
    page.set_default_timeout(20_000)
    thrown = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    yield page
    assert thrown == []


def keep(reader, home):
    """Keeps the edition as the page of downloads offers it."""
    reader.goto(f"{home}en/about/downloads/")
    reader.get_by_role("button", name="Save in this browser").click()
    expect(reader.get_by_text("the edition can be read offline")).to_be_visible()


def read_without_a_line(reader, host, home):
    """Opens a page that was never visited while the host does not answer."""
    host.stop()
    reader.goto(f"{home}en/paper/2-2-japan/")
    expect(reader.locator("#p18s1")).to_be_visible()
    host.start()


def test_the_kept_edition_is_read_switched_and_searched_without_a_line(reader, host, context):
    """Pages never visited, both languages, side by side, search and concordance; a wrong address says so, and one that
    a host would have mended is mended. When the browser's storage fails, the line is what it was without all this."""
    home = host.start()
    keep(reader, home)
    host.stop()
    reader.goto(home)
    expect(reader.get_by_role("link", name="读中文")).to_be_visible()
    reader.goto(f"{home}paper/2-2-japan/")
    expect(reader.locator("#p18s1")).to_be_visible()
    reader.get_by_role("link", name="English", exact=True).first.click()
    expect(reader).to_have_url(re.compile("/en/paper/2-2-japan/"))
    reader.wait_for_load_state("load")  # the script is there that hears the key of the search
    reader.get_by_role("radio", name="Both").check()
    expect(reader.locator("#p18 p:lang(zh-Hans)")).to_be_visible()
    expect(search(reader, "carbon sink").first).to_be_visible()
    reader.goto(f"{home}search/?q=碳汇")
    expect(reader.locator(".occurrences a").first).to_be_visible()
    for nearly in ("en/about?from=afar#privacy", "en/about/index.html?from=afar#privacy"):
        reader.goto(home + nearly)
        expect(reader.get_by_role("heading", level=1)).to_have_text("About this edition")
        expect(reader).to_have_url(f"{home}en/about/?from=afar#privacy")
    reader.goto(f"{home}no/such/page/")
    expect(reader.get_by_role("heading", name="There is no such page")).to_be_visible()
    host.start()
    reader.goto(home)  # the browser may have put the idle worker to sleep
    worker = (context.service_workers or [context.wait_for_event("serviceworker")])[0]
    worker.evaluate(NO_STORAGE)
    reader.goto(f"{home}en/about/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("About this edition")


def test_a_newer_edition_is_offered_and_taken_only_then(reader, host, context):
    """The kept edition stays whole until the reader takes the newer one; on another page that was open meanwhile, too.
    The offer is said to those who hear the page, and is not printed."""
    home = host.start()
    keep(reader, home)
    host.publish("A newer page")
    other = context.new_page()
    for page in (reader, other):
        page.goto(f"{home}en/about/")
        expect(page.get_by_role("heading", level=1)).to_have_text("About this edition")
        expect(page.get_by_role("button", name="Update now")).to_be_visible()
        expect(page.get_by_role("status").filter(has_text="There is a newer version")).to_have_count(1)
        page.emulate_media(media="print")
        expect(page.get_by_role("button", name="Update now")).to_be_hidden()
        page.emulate_media(media="screen")
    for page in (reader, other):
        page.get_by_role("button", name="Update now").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("A newer page")
        expect(page.get_by_role("button", name="Update now")).to_have_count(0)


def test_a_step_back_that_fails_leaves_the_kept_edition(reader, host):
    """A newer edition waits when its host goes back to the one in use, and a file does not come."""
    home = host.start()
    keep(reader, home)
    back = host.publish("A newer page")
    reader.goto(f"{home}en/about/")
    expect(reader.get_by_role("button", name="Update now")).to_be_visible()
    back()
    shutil.rmtree(host.folder / "en/paper/2-2-japan")
    assert reader.evaluate(LOOK_FOR_NEWER) is not None
    read_without_a_line(reader, host, home)


def test_what_was_kept_can_be_removed_and_kept_again(reader, host):
    """Nothing of the edition stays in the browser, and “Saved” is said when it is. Heard are beginning and end."""
    reader.add_init_script(HEAR)
    home = host.start()
    keep(reader, home)
    assert [text.partition(":")[0] for text in reader.evaluate("heard")] == ["Saving…", "Saved"]
    done, of = reader.evaluate("counted").pop().split(" / ")
    assert done == of
    reader.get_by_role("button", name="Remove from this browser").click()
    expect(reader.get_by_text("Removed.")).to_be_visible()
    reader.evaluate("fetch('.').then((page) => page.text())")
    assert reader.evaluate("caches.keys()") == []
    assert reader.evaluate(REGISTERED) == []
    expect(reader.get_by_role("button", name="Save in this browser")).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("button", name="Remove from this browser")).to_be_focused()
    read_without_a_line(reader, host, home)


def test_what_is_not_half_kept_is_not_kept(reader, host):
    """A file that does not come, or another edition that comes meanwhile: the reader is told, and nothing is left."""
    home = host.start()
    page = host.folder / "en/paper/2-2-japan"
    hidden = page.rename(page.with_name("hidden"))
    reader.goto(f"{home}en/about/downloads/")
    button = reader.get_by_role("button", name="Save in this browser")
    for trouble in ("a file is missing", "another edition comes"):
        button.click()
        expect(reader.get_by_text("Not saved"), trouble).to_be_visible()
        expect(button).to_be_enabled()
        expect(button).to_be_focused()
        assert reader.evaluate("caches.keys()") == []
        assert reader.evaluate(REGISTERED) == []
        if hidden.exists():
            hidden.rename(page)
            host.before["/paper/2-2-japan/"] = lambda: host.publish("A newer page")
            reader.reload()
    button.click()
    expect(reader.get_by_text("the edition can be read offline")).to_be_visible()
    reader.goto(f"{home}en/about/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("A newer page")


def test_what_is_of_others_on_the_host_stays(reader, host, site, context):
    """Two copies of the edition in folders, and another site's worker above them: each keeps and removes its own."""
    for name in ("a", "b"):
        (host.folder / name).symlink_to(site, target_is_directory=True)
    (host.folder / "other.js").write_text("// of another site")
    home = host.start()
    reader.goto(f"{home}a/en/about/")
    reader.evaluate(OF_OTHERS)
    reader.goto(f"{home}a/en/about/downloads/")
    (host.folder / "other.js").write_text("// of another site, and newer")
    assert reader.evaluate(LOOK_FOR_NEWER) == "installed"
    reader.evaluate("caches.open('edition-of-others').then(() => null)")
    reader.reload()
    expect(reader.get_by_role("button", name="Save in this browser")).to_be_visible()
    expect(reader.get_by_role("button", name="Update now")).to_have_count(0)
    keep(reader, f"{home}a/")
    keep(reader, f"{home}b/")
    reader.get_by_role("button", name="Remove from this browser").click()
    expect(reader.get_by_text("Removed.")).to_be_visible()
    assert set(reader.evaluate(REGISTERED)) == {home, f"{home}a/"}
    assert "edition-of-others" in reader.evaluate("caches.keys()")
    read_without_a_line(reader, host, f"{home}a/")


@pytest.mark.parametrize("where", ["on a disk", "refused"])
def test_where_nothing_can_be_kept_nothing_is_offered(reader, base_url, site, where):
    """A copy opened from a disk; a browser that refuses: no box, and no error."""
    reader.add_init_script(REFUSE if where == "refused" else "")
    folder = base_url if where == "refused" else site.as_uri()
    reader.goto(f"{folder}/en/about/downloads/index.html")
    reader.wait_for_timeout(300)
    expect(reader.get_by_role("button", name="Save in this browser")).to_be_hidden()
