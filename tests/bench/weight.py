"""What a host sends for a page: bytes as brotli makes them, by type, and requests; at the first visit and at a further one.

A further visit is one by a reader who has read another section before. What a service worker fetches later is not part
of a page, so none is started.
"""

from __future__ import annotations

from dataclasses import dataclass

from bench.server import Answer, Host

BEFORE = "paper/1-1-negotiations/"  # what the reader of a further page has read before, in the same language
KINDS = {
    "title page": "",
    "section": "paper/1-2-mitigation/",
    "section, both view": "paper/1-2-mitigation/?view=both",
    "full page": "paper/full/",
    "long table": "tables/terms/",
    "references": "paper/references/",
    "search page": "search/",
}
ROOTS = {"zh": "", "en": "en/"}
TYPES = {"text/html": "html", "text/css": "css", "text/javascript": "js", "application/javascript": "js"}


@dataclass(frozen=True)
class Weight:
    """The answers that a visit to a page asked for; one that says “you have it” (304) is a request without weight."""

    answers: tuple[Answer, ...]

    @property
    def requests(self) -> int:
        """How many answers."""
        return len(self.answers)

    @property
    def size(self) -> int:
        """Bytes of all bodies."""
        return sum(answer.size for answer in self.answers)

    def of(self, type: str) -> int:
        """Bytes of a type: html, css, js or other."""
        return sum(answer.size for answer in self.answers if TYPES.get(answer.type, "other") == type)


def first_visit(browser, host: Host, path: str) -> Weight:
    """The weight of a page for a browser that has nothing yet."""
    return _visits(browser, host, [path])[0]


def further_visit(browser, host: Host, path: str) -> Weight:
    """The weight of a page for a reader who comes from another."""
    before = ROOTS["en" if path.startswith("en/") else "zh"] + BEFORE
    return _visits(browser, host, [before, path])[1]


def _visits(browser, host: Host, paths: list[str]) -> list[Weight]:
    """Pages opened one after the other, each until nothing more is asked for."""
    context = browser.new_context(service_workers="block")
    page, weights = context.new_page(), []
    for path in paths:
        page.goto("about:blank")  # what the page before still asks for is not weighed with the next
        host.answers.clear()
        page.goto(f"{host.url}/{path}", wait_until="networkidle")
        weights.append(Weight(tuple(host.answers)))
    context.close()
    return weights
