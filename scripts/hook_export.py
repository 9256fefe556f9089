"""Writes paper.json and the tables as files into the finished site."""

from __future__ import annotations

import json
from pathlib import Path

from mkdocs.plugins import event_priority

from build_tables import write
from edition.downloads.paper_json import paper_json
from edition.tables.rows import TABLES, rows


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built (the English build runs inside the Chinese one's event)."""
    if config.plugins["i18n"].building:
        return
    edition = config.extra["edition"]
    data = paper_json(edition, config.extra["site"].url)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (Path(config.site_dir) / "paper.json").write_text(text + "\n", encoding="utf-8")
    for name in TABLES:
        write(Path(config.site_dir) / "tables", name, rows(edition, name))
