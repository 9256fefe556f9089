"""Writes the files that readers take away into the finished site, and lists them on their page.

Those that a browser prints come after the build: scripts/build_downloads.py.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.utils import get_build_timestamp

from edition.downloads.catalogue import DOWNLOADS, PDFS, light_files
from edition.downloads.download_list import fill


def on_config(config):
    """The head of pages finds the formats of the paper that every build has as `config.extra.downloads`."""
    config.extra["downloads"] = [file for file in DOWNLOADS if file.text and file not in PDFS]
    return config


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built; after paper.json and the tables, which are listed too."""
    if config.plugins["i18n"].building:
        return
    edition, site = config.extra["edition"], Path(config.site_dir)
    modified = datetime.datetime.fromtimestamp(get_build_timestamp(), datetime.timezone.utc)
    for path, content in light_files(edition, config.extra["site"].url, modified):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_bytes(content)
    fill(site, edition)
