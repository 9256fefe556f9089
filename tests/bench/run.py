"""Measures the edition beside the theme's plain site with the same text, and prints the figures as Markdown.

python tests/bench/run.py [weight] [lighthouse] [search]      # without a name, all three; `make bench` prepares it

Progress goes to the error output. What cannot be measured here is said in the place of its figures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from playwright.sync_api import sync_playwright  # noqa: E402

from bench import lighthouse, plain_site, search  # noqa: E402
from bench.server import Host, serving  # noqa: E402
from bench.weight import KINDS, ROOTS, first_visit, further_visit  # noqa: E402
from browser.find_browser import executable  # noqa: E402
from edition.corpus.load import load_edition  # noqa: E402
from shared import built  # noqa: E402

OURS, PLAIN = "this edition", "the theme's plain site"
ONLY_OURS = {"section, both view", "search page"}  # the plain site has no such page
FOR_LIGHTHOUSE = [kind for kind in KINDS if kind != "search page"]


def weight(sites: dict[str, Path], browser) -> None:
    """Bytes and requests of each kind of page."""
    head("Weight", "KB as sent (brotli), with the number of requests; first visit, then one from another section")

    def weigh(host, path):
        visits = first_visit(browser, host, path), further_visit(browser, host, path)
        sizes = [visits[0].of(type) for type in ("html", "css", "js", "other")]
        both = [cell for visit in visits for cell in (kilobytes(visit.size), str(visit.requests))]
        return [*map(kilobytes, sizes), *both]

    columns = ["html", "css", "js", "other", "first", "requests", "further", "requests"]
    table(["page", "site", *columns], pages(sites, weigh))


def scores(sites: dict[str, Path], browser) -> None:
    """Lighthouse's scores of each kind of page."""
    head("Lighthouse 13", f"{', '.join(lighthouse.CATEGORIES)}; phone on a slow line, desktop")

    def judge(host, path):
        found = [lighthouse.scores(f"{host.url}/{path}", form, executable()) for form in lighthouse.FORMS]
        return [" / ".join(map(str, four)) for four in found]

    table(["page", "site", *lighthouse.FORMS], pages(sites, judge, FOR_LIGHTHOUSE))


def searches(sites: dict[str, Path], browser) -> None:
    """How well the search answers."""
    head("Search", "judged queries typed in a browser; then the wait for a first hit on a slow line")
    print("```")
    search.figures(sites[OURS], browser, os.environ.get("QUERIES", "").split())
    print("```")


PARTS = {"weight": weight, "lighthouse": scores, "search": searches}


def pages(
    sites: dict[str, Path], measure: Callable[[Host, str], list[str]], kinds: Iterable[str] = KINDS
) -> Iterator[list[str]]:
    """A row for each kind of page in each language on each site."""
    for name, site in sites.items():
        with serving(site) as host:
            for kind in kinds:
                for language, root in ROOTS.items():
                    if name == OURS or kind not in ONLY_OURS:
                        say(f"{name}: {kind}, {language}")
                        yield [f"{kind}, {language}", name, *measure(host, root + KINDS[kind])]


def head(title: str, words: str) -> None:
    """A heading and what is under it."""
    print(f"\n## {title}\n\n{words[0].upper()}{words[1:]}.\n", flush=True)


def table(columns: list[str], rows: Iterable[list[str]]) -> None:
    """A Markdown table, row by row as it is measured; what stops it is its last row."""
    print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}", flush=True)
    try:
        for row in rows:
            print(f"| {' | '.join(row)} |", flush=True)
    except lighthouse.Missing as why:
        print(f"| not measured: {why} |{' |' * (len(columns) - 1)}", flush=True)


def kilobytes(size: int) -> str:
    """Bytes in KB (of 1000)."""
    return f"{size / 1000:.1f}"


def say(words: str) -> None:
    """Progress."""
    print(words, file=sys.stderr, flush=True)


def main(names: list[str]) -> None:
    """The parts that are named, of both sites as they are built now."""
    if unknown := set(names) - PARTS.keys():
        sys.exit(f"{', '.join(sorted(unknown))}: no part of the benchmark; these are: {', '.join(PARTS)}")
    print(f"# Benchmark\n\n{os.cpu_count()} processors; times are longer on a busy machine.")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        plain_site.write(load_edition(ROOT), folder / "plain")
        say("building both sites")
        sites = {OURS: built(ROOT, folder / "ours-site"), PLAIN: built(folder / "plain", folder / "plain-site")}
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        for part in names or PARTS:
            PARTS[part](sites, browser)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
