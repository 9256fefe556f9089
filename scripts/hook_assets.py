"""Sends the pages' style and scripts joined, and nothing of the theme's."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.publish.assets import bundle, finder
from edition.publish.service_worker import NAME


def on_config(config):
    """Templates find the address of an asset as `config.extra.asset(name)`; the English build has it from the Chinese."""
    if "asset" in config.extra:
        return config
    joined = {"page.css": config.extra["page_styles"], "page.js": config.extra["page_scripts"]}
    contents = bundle(Path(config.config_file_path).parent, joined)
    config.extra["service_worker"] = contents.pop(NAME).decode()  # stands at the root, which is its reach
    config.extra["asset_contents"] = contents
    config.extra["asset"] = finder(contents)
    return config


@event_priority(-200)
def on_files(files, config):
    """Neither our single files nor the theme's are copied."""
    for file in [file for file in files if file.src_uri.startswith("assets/")]:
        files.remove(file)
    return files


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built."""
    if config.plugins["i18n"].building:
        return
    for name, content in config.extra["asset_contents"].items():
        path = Path(config.site_dir) / config.extra["asset"](name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
