"""The site on the servers that people use: what nginx says with each file, configured as PUBLISHING.md says, and what
`_headers` says to two hosts."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from edition.downloads.catalogue import DOWNLOADS
from edition.publish.headers import headers_file, load_hosting
from edition.site.build import Build
from shared import ROOT, cases

CASES = cases("hosting")
SNIPPET = re.compile(r"```nginx\n(.*?)```", re.DOTALL)
MAIN = "{user}pid nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}include site.conf;\n}}\n"
TEMPORARY = "".join(f"{part}_temp_path {part};\n" for part in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))


@pytest.fixture(scope="module")
def published(site, tmp_path_factory):
    """A copy of the site with what may be beside it: digested assets, a secret one folder above."""
    folder = tmp_path_factory.mktemp("published") / "site"
    shutil.copytree(site, folder)
    (folder.parent / "secret.txt").write_text("secret")
    for path in (
        "assets/0123abcd/page.css",
        "assets/0123abcd/page.js",
        "service-worker.js",
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("/* */" * 99)
    return folder


@pytest.fixture(scope="module")
def ask(published, tmp_path_factory):
    """A function that asks an nginx with the text of PUBLISHING.md and returns its answer."""
    if not shutil.which("nginx"):
        pytest.skip("tests/find_tools.py gets it on Debian as root; install nginx-light")
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = SNIPPET.search((ROOT / "PUBLISHING.md").read_text(encoding="utf-8"))[1]
    text = text.replace("listen 80;", f"listen {port};").replace("/srv/edition/current", str(published))
    (folder / "site.conf").write_text(text)
    user = "user root;\n" if os.geteuid() == 0 else ""  # whose folder it is
    (folder / "main.conf").write_text(MAIN.format(temporary=TEMPORARY, user=user))
    command = ["nginx", "-p", ".", "-c", "main.conf", "-e", "stderr", "-g", "daemon off;"]
    process = subprocess.Popen(command, cwd=folder, stderr=(folder / "log").open("w"))
    _wait(port, process, folder / "log")
    yield lambda path, **headers: _answer(port, path, headers)
    process.terminate()
    process.wait(10)


def _wait(port, process, log):
    for _ in range(400):
        assert process.poll() is None, log.read_text()
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"no answer within twenty seconds: {log.read_text()}")


def _answer(port, path, headers):
    """Status, headers and bytes; the path is sent as it is, without a client's mending."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response.status, response.headers, response.read()


def strict(headers):
    """Assert what every answer has to say, by what the headers mean and not by how we write them."""
    policy = {
        name: set(rest) for name, *rest in (part.split() for part in headers["Content-Security-Policy"].split(";"))
    }
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == {"'none'"}
    assert policy["form-action"] <= {"'self'", "'none'"}
    assert all(value <= {"'self'", "'none'"} for name, value in policy.items() if name.endswith("-src"))
    assert policy["require-trusted-types-for"] == {"'script'"}
    assert int(re.fullmatch(r"max-age=(\d+)", headers["Strict-Transport-Security"])[1]) >= 31536000
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    off = dict(part.strip().split("=") for part in headers["Permissions-Policy"].split(","))
    assert {"camera", "geolocation", "microphone"} <= off.keys() and set(off.values()) == {"()"}


def said(headers, case):
    """What an answer says in the headers that a case is about."""
    return {name: headers.get(name) for name in case if name[0].isupper()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["path"])
def test_a_server_says_what_it_should(ask, case):
    """Every answer, errors too, is strict and says its type, its life and who may read it; each header once."""
    status, headers, body = ask(case["path"])
    assert (status, said(headers, case)) == (case["status"], {name: case[name] for name in case if name[0].isupper()})
    strict(headers)
    assert len({name.lower() for name in headers}) == len(headers)
    assert not re.search(r"\d", headers.get("Server", "")) and "X-Powered-By" not in headers
    if status == 404:
        page = BeautifulSoup(body, "html.parser")
        assert page.select_one("main [lang=zh-Hans]") and page.select_one("main [lang=en]")


def test_a_server_says_what_the_pages_need(ask):
    """The text for nginx has the values of hosting/headers.yml, word by word: a policy that lacks a name of trusted types
    would stop a script."""
    headers, wanted = ask("/")[1], load_hosting(ROOT).everywhere
    assert {name: headers[name] for name in wanted} == wanted


