"""Types the judged queries into the search dialog in a real browser and prints what share is answered well.

python tests/browser/bench_search.py [judged queries as JSON]   # and always those in tests/cases/search-queries.yml
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from opencc import OpenCC  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from browser.conftest import Quiet  # noqa: E402
from browser.find_browser import playwright_browser, system_browser  # noqa: E402
from edition.edition import load_edition  # noqa: E402
from shared import cases  # noqa: E402

HOME = {"zh": "/", "en": "/en/"}
# Puts a query into the field as a reader's paste or input method does, and waits for the answer.
TYPE = """async (query) => {
  const field = document.querySelector("#search [name=q]"), status = document.querySelector(".search-status");
  const results = document.querySelector("#search-results");
  const changed = new Promise((done) => {
    const observer = new MutationObserver(() => { observer.disconnect(); done(); });
    for (const node of [status, results]) observer.observe(node, { childList: true });
  });
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await changed;
  return performance.now() - start;
}"""
SHOWN = '() => [...document.querySelectorAll("#search-results > ol a")].map((link) => link.href)'
MARKS = """() => {
  const ranges = [...(CSS.highlights.get("search") || [])];
  const seen = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
  return { marks: ranges.map(String), seen: ranges.some((range) => seen(range.getBoundingClientRect())),
           text: document.querySelector("article").innerText };
}"""


def judged(path: Path) -> list[dict]:
    """Judged queries: paths of the Chinese pages in `must` and `ok`."""
    return [{**query, "set": "judged"} for query in json.loads(path.read_text(encoding="utf-8"))]


def own() -> list[dict]:
    """Our own queries in the same form."""
    path = {"index": "/", "references": "/paper/references/"}

    def one(query):
        first, three = (
            [path.get(slug, f"/paper/{slug}/") for slug in query.get(key, [])] for key in ("first", "three")
        )
        name = "own, held out" if query.get("held_out") else "own, tuned to"
        return {"q": query["q"], "ui": query["page"], "must": three, "ok": first, "language": "any", "set": name}

    return [one(query) for query in cases("search-queries")]


class Judge:
    """Says whether marked words were asked for: in the query, of its family, or a term of the same entry."""

    def __init__(self):
        edition = load_edition(ROOT)
        self._simplify = OpenCC("t2s").convert
        entries = [*edition.terms, *getattr(edition, "names", [])]
        self._groups = [{self.key(form) for form in [*e.zh, *e.en, e.abbreviation or ""]} - {""} for e in entries]

    def key(self, text: str) -> str:
        """Text without what makes no difference."""
        return re.sub(r"[\W_]+", "", self._simplify(unicodedata.normalize("NFKC", text).lower()))

    def words(self, query: str) -> list[str]:
        """The words of a query, by their keys."""
        query = re.sub(r"(\d)[ ,](?=\d{3}(?!\d))", r"\1", unicodedata.normalize("NFKC", query))
        return [key for word in re.split(r"[\s\-–—,，、“”\"‘’「」]+", query) if (key := self.key(word))]

    def asked(self, mark: str, query: str) -> bool:
        """Whether the marked text was asked for."""
        mark, words = self.key(mark), self.words(query)
        whole = "".join(words)
        if (
            mark in whole
            or any(word in mark for word in words)
            or any(mark[:4] == word[:4] for word in words if mark.isascii())
        ):
            return True
        related = [
            group for group in self._groups if any(whole == form or form in words or form in whole for form in group)
        ]
        return any(mark in form or form in mark for group in related for form in group) or self._near(mark, whole)

    @staticmethod
    def _near(a: str, b: str) -> bool:
        return (
            len(a) == len(b)
            and (sum(x != y for x, y in zip(a, b)) <= 1 or sorted(a) == sorted(b))
            or abs(len(a) - len(b)) == 1
        )


def answer(page, base: str, query: dict, judge: Judge) -> dict:
    """One query on its page: the figures of the README of the judged queries."""
    page.goto(base + HOME[query["ui"]])
    page.keyboard.press("Control+k")
    page.wait_for_function("document.querySelector('#search [name=q]') === document.activeElement")
    page.evaluate(TYPE, "一" if query["ui"] == "zh" else "the")  # the index is there and warm
    page.wait_for_selector("#search-results a")
    page.wait_for_function(
        "!document.querySelector('.search-ask-other').hidden || document.querySelector('.search-counterpart')"
    )
    elapsed = page.evaluate(TYPE, query["q"])
    links = page.evaluate(SHOWN)
    paths = [urlsplit(link).path for link in links]
    plain = [re.sub("^/en/", "/", path) for path in paths]
    counted = [path.startswith("/en/") == (query["ui"] == "en") or query["language"] == "any" for path in paths]
    right = [*query["must"], *query["ok"]]
    if not right:
        return {
            "hit": not paths,
            "recall": float(not paths),
            "zero": False,
            "other": [],
            "ms": elapsed,
            "q": query["q"],
        }
    good = [path in right and counts for path, counts in zip(plain, counted)]
    three = [path for path, counts in zip(plain[:3], counted) if counts]
    row = {
        "hit": bool(good and good[0]),
        "recall": sum(path in three for path in query["must"]) / len(query["must"]) if query["must"] else 1.0,
        "zero": not paths,
        "other": [not counts for counts in counted[:5]],
        "ms": elapsed,
        "q": query["q"],
    }
    return row | arrival(page, links[good.index(True)], query["q"], judge) if True in good else row


def arrival(page, link: str, query: str, judge: Judge) -> dict:
    """What is marked on the page that a result opens."""
    page.locator(f'#search-results a[href="{link}"]').first.click()
    page.wait_for_url(link)
    try:
        page.wait_for_function("CSS.highlights.get('search')", timeout=3000)
    except Exception:  # nothing is marked: that is what is measured
        pass
    page.wait_for_timeout(50)
    found = page.evaluate(MARKS)
    marked, text = judge.key("".join(found["marks"])), judge.key(found["text"])
    missing = [word for word in judge.words(query) if word in text and word not in marked]
    over = [mark for mark in found["marks"] if not judge.asked(mark, query)]
    sizes = {"over": sum(map(len, over)), "characters": sum(map(len, found["marks"]))}
    return {
        "marked": bool(found["marks"]) and found["seen"] and not missing,
        "missing": missing,
        "overs": over,
        **sizes,
    }


def report(name: str, rows: list[dict]) -> None:
    """One line of figures, then what went wrong."""
    share = lambda key: statistics.mean(float(row[key]) for row in rows if key in row)  # noqa: E731
    other = [value for row in rows for value in row["other"]]
    characters = sum(row.get("characters", 0) for row in rows) or 1
    print(
        f"{name:14} n {len(rows):3}  hit@1 {share('hit'):.3f}  recall@3 {share('recall'):.3f}  zero {share('zero'):.3f}  "
        f"other {sum(other) / (len(other) or 1):.3f}  marked {share('marked'):.3f}  "
        f"over-marked {sum(row.get('over', 0) for row in rows) / characters:.3f}  median ms {statistics.median(row['ms'] for row in rows):.1f}  "
        f"slowest {max(row['ms'] for row in rows):.1f}"
    )
    for row in rows:
        if not row["hit"] or row["recall"] < 1 or not row.get("marked", True) or row.get("overs"):
            print(
                "   ",
                row["q"],
                {key: row[key] for key in ("hit", "recall", "marked", "missing", "overs") if key in row},
            )


def main(paths: list[str]) -> None:
    """Build, serve, ask."""
    queries = [query for path in paths for query in judged(Path(path))] + own()
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base, judge, rows = f"http://127.0.0.1:{server.server_port}", Judge(), {}
        with sync_playwright() as playwright:
            executable = system_browser() or playwright_browser()
            browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
            page = browser.new_page()
            for query in queries:
                rows.setdefault(query["set"], []).append(answer(page, base, query, judge))
            browser.close()
        server.shutdown()
    for name, part in rows.items():
        report(name, part)


if __name__ == "__main__":
    main(sys.argv[1:])
