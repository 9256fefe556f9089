"""Packs the text files of a finished site: beside each a .br (RFC 7932) and a .gz (RFC 1952) that servers may send.

Same content, same bytes: no time and no name of a file is inside.
"""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

TEXT = {f".{kind}" for kind in "html css js json xml txt csv tmx bib ris".split()}
SMALL = 256  # bytes; below, the headers weigh more than what is saved


def pack(site: Path) -> None:
    """Write the packed forms of every text file in the folder of the site, anew; each at its smallest."""
    with ThreadPoolExecutor() as workers:  # both packers let other threads run
        list(workers.map(_pack, [path for path in sorted(site.rglob("*")) if path.suffix in TEXT]))


def _pack(path: Path) -> None:
    content = path.read_bytes()
    if len(content) < SMALL:
        return
    path.with_name(path.name + ".br").write_bytes(brotli.compress(content))
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, mtime=0))
