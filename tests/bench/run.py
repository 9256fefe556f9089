"""Measures the edition beside the theme's plain site with the same text, and prints the figures as Markdown.

python tests/bench/run.py [weight] [lighthouse] [search]      # without a name, all three; `make bench` prepares it

Progress goes to the error output. What cannot be measured here is said in the place of its figures.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from playwright.sync_api import sync_playwright  # noqa: E402

from bench import lighthouse, plain_site, search  # noqa: E402
from bench.programs import Missing, build  # noqa: E402
from bench.server import Host, serving  # noqa: E402
from bench.weight import KINDS, ROOTS, first_visit, further_visit  # noqa: E402
from browser.find_browser import executable  # noqa: E402
from edition.corpus.edition import load_edition  # noqa: E402

OURS, PLAIN = "this edition", "the theme's plain site"
ONLY_OURS = {"section, both view", "search page"}  # the plain site has no such page
FOR_LIGHTHOUSE = [kind for kind in KINDS if kind != "search page"]


@dataclass(frozen=True)
class Bench:
    """Where the sites are, and the browser that opens them."""

    folder: Path
    browser: object

    @cached_property
    def sites(self) -> dict[str, Path]:
        """The folders of both sites, built now."""
        plain = self.folder / "plain"
        plain_site.write(load_edition(ROOT), plain)
        built = {OURS: self.folder / "ours-site", PLAIN: self.folder / "plain-site"}
        for name, project in {OURS: ROOT, PLAIN: plain}.items():
            say(f"building {name}")
            build(project, built[name])
        return built


def weight(bench: Bench) -> None:
    """Bytes and requests of each kind of page."""
    head(
        "Weight",
        "KB as sent (brotli), with the number of requests; first visit, then a further one from another section",
    )
    columns = ["html", "css", "js", "other", "first", "requests", "further", "requests"]
    table(["page", "site", *columns], pages(bench, weigh))


def weigh(bench: Bench, host: Host, path: str) -> list[str]:
    """The figures of one page."""
    root = "en/" if path.startswith("en/") else ""
    first = first_visit(bench.browser, host, path)
    further = further_visit(bench.browser, host, path, f"{root}paper/1-1-negotiations/")
    parts = [kilobytes(first.of(type)) for type in ("html", "css", "js", "other")]
    return [*parts, *(cell for visit in (first, further) for cell in (kilobytes(visit.size), str(visit.requests)))]


def scores(bench: Bench) -> None:
    """Lighthouse's scores of each kind of page."""
    head("Lighthouse 13", f"{', '.join(lighthouse.CATEGORIES)}; phone on a slow line, desktop")

    def judge(bench, host, path):
        found = [lighthouse.scores(f"{host.url}/{path}", form, executable()) for form in lighthouse.FORMS]
        return [" / ".join(map(str, four)) for four in found]

    table(["page", "site", *lighthouse.FORMS], pages(bench, judge, FOR_LIGHTHOUSE))


def pages(bench: Bench, measure: Callable[[Bench, Host, str], list[str]], kinds: Iterable[str] = KINDS):
    """A row for each kind of page in each language on each site."""
    for name, site in bench.sites.items():
        with serving(site) as host:
            for kind in kinds:
                for language, root in ROOTS.items():
                    if name == OURS or kind not in ONLY_OURS:
                        say(f"{name}: {kind}, {language}")
                        yield [f"{kind}, {language}", name, *measure(bench, host, root + KINDS[kind])]


def searches(bench: Bench) -> None:
    """How well the search answers."""
    head(
        "Search",
        "judged queries typed in a browser, answers judged alike; then the wait for a first hit on a slow line",
    )
    print("```")
    search.figures(bench.sites[OURS], bench.browser, os.environ.get("QUERIES", "").split())
    print("```")


PARTS = {"weight": weight, "lighthouse": scores, "search": searches}


def head(title: str, words: str) -> None:
    """A heading and what is under it."""
    print(f"\n## {title}\n\n{words[0].upper()}{words[1:]}.\n", flush=True)


def table(columns: list[str], rows: Iterable[list[str]]) -> None:
    """A Markdown table, row by row as it is measured; what stops it is its last row."""
    print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}", flush=True)
    try:
        for row in rows:
            print(f"| {' | '.join(row)} |", flush=True)
    except Missing as why:
        print(f"| not measured: {why} |{' |' * (len(columns) - 1)}", flush=True)


def kilobytes(size: int) -> str:
    """Bytes in KB (of 1000)."""
    return f"{size / 1000:.1f}"


def say(words: str) -> None:
    """Progress."""
    print(words, file=sys.stderr, flush=True)


def main(names: list[str]) -> None:
    """The parts that are named."""
    if unknown := set(names) - PARTS.keys():
        sys.exit(f"{', '.join(sorted(unknown))}: no part of the benchmark; these are: {', '.join(PARTS)}")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"# Benchmark\n\n{os.cpu_count()} processors{load} when it began: times are longer on a busy machine.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        bench = Bench(Path(folder), browser)
        for name in names or PARTS:
            PARTS[name](bench)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
