"""The list on /about/downloads/: the files that are in the finished site, with their sizes, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from edition.corpus.edition import Edition
from edition.downloads.catalogue import DOWNLOADS
from edition.pages.render import Renderer

PAGES = {"zh": "about/downloads/", "en": "en/about/downloads/"}
LIST = re.compile(r'(<section id="?downloads"?[^>]*>).*?(</section>)', re.DOTALL)


def fill(site: Path, edition: Edition) -> None:
    """Write the list into both languages' page in the folder of the site; may be done again when files were added."""
    there = [
        (download, size((site / download.path).stat().st_size))
        for download in DOWNLOADS
        if (site / download.path).exists()
    ]
    for language, page in PAGES.items():
        root = "../" * page.count("/")
        across = root + next(other for key, other in PAGES.items() if key != language)
        rows = Renderer(edition, language, lambda path: root + path, across).page("downloads", files=there)
        path = site / page / "index.html"
        text, count = LIST.subn(lambda match: match[1] + rows + match[2], path.read_text(encoding="utf-8"))
        if count != 1:
            raise ValueError(
                f'{path}: {count} places for the list; the page has one <section id="downloads"></section>'
            )
        path.write_text(text, encoding="utf-8")


def size(bytes: int) -> str:
    """A size as readers know it: 840 B, 52 KB, 1.3 MB (of 1000)."""
    if bytes < 1000:
        return f"{bytes} B"
    return f"{bytes / 1000:.0f} KB" if bytes < 1_000_000 else f"{bytes / 1_000_000:.1f} MB"
