"""Every page and every style sheet is valid by the Nu HTML Checker, in one run of it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from shared import JAVA_OPTIONS, ROOT, cases

JAR = ROOT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"
EXPLAINED = cases("nu")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (JAR.exists() and shutil.which("java")),
        reason="the Nu HTML Checker is not there: tests/find_tools.py gets it, with npm; it runs on Java",
    ),
]


def checked(files):
    """What Nu says of files of HTML and CSS: errors, warnings and notes."""
    command = ["java", *JAVA_OPTIONS.split(), "-jar", JAR, "--format", "json", "--stdout", "--also-check-css", *files]
    done = subprocess.run(list(map(str, command)), capture_output=True, encoding="utf-8")
    assert done.stdout, done.stderr
    return json.loads(done.stdout)["messages"]


def allowed(message):
    """Whether a message is one that tests/cases/nu.yml explains."""
    return any(
        message["url"].endswith(one["where"])
        and message["message"].startswith(one["message"])
        and one["near"] in line(message) + message.get("extract", "")
        for one in EXPLAINED
    )


def line(message):
    """The line of the file that a message is about."""
    return Path(message["url"].removeprefix("file:")).read_text(encoding="utf-8").splitlines()[message["lastLine"] - 1]


def report(messages):
    """Messages as `path:line: what is wrong`, each once."""
    return sorted({f"{one['url']}:{one['lastLine']}: {one['message']}" for one in messages})


@pytest.fixture(scope="module")
def said(site, tmp_path_factory):
    """What Nu says, in one run of it, of every page and style sheet, and of a page with a bad attribute and a section without
    a heading, by whether it is this bad page."""
    bad = tmp_path_factory.mktemp("bad") / "page.html"
    bad.write_text('<!doctype html><html lang="en"><title>x</title><section><p role="nothing">x</p></section></html>')
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 60
    found = {True: [], False: []}
    for message in checked([*pages, *sorted((ROOT / "docs/assets").rglob("*.css")), bad]):
        found[message["url"].endswith(bad.as_posix())].append(message)
    return found


def test_every_page_is_valid(said):
    """No error and no warning on any page in either language, the 404 page among them, nor in our own style sheets."""
    assert report(one for one in said[False] if not allowed(one)) == []


def test_the_checker_sees_an_error(said):
    """The bad page gets an error and a warning."""
    assert {one.get("subType", one["type"]) for one in said[True]} == {"error", "warning"}
