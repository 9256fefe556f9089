"""Says whether the pages are served while they are written, for what only a published site should have; and has MkDocs
say no more than what is wrong."""

from __future__ import annotations

import logging

_command = []  # MkDocs tells it once, before there is a configuration


def on_startup(command, dirty):
    """Take what is run: build, serve or gh-deploy. MkDocs is as silent as with --quiet, which switches --strict off:
    it counts the warnings that it logs, and logs none then. --verbose stays what it is."""
    _command[:] = [command]
    log = logging.getLogger("mkdocs")
    if log.level != logging.DEBUG:
        log.setLevel(logging.WARNING)


def on_config(config):
    """Other hooks find it as `config.extra.serving`."""
    config.extra["serving"] = _command == ["serve"]
