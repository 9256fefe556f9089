"""Types the judged queries into the search dialog in a real browser and prints what share is answered well.

python tests/bench/search.py [judged queries as JSON]   # and always tests/cases/search-queries.yml

A judged query has its text `q`, the language `ui` of the page on which it is asked, and the paths of Chinese pages: all
of `must` have to be among the first three results, and one of `must` or `ok` first. `language` is “any” where a result in
the other language counts as well.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from playwright.sync_api import sync_playwright  # noqa: E402

from bench.server import serving  # noqa: E402
from browser.find_browser import executable  # noqa: E402
from shared import built, cases  # noqa: E402

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
SHOWN = '() => [...document.querySelectorAll("#search-results > ol > li > a:first-child")].map((link) => link.pathname)'

# The wait for a first hit, by a reader on Lighthouse's slow 4G with a processor four times slower and nothing cached.
SECTION, QUERY, TIMES = "/paper/1-2-mitigation/", "清洁能源", 5
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
# Asks as soon as the page can be asked.
ASK = """(() => {
  const first = () => {
    const box = document.querySelector("#search"), field = box?.querySelector("[name=q]");
    if (!box?.open) {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true }));
      if (!box?.open) return false;
    }
    if (field.value !== QUERY) {
      field.value = QUERY;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    return box.querySelector("#search-results > ol a")?.getClientRects().length > 0;
  };
  const step = () => first()
    ? requestAnimationFrame(() => setTimeout(() => (window.firstHit = performance.now())))
    : setTimeout(step, 20);
  step();
})()""".replace("QUERY", json.dumps(QUERY))


def own() -> list[dict]:
    """Our own queries as judged ones."""

    def one(query):
        path = {"index": "/", "references": "/paper/references/"}
        first, three = (
            [path.get(slug, f"/paper/{slug}/") for slug in query.get(key, [])] for key in ("first", "three")
        )
        name = "own, held out" if query.get("held_out") else "own, tuned to"
        return {"q": query["q"], "ui": query["page"], "must": three, "ok": first, "language": "any", "set": name}

    return [one(query) for query in cases("search-queries")]


def answer(page, base: str, query: dict) -> dict:
    """One query, asked in the dialog of a title page whose indexes have come, and how well it is answered."""
    page.goto(base + HOME[query["ui"]])
    page.keyboard.press("Control+k")
    page.wait_for_function("document.querySelector('#search [name=q]') === document.activeElement")
    page.evaluate(TYPE, {"zh": "一", "en": "the"}[query["ui"]])
    page.wait_for_selector("#search-results a")
    page.wait_for_function(
        "!document.querySelector('.search-ask-other').hidden || document.querySelector('.search-counterpart')"
    )
    row = {"q": query["q"], "ms": page.evaluate(TYPE, query["q"])}
    paths = page.evaluate(SHOWN)
    right = [*query["must"], *query["ok"]]
    if not right:
        return row | {"hit": not paths, "recall": float(not paths), "zero": False, "other": []}
    counted = [path.startswith("/en/") == (query["ui"] == "en") or query["language"] == "any" for path in paths]
    plain = [re.sub("^/en/", "/", path) if counts else None for path, counts in zip(paths, counted)]
    return row | {
        "hit": bool(plain and plain[0] in right),
        "recall": statistics.mean(path in plain[:3] for path in query["must"]) if query["must"] else 1.0,
        "zero": not paths,
        "other": [not counts for counts in counted[:5]],
    }


def report(name: str, rows: list[dict]) -> None:
    """One line of figures, and the queries that were not answered well."""

    def share(values):
        return f"{statistics.mean(map(float, values or [0])):.3f}"

    times = [row["ms"] for row in rows]
    print(
        f"{name:13} n {len(rows):3}  hit@1 {share([row['hit'] for row in rows])}  "
        f"recall@3 {share([row['recall'] for row in rows])}  zero {share([row['zero'] for row in rows])}  "
        f"other {share([value for row in rows for value in row['other']])}  "
        f"median ms {statistics.median(times):.1f}  slowest {max(times):.1f}"
    )
    for row in rows:
        if not row["hit"] or row["recall"] < 1:
            print("   ", row["q"], {key: row[key] for key in ("hit", "recall")})


def first_hit(browser, base: str) -> float:
    """Milliseconds from navigation to the first visible result, with an empty cache."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", LINE)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(ASK)
    page.goto(base + SECTION, wait_until="commit")
    page.wait_for_function("window.firstHit", timeout=60_000)
    wait = page.evaluate("window.firstHit")
    context.close()
    return wait


def figures(site: Path, browser, paths: list[str]) -> None:
    """The figures of the search of a built site, printed as they come."""
    judged = [{**query, "set": "judged"} for path in paths for query in json.loads(Path(path).read_text("utf-8"))]
    rows: dict[str, list[dict]] = {}
    with serving(site) as host:
        page = browser.new_page(bypass_csp=True)
        for query in [*judged, *own()]:
            rows.setdefault(query["set"], []).append(answer(page, host.url, query))
        page.close()
        for name, part in rows.items():
            report(name, part)
        waits = [first_hit(browser, host.url) / 1000 for _ in range(TIMES)]
    print(f"first hit on a slow line: median {statistics.median(waits):.2f} s ({min(waits):.2f}-{max(waits):.2f})")


def main(paths: list[str]) -> None:
    """Build, serve, ask."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = built(ROOT, Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        figures(site, browser, paths)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
