"""Says whether the pages are served while they are written, for what only a published site should have."""

from __future__ import annotations

_command = []  # MkDocs tells it once, before there is a configuration


def on_startup(command, dirty):
    """Take what is run: build, serve or gh-deploy."""
    _command[:] = [command]


def on_config(config):
    """Other hooks find it as `config.extra.serving`."""
    config.extra["serving"] = _command == ["serve"]
