"""Builds of grown editions: time, memory and size, of this edition and of the theme's plain site from the same text."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PAGE = "paper/1-2-mitigation/index.html"


@dataclass(frozen=True)
class Build:
    """A finished build: `seconds` by the clock, `cpu` seconds of processor, `memory` at its peak, sizes in bytes."""

    seconds: float
    cpu: float
    memory: int
    page: int
    site: int
    files: int


def build(project: Path, site: Path) -> Build:
    """Build a project strictly into the folder `site`; raises RuntimeError with what was said if it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    said = site.with_suffix(".log")
    with said.open("w", encoding="utf-8") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env=environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{project} is not built: {said.read_text(encoding='utf-8')}")
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    page = (site / PAGE).stat().st_size
    return Build(seconds, usage.ru_utime + usage.ru_stime, memory, page, sum(files), len(files))


def environment() -> dict[str, str]:
    """That of this process, without the theme's advertisement."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
