"""Sends the pages' style and scripts joined, and nothing of the theme's."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.assets import bundle, folder
from edition.offline import NAME

KEPT = "assets/images/"  # the theme's icon


def on_config(config):
    """Templates find the assets' folder as `config.extra.assets`."""
    source = Path(config.docs_dir) / "assets"
    if not source.is_dir():  # the English build has docs/en as its own
        return config
    joined = {"page.css": config.extra["page_styles"], "page.js": config.extra["page_scripts"]}
    texts = bundle(source, joined)
    config.extra["service_worker"] = texts.pop(NAME)  # stands at the root, which is its reach
    config.extra["asset_texts"] = texts
    config.extra["assets"] = folder(texts)
    return config


@event_priority(-200)
def on_files(files, config):
    """Neither our single files nor the theme's are copied."""
    for file in [file for file in files if file.src_uri.startswith("assets/") and not file.src_uri.startswith(KEPT)]:
        files.remove(file)
    return files


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built."""
    if config.plugins["i18n"].building:
        return
    for name, text in config.extra["asset_texts"].items():
        path = Path(config.site_dir) / config.extra["assets"] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
