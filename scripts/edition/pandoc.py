"""Calls pandoc, which comes with the package pypandoc_binary."""

from __future__ import annotations

import datetime
import os
import subprocess
from pathlib import Path

import pypandoc


def pandoc(
    *options: str, source: bytes = b"", folder: Path | None = None, made: datetime.datetime | None = None
) -> bytes:
    """What pandoc prints for a source. Files are named to it without their folder, which is where it runs: under
    LC_ALL=C it reads no path that has Chinese characters. `made` is what it takes for now (SOURCE_DATE_EPOCH,
    reproducible-builds.org).
    """
    environment = os.environ | ({"SOURCE_DATE_EPOCH": str(int(made.timestamp()))} if made else {})
    command = [pypandoc.get_pandoc_path(), *options]
    return subprocess.run(command, input=source, capture_output=True, check=True, cwd=folder, env=environment).stdout
