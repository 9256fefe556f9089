"""Prints the PDFs of a finished site, from its one-page view, and lists them on its page of downloads.

    python scripts/build_downloads.py --site site
    python scripts/build_downloads.py --site site --page both=paper/full/?view=both

Needs Chromium, the system's or Playwright's own. The PDFs bear the time of the build (edition/dates.py).
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route, sync_playwright

from edition.dates import build_epoch
from edition.downloads import PDFS
from edition.edition import Edition, load_edition
from edition.hosting import write_headers_file
from edition.manifest import write_manifest
from edition.offline import renew
from edition.plaintext import VIEWS
from edition.shelf import fill
from edition.side import Side

ROOT = Path(__file__).parent.parent
PAGES = {"zh": "paper/full/", "en": "en/paper/full/", "both": "paper/full/?view=both"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CANONICAL = re.compile(r'<link rel="?canonical"? href="?(?P<address>[^"> ]+)')
TIME = re.compile(rb"D:\d{14}[+-]\d\d'\d\d'")
NUMBER = '<span class="pageNumber"></span> / <span class="totalPages"></span>'
# What only a script answers is text on paper: the buttons of the paragraphs' menus, and terms, whose cards are not there.
# Left as they are, a reader of the tagged PDF would hear of form fields and of links that lead nowhere.
AS_TEXT = """() => {
    for (const button of document.querySelectorAll('button.number')) {
        const number = document.createElement('a');
        number.className = 'number';
        number.textContent = button.textContent;
        button.replaceWith(number);
    }
    for (const term of document.querySelectorAll('a.term')) ['role', 'tabindex'].forEach((name) => term.removeAttribute(name));
}"""
FOOTER = f'<span style="width: 100%; text-align: center; font: 8px sans-serif">{NUMBER}</span>'


def main(arguments: list[str] | None = None, root: Path = ROOT) -> None:
    """Write downloads/paper.<view>.pdf into the site for each view, then its list of files and its checksums."""
    parser = argparse.ArgumentParser(description="The PDFs of a finished site.")
    parser.add_argument("--site", type=Path, required=True, metavar="DIR", help="the folder of the site")
    parser.add_argument(
        "--page",
        action="append",
        default=[],
        metavar="VIEW=PATH",
        help="print another page of the site for zh, en or both",
    )
    options = parser.parse_args(arguments)
    edition = load_edition(root)
    pages = PAGES | dict(page.split("=", 1) for page in options.page)
    address = address_of(options.site)
    with browser_page() as page:
        page.route("**/*", lambda route: answer(route, options.site, address))
        for view, download in zip(VIEWS, PDFS):
            show(page, edition, view, address + pages[view])
            (options.site / download.path).write_bytes(timed(print_pdf(page), build_epoch(root)))
            print(f"{download.path:24} {(options.site / download.path).stat().st_size // 1000:5} KB")
    fill(options.site, edition)
    renew(options.site)
    write_headers_file(root, options.site)
    write_manifest(options.site)


def address_of(site: Path) -> str:
    """The address for which the site was built, as its title page says it."""
    return CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))["address"]


def answer(route: Route, site: Path, address: str) -> None:
    """Answer a request from the folder of the site, as its server would: so the links of a PDF lead to the real address."""
    if not route.request.url.startswith(address):
        route.abort()
        return
    path = site / unquote(urlsplit(route.request.url.removeprefix(address)).path)
    file = path / "index.html" if path.is_dir() else path
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)


def show(page: Page, edition: Edition, view: str, address: str) -> None:
    """Open the page to print, under the paper's title; raises if the site does not have it."""
    response = page.goto(address, wait_until="networkidle")
    if not response.ok:
        raise FileNotFoundError(f"{address}: {response.status}; the site has no such page to print")
    title = " · ".join(Side(edition, language).own(edition.paper.title) for language in VIEWS[view])
    page.evaluate("title => { document.title = title }", title)
    page.evaluate(AS_TEXT)
    page.evaluate("document.fonts.ready.then(() => null)")


def print_pdf(page: Page) -> bytes:
    """The page on A4 with an outline of its headings, tagged for assistive technology, pages numbered."""
    margins = {"top": "18mm", "right": "17mm", "bottom": "20mm", "left": "17mm"}
    numbered = {"display_header_footer": True, "header_template": "<i></i>", "footer_template": FOOTER}
    return page.pdf(format="A4", margin=margins, outline=True, tagged=True, **numbered)


def timed(pdf: bytes, epoch: int) -> bytes:
    """The PDF with the time of the build as its own; the length stays, and so do all offsets."""
    time = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc)
    return TIME.sub(f"D:{time:%Y%m%d%H%M%S}+00'00'".encode(), pdf)


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page in a browser; root needs Chromium without its sandbox."""
    system = next(filter(None, map(shutil.which, BROWSERS)), None)
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=sandbox)
        yield browser.new_page(color_scheme="light")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
