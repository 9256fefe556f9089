"""Joins and shrinks the style sheets and scripts that pages load, beside their icon, in a folder named by what is in it.

One request brings the style of every page and one its scripts. The folder's name changes with any byte inside, so that
a browser may keep it for ever (RFC 8246, `immutable`), and scripts that load one another by relative address stay together.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import lightningcss
import rjsmin

from edition.faults import BrokenEdition, Fault, read_text, stop_if_any
from edition.publish.theme_sheet import theme_sheet

FOLDER = "docs/assets"
FLOOR = ".browserslistrc"
PAGE_STYLE, PAGE_SCRIPT = "page.css", "page.js"
SENT_SHRUNK = {".css", ".js"}
AS_IT_IS = {".png"}
NOT_SENT = {".txt"}  # notes for those who change the others
# How one asks for another beside it: from "./search-fold.js", new URL("search-worker.js", …), url(mark.png).
ASKED = re.compile(r"""["'(](?:\./)?([\w-]+\.(?:js|css|png))["')]""")


def bundle(root: Path, styles: Iterable[str], scripts: Iterable[str]) -> dict[str, bytes]:
    """The content of every asset of the project at `root` by its name, shrunk: the `styles` that every page loads as
    page.css, below what our pages use of the theme's, its `scripts` as page.js, all others by themselves. The folders of
    the assets are for those who change them: all are sent side by side. Raises BrokenEdition for a listed file that is not
    there, for one of a kind that is not sent, for two of one name, and for one that asks for a file that is not sent by
    itself."""
    joined = {PAGE_STYLE: list(styles), PAGE_SCRIPT: list(scripts)}
    inside = {part for parts in joined.values() for part in parts}
    alone = set(_names(root / FOLDER)) - inside
    stop_if_any([*_unknown_kinds(inside | alone), *_same_names(alone)])
    floor = browsers(root)
    contents = {name: b"\n".join(_content(root, part, floor) for part in parts) for name, parts in joined.items()}
    contents |= {Path(name).name: _content(root, name, floor) for name in sorted(alone)}
    contents[PAGE_STYLE] = theme_sheet(root, _all_styles(contents), floor).encode() + contents[PAGE_STYLE]
    stop_if_any(_asked_in_vain(root, inside | alone, contents))
    return contents


def _all_styles(contents: dict[str, bytes]) -> str:
    """Our own style sheets, as one text."""
    return "".join(content.decode() for name, content in contents.items() if name.endswith(".css"))


def browsers(root: Path) -> list[str]:
    """The oldest browsers that read the edition, as queries of browserslist (`chrome >= 88`), from the project at `root`."""
    lines = read_text(root, FLOOR).splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _names(folder: Path) -> Iterator[str]:
    """The files of a folder, but hidden ones and those that are not sent."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in NOT_SENT and not path.name.startswith("."):
            yield path.relative_to(folder).as_posix()


def _unknown_kinds(names: Iterable[str]) -> Iterator[Fault]:
    known = SENT_SHRUNK | AS_IT_IS
    for name in names:
        if Path(name).suffix not in known:
            message = f"no kind that is sent; {', '.join(sorted(known))} are (scripts/edition/publish/assets.py)"
            yield Fault(f"{FOLDER}/{name}", 1, message)


def _same_names(names: Iterable[str]) -> Iterator[Fault]:
    seen = {PAGE_STYLE: PAGE_STYLE, PAGE_SCRIPT: PAGE_SCRIPT}
    for name in sorted(names):
        if other := seen.get(Path(name).name):
            yield Fault(
                f"{FOLDER}/{name}", 1, f"has the name of {other}; all are sent side by side, so each needs its own"
            )
        seen[Path(name).name] = name


def _asked_in_vain(root: Path, names: Iterable[str], sent: Iterable[str]) -> Iterator[Fault]:
    """Where a file of ours asks for one that is not sent, or not by itself."""
    ours = [name for name in names if Path(name).suffix in SENT_SHRUNK and not _is_vendors(Path(name))]
    for path in (f"{FOLDER}/{name}" for name in ours):
        text = read_text(root, path)
        for asked in ASKED.finditer(text):
            if asked[1] not in sent:
                line = text.count("\n", 0, asked.start()) + 1
                yield Fault(path, line, f"{asked[1]} is not sent by itself; ask for a file of {FOLDER} that is")


def finder(contents: dict[str, bytes]) -> Callable[[str], str]:
    """A function that gives the address of an asset by its name; it raises BrokenEdition for one that is not there."""
    here = folder(contents)

    def find(name: str) -> str:
        if name not in contents:
            raise BrokenEdition([Fault(f"{FOLDER}/{name}", 1, "the file is missing; a page loads it")])
        return here + name

    return find


def folder(contents: dict[str, bytes]) -> str:
    """The address of the folder of these assets, from their names and contents: assets/1a2b3c4d/."""
    digest = hashlib.sha256(b"\0".join(b"%s\0%s" % (name.encode(), text) for name, text in sorted(contents.items())))
    return f"assets/{digest.hexdigest()[:8]}/"


def _is_vendors(path: Path) -> bool:
    """Whether a file is another's, sent as it came."""
    return path.parent.name == "vendor"


def _content(root: Path, name: str, floor: list[str]) -> bytes:
    """A file without comments and needless space, its style lowered to what the oldest browsers know; a picture or a
    vendor's file as it is."""
    path = root / FOLDER / name
    if path.suffix in AS_IT_IS or _is_vendors(path):
        return path.read_bytes()
    text = read_text(root, f"{FOLDER}/{name}")
    return (_style(name, text, floor) if path.suffix == ".css" else rjsmin.jsmin(text)).encode()


def _style(name: str, text: str, floor: list[str]) -> str:
    """A style sheet for the oldest browsers. Raises BrokenEdition where it is no CSS."""
    try:
        return lightningcss.process_stylesheet(text, filename=name, browsers_list=floor)
    except ValueError as error:
        what, _, line = str(error).partition(f" at {name}:")
        fault = Fault(f"{FOLDER}/{name}", int(line.split(":")[0]) + 1 if line else 1, f"{what}; mend the style sheet")
        raise BrokenEdition([fault]) from None
