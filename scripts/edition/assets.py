"""Joins and shrinks the style sheets and scripts that pages load, under a folder named by what is in it.

One request brings the style of every page and one its scripts. The folder's name changes with any byte inside, so that
a browser may keep it for ever (RFC 8246, `immutable`), and scripts that load one another by relative address stay together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import rcssmin
import rjsmin

SHRINK = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def bundle(source: Path, joined: dict[str, Iterable[str]]) -> dict[str, str]:
    """The text of every asset in `source` by its name there, shrunk; those that `joined` lists under a name, as that one.

    Raises FileNotFoundError for a listed file that is not there.
    """
    texts = {name: "\n".join(_shrunk(source / part) for part in parts) for name, parts in joined.items()}
    inside = {part for parts in joined.values() for part in parts}
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.suffix in SHRINK and name not in inside:
            texts[name] = _shrunk(path)
    return texts


def folder(texts: dict[str, str]) -> str:
    """The address of the folder of these assets, from their names and texts: assets/1a2b3c4d/."""
    digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in sorted(texts.items())).encode())
    return f"assets/{digest.hexdigest()[:8]}/"


def _shrunk(path: Path) -> str:
    """The text of a file without comments and needless space; a vendor's file as it is."""
    text = path.read_text(encoding="utf-8")
    return text if path.parent.name == "vendor" else SHRINK[path.suffix](text)
