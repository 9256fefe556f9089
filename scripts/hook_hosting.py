"""Gives every page the policy that hosts without headers of ours would lack, and the finished site its `_headers`."""

from __future__ import annotations

from pathlib import Path

from mkdocs.plugins import event_priority

from edition.publish.headers import load_hosting, write_headers_file


def on_config(config):
    """Templates find the policy as `config.extra.hosting`; none while serving, as `serve` writes an inline script into
    every page to reload it."""
    config.extra["hosting"] = None if config.extra["serving"] else load_hosting(_root(config))
    return config


@event_priority(-200)
def on_post_build(config):
    """Once, when the last language is built, and after the hooks that write files."""
    if config.plugins["i18n"].building:
        return
    write_headers_file(_root(config), Path(config.site_dir))


def _root(config):
    return Path(config.config_file_path).parent
