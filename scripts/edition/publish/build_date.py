"""Which version the site is, and when it was made: at the time of the commit, so that one commit gives the same bytes whenever it is built."""

from __future__ import annotations

import os
import re
import subprocess
import time
from pathlib import Path

from edition.faults import BrokenEdition, Fault, WrongSetting, read_text

PROJECT = "pyproject.toml"
SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH"  # reproducible-builds.org/specs/source-date-epoch


def build_epoch(root: Path) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH if it is set, else the last commit of the project at `root`, else now (a
    copy without git). Raises WrongSetting if the variable is no number."""
    stated = os.environ.get(SOURCE_DATE_EPOCH, "")
    if not re.fullmatch(r"\d{0,10}", stated, re.ASCII):
        right = "it should be seconds since 1970, e.g. 1700000000"
        raise WrongSetting(f"{SOURCE_DATE_EPOCH}: “{stated}” is no time; {right}")
    return int(stated or _commit_epoch(root) or time.time())


def version(root: Path) -> str:
    """The version of the project at `root`, e.g. "1.0.0". Raises BrokenEdition where pyproject.toml names none."""
    found = re.search(r'^version = "([^"]+)"$', read_text(root, PROJECT), re.MULTILINE)
    if not found:
        raise BrokenEdition([Fault(PROJECT, 1, 'no version; a line version = "1.0.0" names it')])
    return found[1]


def _commit_epoch(root: Path) -> str:
    """The time of the last commit as git prints it; empty without git."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""
