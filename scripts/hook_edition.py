"""Loads the edition before anything is built, and stops the build if a single rule is broken."""

from __future__ import annotations

from pathlib import Path

from mkdocs.exceptions import Abort

from check import checked
from edition.faults import Refused


def on_config(config):
    """Every hook and template finds the edition as `config.extra.edition`; the English build has it from the Chinese."""
    if "edition" not in config.extra:
        config.extra["edition"] = checked(Path(config.config_file_path).parent)
    return config


def on_build_error(error):
    """What a reader of the message can mend is said without a traceback, wherever in the build it is found."""
    if isinstance(error, Refused):
        raise Abort(f"{error}\nThe site was not built.")
