"""Prints the PDFs of a finished site, from its one-page view; a build with PRINTED=.printed then has them.

    python scripts/build_downloads.py --site site --to .printed

Needs Chromium, the system's or Playwright's own. The PDFs bear the time of the build (edition/publish/build_date.py).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page, Route, sync_playwright

from edition.corpus.edition import Edition, load_edition
from edition.corpus.language import Side
from edition.downloads.catalogue import PDFS
from edition.downloads.pdf import finished
from edition.downloads.plaintext import VIEWS
from edition.faults import WrongSetting, exit_status
from edition.publish.build_date import build_epoch

ROOT = Path(__file__).parent.parent
PAGES = {"zh": "paper/full/", "en": "en/paper/full/", "both": "paper/full/?view=both"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CANONICAL = re.compile(r'<link rel="?canonical"? href="?(?P<address>[^"> ]+)')
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
    for (const term of document.querySelectorAll('.term')) ['role', 'tabindex'].forEach((name) => term.removeAttribute(name));
}"""
FOOTER = f'<span style="width: 100%; text-align: center; font: 8px sans-serif">{NUMBER}</span>'


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """The exit status: 0, or 1 if the edition is broken, no site is there, or it has no such page."""
    parser = argparse.ArgumentParser(description="The PDFs of a finished site.")
    parser.add_argument("--site", type=Path, required=True, metavar="DIR", help="the folder of the site")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder for the PDFs")
    options = parser.parse_args(arguments)
    return exit_status(lambda: build(root, options.site, options.to))


def build(root: Path, site: Path, folder: Path) -> None:
    """Print paper.<view>.pdf of a site into a folder for each view; the next build takes them from there (PRINTED)."""
    edition, epoch, address = load_edition(root), build_epoch(root), address_of(site)
    folder.mkdir(parents=True, exist_ok=True)
    with browser_page() as page:
        page.route("**/*", lambda route: answer(route, site, address))
        for download in PDFS:
            show(page, edition, download.view, address + PAGES[download.view])
            path = folder / Path(download.path).name
            path.write_bytes(finished(print_pdf(page), headings(page), epoch))
            print(f"{path.name:24} {path.stat().st_size // 1000:5} KB")


def address_of(site: Path) -> str:
    """The address for which the site was built, as its title page says it; raises WrongSetting if none is there."""
    if not (site / "index.html").is_file():
        raise WrongSetting(f"{site}: no site is there; build one with make site")
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
    """Open the page to print, under the paper's title; raises WrongSetting if the site does not have it."""
    response = page.goto(address, wait_until="networkidle")
    if not response.ok:
        raise WrongSetting(f"{address}: {response.status}; the site has no such page to print")
    title = " · ".join(Side(edition, language).own(edition.paper.title) for language in VIEWS[view])
    page.evaluate("title => { document.title = title }", title)
    page.evaluate(AS_TEXT)
    page.evaluate("document.fonts.ready.then(() => null)")


def print_pdf(page: Page) -> bytes:
    """The page on A4 with an outline of its headings, tagged for assistive technology, pages numbered."""
    margins = {"top": "18mm", "right": "17mm", "bottom": "20mm", "left": "17mm"}
    numbered = {"display_header_footer": True, "header_template": "<i></i>", "footer_template": FOOTER}
    return page.pdf(format="A4", margin=margins, outline=True, tagged=True, **numbered)


def headings(page: Page) -> list[str]:
    """The headings that the page has on paper, in order."""
    return [
        " ".join(one.text_content().split()) for one in page.locator("h1, h2, h3, h4, h5, h6").all() if one.is_visible()
    ]


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page in a browser, as it is on paper; root needs Chromium without its sandbox."""
    system = next(filter(None, map(shutil.which, BROWSERS)), None)
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=sandbox)
        page = browser.new_page(color_scheme="light")
        page.emulate_media(media="print")
        yield page
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
