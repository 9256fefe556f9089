"""Types the judged queries into the search dialog in a real browser and prints what share is answered well.

python tests/bench/search.py [judged queries as JSON]   # and always tests/cases/search-queries.yml
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from opencc import OpenCC  # noqa: E402
from playwright import sync_api as playwright_api  # noqa: E402

from bench.line import first_hit, report_line  # noqa: E402
from bench.programs import build  # noqa: E402
from bench.server import serving  # noqa: E402
from browser.find_browser import executable  # noqa: E402
from edition.corpus.edition import load_edition  # noqa: E402
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

FIRST = """(query) => {
  const box = document.querySelector("#search"), field = box?.querySelector("[name=q]");
  if (!box?.open) {
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
    if (!box?.open) return false;
  }
  if (field.value !== query) {
    field.value = query;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  return box.querySelector("#search-results > ol a")?.getClientRects().length > 0;
}"""


class Dialog:
    """Our own dialog."""

    name = "this edition"
    first = FIRST
    marks = MARKS

    def __init__(self, site: Path):
        self.site = site

    def open(self, page, base: str, home: str, language: str) -> None:
        """A page whose dialog is open, its indexes fetched."""
        page.goto(base + home)
        page.keyboard.press("Control+k")
        page.wait_for_function("document.querySelector('#search [name=q]') === document.activeElement")
        page.evaluate(TYPE, "一" if language == "zh" else "the")
        page.wait_for_selector("#search-results a")
        page.wait_for_function(
            "!document.querySelector('.search-ask-other').hidden || document.querySelector('.search-counterpart')"
        )

    def ask(self, page, query: str) -> float:
        """Milliseconds to the answer."""
        return page.evaluate(TYPE, query)

    def links(self, page) -> list[str]:
        """The results."""
        return page.evaluate(SHOWN)

    def follow(self, page, link: str) -> dict:
        """What is marked on the page that a result opens."""
        page.locator(f'#search-results a[href="{link}"]').first.click()
        page.wait_for_url(link)
        try:
            page.wait_for_function("CSS.highlights.get('search')", timeout=3000)
        except Exception:  # nothing is marked: that is what is measured
            pass
        page.wait_for_timeout(50)
        return page.evaluate(MARKS)


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
        entries = [*edition.terms, *edition.names]
        self._groups = [
            {self.key(form) for form in [*e.zh, *e.en, *e.aliases, e.abbreviation or ""]} - {""} for e in entries
        ]

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


def answer(engine, page, base: str, query: dict, judge: Judge) -> dict:
    """One query on its page: the figures of the README of the judged queries."""
    engine.open(page, base, HOME[query["ui"]], query["ui"])
    row = {"q": query["q"], "ms": engine.ask(page, query["q"])}
    links = engine.links(page)
    paths = [urlsplit(link).path for link in links]
    plain = [re.sub("^/en/", "/", path) for path in paths]
    counted = [path.startswith("/en/") == (query["ui"] == "en") or query["language"] == "any" for path in paths]
    right = [*query["must"], *query["ok"]]
    if not right:
        return row | {"hit": not paths, "recall": float(not paths), "zero": False, "other": []}
    good = [path in right and counts for path, counts in zip(plain, counted)]
    three = [path for path, counts in zip(plain[:3], counted) if counts]
    row |= {
        "hit": bool(good and good[0]),
        "recall": sum(path in three for path in query["must"]) / len(query["must"]) if query["must"] else 1.0,
        "zero": not paths,
        "other": [not counts for counts in counted[:5]],
    }
    if True not in good or not engine.marks:
        return row
    return row | arrival(engine.follow(page, links[good.index(True)]), query["q"], judge)


def arrival(found: dict, query: str, judge: Judge) -> dict:
    """What is marked, what is not and should be, what is and was not asked for."""
    marked, text = judge.key("".join(found["marks"])), judge.key(found["text"])
    missing = [word for word in judge.words(query) if word in text and word not in marked]
    over = [mark for mark in found["marks"] if not judge.asked(mark, query)]
    return {
        "marked": bool(found["marks"]) and found["seen"] and not missing,
        "missing": missing,
        "overs": over,
        "over": sum(map(len, over)),
        "characters": sum(map(len, found["marks"])),
    }


def report(engine: str, name: str, rows: list[dict]) -> None:
    """One line of figures; "-" where an engine cannot be judged."""

    def share(key):
        values = [float(row[key]) for row in rows if key in row]
        return f"{statistics.mean(values):.3f}" if values else "-    "

    other = [value for row in rows for value in row["other"]]
    characters = sum(row.get("characters", 0) for row in rows)
    over = f"{sum(row.get('over', 0) for row in rows) / characters:.3f}" if characters else "-    "
    times = [row["ms"] for row in rows]
    print(
        f"{engine:13} {name:13} n {len(rows):3}  hit@1 {share('hit')}  recall@3 {share('recall')}  "
        f"zero {share('zero')}  other {sum(other) / (len(other) or 1):.3f}  marked {share('marked')}  "
        f"over-marked {over}  median ms {statistics.median(times):.1f}  slowest {max(times):.1f}"
    )


def report_faults(rows: list[dict]) -> None:
    """What went wrong, query by query."""
    for row in rows:
        if not row["hit"] or row["recall"] < 1 or not row.get("marked", True) or row.get("overs"):
            print(
                "   ",
                row["q"],
                {key: row[key] for key in ("hit", "recall", "marked", "missing", "overs") if key in row},
            )


def measure(engine, browser, queries: list[dict], judge: Judge) -> dict[str, list[dict]]:
    """All queries typed to one engine, by set, and the wait for its first hit on a slow line, printed as they come."""
    rows: dict[str, list[dict]] = {}
    with serving(engine.site) as host:
        page = browser.new_page(bypass_csp=True)
        for query in queries:
            rows.setdefault(query["set"], []).append(answer(engine, page, host.url, query, judge))
        page.close()
        for name, part in rows.items():
            report(engine.name, name, part)
        report_line(engine.name, first_hit(browser, host.url, engine.first))
    return rows


def figures(site: Path, browser, paths: list[str]) -> None:
    """The figures of the search of a built site, printed as they come."""
    queries, judge = [query for path in paths for query in judged(Path(path))] + own(), Judge()
    faults = measure(Dialog(site), browser, queries, judge)
    for name, part in faults.items():
        print(f"What this edition missed, {name}:")
        report_faults(part)


def main(arguments: list[str]) -> None:
    """Build, serve, ask."""
    with tempfile.TemporaryDirectory() as name, playwright_api.sync_playwright() as playwright:
        folder = Path(name)
        build(ROOT, folder / "site")
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        figures(folder / "site", browser, arguments)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
