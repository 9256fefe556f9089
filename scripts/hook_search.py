"""Writes what the search reads beside the finished site: search/index.<language>.json and search/more.<language>.json."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.plugins import event_priority

from edition.search.index import search_index, search_more


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built (the English build runs inside the Chinese one's event)."""
    if config.plugins["i18n"].building:
        return
    folder = Path(config.site_dir) / "search"
    folder.mkdir(exist_ok=True)
    for language in ("zh", "en"):
        for name, part in (("index", search_index), ("more", search_more)):
            text = json.dumps(part(config.extra["edition"], language), ensure_ascii=False, separators=(",", ":"))
            (folder / f"{name}.{language}.json").write_text(text, encoding="utf-8")
