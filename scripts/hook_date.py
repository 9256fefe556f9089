"""Dates the build by its commit, before anything is dated: the site generator and the EPUBs read SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
from pathlib import Path

from edition.publish.build_date import SOURCE_DATE_EPOCH, build_epoch


def on_config(config):
    """SOURCE_DATE_EPOCH is set from here on, for this process alone."""
    os.environ[SOURCE_DATE_EPOCH] = str(build_epoch(Path(config.config_file_path).parent))
