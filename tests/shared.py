"""What test modules import: the project's root, cases kept as data, and the words that readers see."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent


def cases(name: str):
    """The cases in tests/cases/<name>.yml."""
    return yaml.safe_load((ROOT / f"tests/cases/{name}.yml").read_text(encoding="utf-8"))


def words(language: str):
    """A function that gives a word of the interface in a language, by its key."""
    interface = yaml.safe_load((ROOT / "docs/_data/interface.yml").read_text(encoding="utf-8"))
    return lambda key: interface[key][language]
