"""Writes the licences into the finished site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.publish.licences import LICENCES, licence_texts


def on_config(config):
    """A licence that is not there stops the build before anything is built."""
    config.extra["licences"] = licence_texts(config.extra["edition"])


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built."""
    if not config.plugins["i18n"].building:
        (Path(config.site_dir) / LICENCES).write_text(config.extra["licences"], encoding="utf-8", newline="\n")
