"""Records in each English section that it renders the Chinese as it now stands. Run it after revising a translation.

python scripts/mark_current.py [docs/en/paper/2-2-japan.md …]     without a file: all sections
"""

from __future__ import annotations

import sys
from pathlib import Path

from edition.corpus import FRONT_MATTER, digest

ROOT = Path(__file__).parent.parent


def mark(translation: Path) -> None:
    """Write the digest of the Chinese counterpart into the front matter of one English section."""
    original = ROOT / "docs/zh/paper" / translation.name
    body = FRONT_MATTER.sub("", translation.read_text(encoding="utf-8"), count=1)
    state = digest(original.read_text(encoding="utf-8"))
    translation.write_text(f"---\nrenders: {state}\n---\n{body}", encoding="utf-8")


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else (ROOT / "docs/en/paper").glob("[0-9]*.md"):
        mark(path.resolve())
