"""Records in each English section that it renders the Chinese as it now stands. Run it after revising a translation.

python scripts/mark_current.py [docs/en/paper/<section>.md …]     without a file: all sections
"""

from __future__ import annotations

import sys
from pathlib import Path

from edition.corpus.section_file import digest, marked
from edition.faults import WrongSetting, exit_status, read_text

ROOT = Path(__file__).parent.parent


def main(files: list[str], root: Path = ROOT) -> int:
    """The exit status: 0, or 1 if a file is no English section or has no original; then nothing is written."""
    return exit_status(lambda: mark(root, files))


def mark(root: Path, files: list[str]) -> None:
    """Write the digest of its Chinese counterpart into the front matter of each English section."""
    sections = sorted((root.resolve() / "docs/en/paper").glob("[0-9]*.md"))
    for file in files:
        if Path(file).resolve() not in sections:
            raise WrongSetting(f"{file}: no English section; they are docs/en/paper/<number>-<name>.md")
    wanted = [Path(file).resolve() for file in files] or sections
    texts = {path: _marked(root, path.name) for path in wanted}
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")


def _marked(root: Path, name: str) -> str:
    original, translation = (read_text(root, f"docs/{language}/paper/{name}") for language in ("zh", "en"))
    return marked(translation, digest(original))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
