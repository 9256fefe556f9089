"""Two other engines over the pages of the built site, for the search benchmark: the theme's own search, and Pagefind.

Both are fetched into a temporary folder. They are given the sections, the title page, the references and about, each
in its own language only; the tables, the whole paper on one page and the search page, which no query asks for and
which would only stand before what is right, are kept from them.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from bench.programs import run

# Not the text of a page: the other language, marginal numbers, controls, signs of notes.
AROUND = ".counterpart, .margin, .passage, .start, .cite, nav, script, template, form, button, sup, link"
BLOCKS = ["h2", "h3", "h4", "p", "li", "dt", "dd", "td"]
LEFT_OUT = ("/tables/", "/paper/full/", "/search/", "/about/downloads/")
WARM = {"zh": "气候", "en": "climate"}
THEME_TYPE = """async (query) => {
  const field = document.querySelector(".md-search__input"), box = document.querySelector(".md-search-result");
  const changed = new Promise((done) => {
    const observer = new MutationObserver(() => { observer.disconnect(); done(); });
    observer.observe(box, { childList: true, subtree: true });
  });
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  await changed;
  return performance.now() - start;
}"""
THEME_SHOWN = """() => [...document.querySelectorAll(".md-search-result__item")].map(
  (item) => item.querySelector("a.md-search-result__link").href)"""
THEME_MARKS = """() => {
  const marks = [...document.querySelectorAll("mark[data-md-highlight]")];
  const seen = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
  return { marks: marks.map((mark) => mark.textContent), text: document.querySelector("article").innerText,
           seen: marks.some((mark) => seen(mark.getBoundingClientRect())) };
}"""
THEME_FIRST = """(query) => {
  const field = document.querySelector(".md-search__input"), toggle = document.querySelector("#__search");
  if (!field) return false;
  if (!toggle.checked) toggle.click();
  field.value = query;
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  return document.querySelector(".md-search-result__item")?.getClientRects().length > 0;
}"""
PAGEFIND_LOAD = """async () => {
  window.engine = await import("/pagefind/pagefind.js");
  await window.engine.init();
}"""
PAGEFIND_ASK = """async (query) => {
  const start = performance.now();
  const { results } = await window.engine.search(query);
  window.found = (await Promise.all(results.slice(0, 10).map((result) => result.data()))).map(({ url }) => url);
  return performance.now() - start;
}"""
PAGEFIND_FIRST = """(query) => {
  window.asked ||= (async () => {
    const engine = await import("/pagefind/pagefind.js");
    const { results } = await engine.search(query);
    window.first = await results[0].data();
  })();
  return Boolean(window.first);
}"""


def pages(site: Path) -> dict[str, BeautifulSoup]:
    """The pages of the built site by address, their articles left with text of one language alone."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        address = "/" + file.parent.relative_to(site).as_posix().strip(".") + "/"
        address = address.replace("//", "/")
        if address.removeprefix("/en").startswith(LEFT_OUT):
            continue
        soup = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        for part in soup.article.select(AROUND):
            part.decompose()
        found[address] = soup
    return found


