"""Joins and shrinks the style sheets and scripts that pages load, beside their icon, in a folder named by what is in it.

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
AS_IT_IS = {".png"}


def bundle(source: Path, joined: dict[str, Iterable[str]]) -> dict[str, bytes]:
    """The content of every asset in `source` by its name there, shrunk; those that `joined` lists under a name, as that one.

    Raises FileNotFoundError for a listed file that is not there.
    """
    contents = {name: b"\n".join(_content(source / part) for part in parts) for name, parts in joined.items()}
    inside = {part for parts in joined.values() for part in parts}
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        if path.suffix in SHRINK.keys() | AS_IT_IS and name not in inside:
            contents[name] = _content(path)
    return contents


def folder(contents: dict[str, bytes]) -> str:
    """The address of the folder of these assets, from their names and contents: assets/1a2b3c4d/."""
    digest = hashlib.sha256(b"\0".join(b"%s\0%s" % (name.encode(), text) for name, text in sorted(contents.items())))
    return f"assets/{digest.hexdigest()[:8]}/"


def _content(path: Path) -> bytes:
    """A file without comments and needless space; a picture or a vendor's file as it is."""
    if path.suffix in AS_IT_IS or path.parent.name == "vendor":
        return path.read_bytes()
    return SHRINK[path.suffix](path.read_text(encoding="utf-8")).encode()
