"""The checksums of a finished site, in the format that `sha256sum --check` reads (GNU coreutils)."""

from __future__ import annotations

import hashlib
from pathlib import Path

MANIFEST = "SHA256SUMS"


def write_manifest(site: Path) -> None:
    """Write the checksums of all files in the folder; may be done again when files were added."""
    (site / MANIFEST).write_text(manifest(site), encoding="utf-8", newline="\n")


def manifest(site: Path) -> str:
    """A line for every file in the folder but the manifest itself, by path: digest, two spaces, path."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return "".join(f"{_digest(site / path)}  {path}\n" for path in sorted(paths) if path != MANIFEST)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
