"""Programs that the benchmark calls, and what it says where one is not there."""

from __future__ import annotations

import subprocess
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
