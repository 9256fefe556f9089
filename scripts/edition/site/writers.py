"""What is written beside the pages: one ordered list of writers, each `(build, site) -> files` as pairs of a path in
the site and its bytes. The folder `site` has the pages and what the writers before have written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from edition.citing.files import files as citation_files
from edition.model.site_address import LANGUAGES
from edition.pages.head import CARD, robots
from edition.pages.social_card import card_png
from edition.publish.headers import headers_file
from edition.publish.licences import LICENCES
from edition.publish.service_worker import NAME, service_worker
from edition.search.index import search_index, search_more
from edition.site.build import Build

Files = Iterable[tuple[str, bytes]]


def assets(build: Build, site: Path) -> Files:
    """Styles, scripts and the icon; but the service worker, which stands at the root, as far as it reaches."""
    return [(build.asset(name), content) for name, content in build.assets.items() if name != NAME]


def downloads(build: Build, site: Path) -> Files:
    """The downloads, with paper.json and the tables."""
    return build.downloads.items()


def citations(build: Build, site: Path) -> Files:
    """The files of citations for reference managers."""
    return [(path, text.encode()) for path, text in citation_files(build.citables)]


def search(build: Build, site: Path) -> Iterator[tuple[str, bytes]]:
    """search/index.<language>.json and search/more.<language>.json."""
    for language in LANGUAGES:
        for name, part in (("index", search_index), ("more", search_more)):
            text = json.dumps(part(build.edition, language), ensure_ascii=False, separators=(",", ":"))
            yield f"search/{name}.{language}.json", text.encode()


def of_the_site(build: Build, site: Path) -> Files:
    """The social card, robots.txt and the texts of the licences."""
    return [
        (CARD, card_png(build.edition)),
        ("robots.txt", robots(build.site).encode()),
        (LICENCES, build.licences.encode()),
    ]


def offline(build: Build, site: Path) -> Files:
    """The service worker, of all pages, assets and indexes; not while serving, where a kept page would hide what was
    saved."""
    return [] if build.serving else [(NAME, service_worker(site, build.assets[NAME].decode()).encode())]


def headers(build: Build, site: Path) -> Files:
    """`_headers`, which names every file that any program may read."""
    return [("_headers", headers_file(build.edition.root, site).encode())]


WRITERS: tuple[Callable[[Build, Path], Files], ...] = (
    assets,
    downloads,
    citations,
    search,
    of_the_site,
    offline,
    headers,
)


def write_all(build: Build, site: Path) -> None:
    """Write the files of every writer into the finished pages at `site`."""
    for writer in WRITERS:
        for path, content in writer(build, site):
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
