"""Programs that the benchmark calls, and what it says where one is not there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


class Missing(Exception):
    """A program cannot be had here; the message says why."""


def run(command: list, **options) -> str:
    """What a command prints; what it complains of, if it fails, is why it is missing: raises Missing."""
    try:
        done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options)
        return done.stdout
    except FileNotFoundError:
        raise Missing(f"no {command[0]}") from None
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout).strip().splitlines() or ["no message"]
        why = next((line for line in said if "error" in line.lower()), said[-1])
        raise Missing(f"{Path(str(command[0])).name}: {why}") from None


def build(project: Path, site: Path) -> None:
    """Build a project strictly into the folder `site`; raises Missing with what was said if it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site]
    run(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
