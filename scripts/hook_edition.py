"""Loads the edition before anything is built, and stops the build if a single rule is broken."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import Abort

from edition import rules
from edition.edition import load_edition
from edition.faults import BrokenEdition, stop_if_any


def on_config(config):
    """Every hook and template finds the edition as `config.extra.edition`; the English build has it from the Chinese."""
    if "edition" in config.extra:
        return config
    try:
        edition = load_edition(Path(config.config_file_path).parent)
        stop_if_any(rules.faults(edition))
    except BrokenEdition as broken:
        raise Abort(f"The edition has {len(broken.faults)} fault(s); nothing was built.\n{broken}") from None
    config.extra["edition"] = edition
    return config
