"""What a reader's browser keeps for reading offline: every page in both languages, with style, scripts and search."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

KEPT = ("**/*.html", "assets/*/**/*", "search/*.json", "tables/terms.json", "tables/names.json")
NAME = "service-worker.js"


def service_worker(site: Path, source: str) -> str:
    """The script that keeps them: `source` with the files of the finished site and a version named by their content.

    A browser takes a script that differs by a byte for a newer one (Service Workers, 8.3 Update), so a changed page is
    news and an unchanged site is none.
    """
    paths = sorted({path for pattern in KEPT for path in site.glob(pattern) if path.is_file()})
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    digest = hashlib.sha256(source.encode())
    for name, content in files.items():
        digest.update(b"%s\0%d\0%s" % (name.encode(), len(content), content))
    edition = {"version": digest.hexdigest()[:16], "files": [name.removesuffix("index.html") for name in files]}
    return f"const EDITION = {json.dumps(edition)};\n{source}"
