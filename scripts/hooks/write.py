"""After the pages of both languages: writes what is not a page, once."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.site.writers import write_all


@event_priority(-200)  # after mkdocs-static-i18n, which works at -100
def on_post_build(config):
    """Write when the Chinese build ends: the English one runs inside this event, so its end comes earlier."""
    if not config.plugins["i18n"].building:
        write_all(config.extra["build"], Path(config.site_dir))
