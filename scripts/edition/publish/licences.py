"""The licences of what the published site is made of, as one text."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, PackagePath, distribution

from edition.corpus.edition import Edition
from edition.faults import BrokenEdition
from edition.model.records import Licence

LICENCES = "licences.txt"
RULE = "=" * 78


def licence_texts(edition: Edition) -> str:
    """Every part with its licence and where it comes from, then each text of a licence once; raises BrokenEdition where
    a package brings none."""
    parts = "\n".join(map(_part, edition.licences))
    texts = {licence.text: _text(edition, number) for number, licence in enumerate(edition.licences) if licence.text}
    return f"\n{RULE}\n\n".join([parts, *texts.values()])


def _part(licence: Licence) -> str:
    by, name = (value if isinstance(value, str) else value.en for value in (licence.by, licence.licence))
    return f"{licence.what.en}\n    by {by}\n    {name}\n" + (f"    {licence.url}\n" if licence.url else "")


def _text(edition: Edition, number: int) -> str:
    """The text of a licence as the installed package brings it."""
    package = edition.licences[number].text
    found = [file for file in _files(package) if file.name.startswith("LICENSE")]
    if not found:
        message = (
            f"“{package}” is not installed or has no LICENSE; “text” is a package of requirements/site.in that has"
        )
        raise BrokenEdition([edition.fault("licences.yml", (number, "text"), message)])
    return found[0].read_text(encoding="utf-8").strip() + "\n"


def _files(package: str) -> list[PackagePath]:
    """The files of a package; none if it is not installed."""
    try:
        return distribution(package).files or []
    except PackageNotFoundError:
        return []
