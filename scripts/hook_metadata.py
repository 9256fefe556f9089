"""Gives each page what it says of itself to programs, and the site its robots.txt and card picture."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.pages.head import CARD, metadata, robots
from edition.pages.page import Page
from edition.pages.social_card import card_png


def on_page_context(context, page, config, nav):
    """The template finds `metadata`."""
    language, _, file = page.file.src_uri.partition("/")
    path = (
        page.file.url.removeprefix("./").removeprefix("en/") if language == "en" else page.file.url.removeprefix("./")
    )
    context["metadata"] = metadata(
        config.extra["edition"], config.extra["site"], Page(file, language, path, page.title, page.content)
    )
    return context


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built."""
    if not config.plugins["i18n"].building:
        site = Path(config.site_dir)
        (site / CARD).write_bytes(card_png(config.extra["edition"]))
        (site / "robots.txt").write_text(robots(config.extra["site"]), encoding="utf-8")