@pytest.mark.parametrize("path", ["/", "/paper.json", "/assets/0123abcd/page.css"])
def test_text_is_compressed(ask, path):
    """Who takes gzip gets it, under the file's own type, and caches are told; others get the file."""
    _, plain, content = ask(path)
    status, headers, body = ask(path, Accept_Encoding="gzip, deflate, br")
    assert (status, headers["Content-Encoding"], headers["Content-Type"]) == (200, "gzip", plain["Content-Type"])
    assert gzip.decompress(body) == content and "Accept-Encoding" in headers["Vary"] and "Content-Encoding" not in plain
    strict(headers)


@pytest.mark.parametrize("path", ["/en/", "/paper.json", "/assets/0123abcd/page.css"])
def test_an_unchanged_file_is_not_sent_again(ask, path):
    """Who has a file is answered 304 without it, and still told how strict to be."""
    tag = ask(path)[1]["ETag"]
    status, headers, body = ask(path, If_None_Match=tag)
    assert (status, body, headers["ETag"]) == (304, b"", tag)
    strict(headers)


def test_a_folder_is_found_without_its_slash(ask):
    """The address of a page without the slash at its end leads to the page, on whatever host and port was asked."""
    status, headers, _ = ask("/en/paper/2-2-japan")
    assert status in (301, 308)
    assert urljoin("http://asked/", headers["Location"]).endswith("/en/paper/2-2-japan/")
    assert "://" not in headers["Location"]


OUTSIDE = [
    "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt", "/assets/..%2f..%2fsecret.txt",
    "/assets/..\\..\\secret.txt", "/assets%00/../../secret.txt", "../secret.txt", "//../secret.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_outside_the_site(ask, path):
    """No path leads out of the folder of the site."""
    status, _, body = ask(path)
    assert 400 <= status < 500 and b"secret" not in body


def test_headers_file(published):
    """What `_headers` says, read as its two hosts read it, is what the servers say; it keeps within the hosts' limits."""
    text = headers_file(ROOT, published)
    rules = _rules(text)
    assert len(rules) <= 100 and all(len(line) <= 2000 for line in text.splitlines())  # Cloudflare Pages
    for case in CASES:
        if case["status"] == 200:
            found = [headers for pattern, headers in rules if _matches(pattern, case["path"])]
            merged = {}
            for name, value in (header for headers in found for header in headers):
                assert name not in merged, f"{case['path']}: {name} twice; both hosts would join the values"
                merged[name] = value
            strict(merged)
            default = {"Cache-Control": "public, max-age=0, must-revalidate"}  # both hosts' own
            known = (
                {} if case["Access-Control-Allow-Origin"] else {"Content-Type": case["Content-Type"]}
            )  # to both hosts
            assert said({**default, **known, **merged}, case) == said(case, case)


def _rules(text):
    rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            assert line.find("*") in (-1, len(line) - 1), f"{line}: a * is at the end, or one host refuses it"
            rules.append((line, []))
        elif not line.startswith("#"):
            rules[-1][1].append(tuple(line.strip().split(": ", 1)))
    return rules


def _matches(pattern, path):
    return path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern


def test_headers_file_is_in_the_site(site):
    """The built site has it, for the files that are there."""
    assert (site / "_headers").read_text(encoding="utf-8") == headers_file(ROOT, site)


@pytest.mark.parametrize("serving", [True, False])
def test_while_serving_there_is_no_policy(serving):
    """`mkdocs serve` writes a script into every page to reload it; with the policy it would be refused with a message."""
    assert Build.policy.fget(SimpleNamespace(serving=serving, hosting="policy")) == (None if serving else "policy")


def test_every_file_has_a_type(site):
    """No file of the site has an ending that the servers do not know, no ending is listed in vain, and downloads have the
    type that their list says."""
    types = load_hosting(ROOT).types
    there, known = {path.suffix for path in site.rglob("*") if path.is_file()}, {f".{ending}" for ending in types}
    assert there - known <= {""}
    assert known - there <= {".pdf"}  # it comes with `make downloads`
    for download in DOWNLOADS:
        general = re.sub(r"/[a-z]+\+(xml|json)$", r"/\1", download.type)  # RFC 6839: also that
        served = types[download.path.rpartition(".")[2]].split(";")[0]
        assert served in (download.type, general), download.path
