"""Writes the service worker of the finished site; not while serving, where a kept page would hide what was saved."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.publish.service_worker import NAME, service_worker


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built, and after the hooks that write pages."""
    if config.plugins["i18n"].building or config.extra["serving"]:
        return
    site = Path(config.site_dir)
    script = service_worker(site, config.extra["service_worker"])
    (site / NAME).write_text(script, encoding="utf-8")
