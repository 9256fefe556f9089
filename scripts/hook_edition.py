"""Loads the edition before anything is built, and stops the build if a single rule is broken."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import Abort

from check import checked
from edition.faults import BrokenEdition


def on_config(config):
    """Every hook and template finds the edition as `config.extra.edition`; the English build has it from the Chinese."""
    if "edition" in config.extra:
        return config
    try:
        edition = checked(Path(config.config_file_path).parent)
    except BrokenEdition as broken:
        raise Abort(f"The edition has {len(broken.faults)} fault(s); nothing was built.\n{broken}") from None
    config.extra["edition"] = edition
    return config