class Theme:
    """The theme's own search on a site of its own templates: both languages, segmented Chinese, no stemming."""

    name = "theme, tuned"
    first = THEME_FIRST
    marks = THEME_MARKS

    def __init__(self, site: Path, folder: Path, edition):
        extra = folder / "python"
        run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", extra, "jieba"])
        self._write(site, folder, edition)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder / "site"]
        run(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(extra), "NO_MKDOCS_2_WARNING": "1"})
        self.site = folder / "site"

    @staticmethod
    def _write(site: Path, folder: Path, edition) -> None:
        for address, soup in pages(site).items():
            language, path = ("en", address[4:]) if address.startswith("/en/") else ("zh", address[1:])
            file = folder / "docs" / language / (path.strip("/") + ".md" if path.strip("/") else "index.md")
            if path.strip("/") == "about":
                file = folder / "docs" / language / "about/index.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(as_source(soup), encoding="utf-8")
        words = folder / "words.txt"
        known = {form for entry in [*edition.terms, *edition.names] for form in entry.zh}
        words.write_text("".join(f"{word} 1000\n" for word in sorted(known)), encoding="utf-8")
        i18n = {
            "docs_structure": "folder",
            "fallback_to_default": True,
            "reconfigure_material": False,
            "languages": [
                {"locale": "zh", "name": "中文", "default": True, "build": True, "theme": {"language": "zh"}},
                {"locale": "en", "name": "English", "build": True, "theme": {"language": "en"}},
            ],
        }
        search = {
            "lang": ["en", "zh"],
            "pipeline": [],
            "separator": r"[\s\u200b\u3000\-、。，．？！；]+",
            "jieba_dict_user": str(words),
        }
        config = {
            "site_name": "The theme's search",
            "theme": {"name": "material", "language": "zh", "font": False, "features": ["search.highlight"]},
            "plugins": [{"search": search}, {"i18n": i18n}],
        }
        (folder / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")

    def open(self, page, base: str, home: str, language: str) -> None:
        """A page whose search is open and warm."""
        page.goto(base + home)
        page.locator("label[for=__search]").first.dispatch_event("click")
        page.wait_for_function("!document.querySelector('.md-search-result__meta').textContent.includes('nitializ')")
        page.evaluate(THEME_TYPE, WARM[language])
        page.wait_for_selector(".md-search-result__item", state="attached")

    def ask(self, page, query: str) -> float:
        """Milliseconds to the answer."""
        elapsed = page.evaluate(THEME_TYPE, query)
        page.wait_for_timeout(60)  # the list is filled after the number is said
        return elapsed

    def links(self, page) -> list[str]:
        """The results."""
        return page.evaluate(THEME_SHOWN)

    def follow(self, page, link: str) -> dict:
        """What is marked on the page behind a result."""
        page.goto(link)
        try:
            page.wait_for_selector("mark[data-md-highlight]", state="attached", timeout=3000)
        except Exception:  # nothing is marked: that is what is measured
            pass
        page.wait_for_timeout(50)
        return page.evaluate(THEME_MARKS)


def as_source(soup: BeautifulSoup) -> str:
    """The text of a page as a source of MkDocs: a title, headings, paragraphs."""
    article = soup.article
    title = article.h1.extract().get_text(" ", strip=True) if article.h1 else soup.title.get_text(strip=True)
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "", f"# {title}", ""]
    for block in article.find_all(BLOCKS):
        if block.find(BLOCKS):
            continue
        identity = f' id="{html.escape(block["id"])}"' if block.name[0] == "h" and block.get("id") else ""
        name = block.name if block.name[0] == "h" else "p"
        lines += [f"<{name}{identity}>{html.escape(' '.join(block.get_text().split()))}</{name}>", ""]
    return "\n".join(lines)


class Pagefind:
    """Pagefind over our own pages, asked by its programming interface: it has no dialog here, and marks nothing."""

    name = "Pagefind"
    first = PAGEFIND_FIRST
    marks = None

    def __init__(self, site: Path, folder: Path, edition):
        folder.mkdir(parents=True, exist_ok=True)
        run(["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", folder, "pagefind@1.6.0"])
        self.site = folder / "site"
        shutil.copytree(site, self.site)
        for address, soup in pages(self.site).items():
            soup.article["data-pagefind-body"] = ""
            (self.site / address.strip("/") / "index.html").write_text(str(soup), encoding="utf-8")
        run([folder / "node_modules/.bin/pagefind", "--site", self.site])

    def open(self, page, base: str, home: str, language: str) -> None:
        """A page that has the engine, warm."""
        if page.url != base + home:
            page.goto(base + home)
            page.evaluate(PAGEFIND_LOAD)
            page.evaluate(PAGEFIND_ASK, WARM[language])

    def ask(self, page, query: str) -> float:
        """Milliseconds to the answer, with what is shown of ten pages."""
        return page.evaluate(PAGEFIND_ASK, query)

    def links(self, page) -> list[str]:
        """The results."""
        return page.evaluate("() => window.found.map((url) => new URL(url, location.href).href)")


PEERS = [Theme, Pagefind]
