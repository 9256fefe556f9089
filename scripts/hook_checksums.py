"""Sums up the finished site, last of all."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.manifest import write_manifest


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built; after every other hook of this priority, by its place in mkdocs.yml."""
    if not config.plugins["i18n"].building:
        write_manifest(Path(config.site_dir))
