"""What test modules import: the project's root, and cases kept as data."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def cases(name: str):
    """The cases in tests/cases/<name>.yml."""
    return yaml.safe_load((ROOT / f"tests/cases/{name}.yml").read_text(encoding="utf-8"))
