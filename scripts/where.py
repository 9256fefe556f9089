"""Says where a sentence, a paragraph or an authors' note stands: its line in both languages.

python scripts/where.py p7s2
"""

from __future__ import annotations

import sys
from pathlib import Path

from edition.corpus.load import load_edition
from edition.faults import WrongSetting, exit_status

ROOT = Path(__file__).parent.parent


def main(id: str, root: Path = ROOT) -> int:
    """The exit status: 0, or 1 if there is no such place or the edition is broken."""
    return exit_status(lambda: print(where(root, id)))


def where(root: Path, id: str) -> str:
    """`path:line` in Chinese and in English, a line each; raises WrongSetting for a place that there is not."""
    edition = load_edition(root)
    places = edition.passages | {paragraph.id: paragraph.sentences[0] for paragraph in edition.paragraphs}
    if id not in places:
        raise WrongSetting(f"ID: “{id}” is no sentence, paragraph or authors' note; e.g. p7s2, p7, n1")
    return "\n".join(f"{line.path}:{line.number}" for line in (places[id].zh, places[id].en))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]) if sys.argv[1:] else __doc__)
