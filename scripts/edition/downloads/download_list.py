"""The list on /about/downloads/: the files that a build has, with their sizes, and no other."""

from __future__ import annotations

from collections.abc import Mapping

from edition.downloads.catalogue import DOWNLOADS, Download


def listed(files: Mapping[str, bytes]) -> list[tuple[Download, str]]:
    """The downloads that are among the files of a build (bytes by path), each with its size in words."""
    return [(download, size(len(files[download.path]))) for download in DOWNLOADS if download.path in files]


def size(bytes: int) -> str:
    """A size as readers know it: 840 B, 52 KB, 1.3 MB (of 1000)."""
    if bytes < 1000:
        return f"{bytes} B"
    return f"{bytes / 1000:.0f} KB" if bytes < 1_000_000 else f"{bytes / 1_000_000:.1f} MB"
