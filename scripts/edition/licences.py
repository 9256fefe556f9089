"""The licences of what the published site is made of, as one text."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from .edition import Edition
from .faults import BrokenEdition
from .records import Licence

LICENCES = "licences.txt"
RULE = "=" * 78


def licence_texts(edition: Edition) -> str:
    """Every part with its licence and where it comes from, then each text of a licence once; raises BrokenEdition where
    the package that brings a text is not installed."""
    parts = "\n".join(map(_part, edition.licences))
    texts = {licence.text: _text(edition, number) for number, licence in enumerate(edition.licences) if licence.text}
    return f"\n{RULE}\n\n".join([parts, *texts.values()])


def _part(licence: Licence) -> str:
    by, name = (value if isinstance(value, str) else value.en for value in (licence.by, licence.licence))
    return f"{licence.what.en}\n    by {by}\n    {name}\n" + (f"    {licence.url}\n" if licence.url else "")


def _text(edition: Edition, number: int) -> str:
    """The text of a licence as the installed package brings it."""
    package = edition.licences[number].text
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        message = f"“{package}” is not installed; “text” is a package of requirements/site.in that brings the licence"
        raise BrokenEdition([edition.fault("licences.yml", (number, "text"), message)]) from None
    found = next(file for file in files if file.name.startswith("LICENSE"))
    return found.read_text(encoding="utf-8").strip() + "\n"
