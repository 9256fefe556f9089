"""The licences of what the published site is made of, as one text."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from .edition import Edition

LICENCES = "licences.txt"
RULE = "=" * 78


def licence_texts(edition: Edition) -> str:
    """Every part with its licence and where it comes from, then each text of a licence once."""
    parts = [_part(licence) for licence in edition.licences]
    sources = dict.fromkeys(licence.text for licence in edition.licences if licence.text)
    return f"\n{RULE}\n\n".join(["\n".join(parts), *(_text(edition.root, source) for source in sources)])


def _part(licence) -> str:
    by, name = (value if isinstance(value, str) else value.en for value in (licence.by, licence.licence))
    return f"{licence.what.en}\n    by {by}\n    {name}\n" + (f"    {licence.url}\n" if licence.url else "")


def _text(root: Path, source: str) -> str:
    """The text of a licence: of a file of the project, or as an installed package brings it."""
    path = root / source if (root / source).is_file() else next(_brought_by(source))
    return path.read_text(encoding="utf-8").strip() + "\n"


def _brought_by(package: str) -> Iterator[Path]:
    """The licence files of a package; raises PackageNotFoundError if it is not installed."""
    found = distribution(package)
    return (Path(found.locate_file(file)) for file in found.files or () if file.name.startswith("LICENSE"))
