"""What a build knows before its pages: the edition, where it will stand, its assets, and what readers can take away."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.citing.formatted import Citation, citations
from edition.citing.items import Citable, citables
from edition.corpus.edition import Edition
from edition.downloads.catalogue import DOWNLOADS, Download, made_and_listed
from edition.downloads.pdf import SANS, SERIF, has_type
from edition.faults import WrongSetting
from edition.model.dates import written_date
from edition.model.records import Both
from edition.model.site_address import Site, check_address
from edition.publish.assets import bundle, finder
from edition.publish.build_date import build_epoch, version
from edition.publish.headers import Hosting, load_hosting
from edition.publish.licences import licence_texts
from edition.site.checked import checked


@dataclass(frozen=True)
class Build:
    """`assets` and `downloads` are the content of files by name and by path; `asset` gives the address of an asset in
    the site; `policy` is what the pages say of it, absent while they are served."""

    edition: Edition
    site: Site
    citables: list[Citable]
    citations: dict[str, list[Citation]]
    assets: dict[str, bytes]
    asset: Callable[[str], str]
    version: str
    made: datetime.datetime
    downloads: dict[str, bytes]
    licences: str
    hosting: Hosting
    serving: bool

    def imprint(self, language: str) -> str:
        """The version and the day of this edition, in a language."""
        words = self.edition.interface["imprint"][language]
        return words.format(version=self.version, date=written_date(self.made.date(), language))

    @property
    def paper_files(self) -> list[Download]:
        """The formats of the whole paper, which the head of pages names."""
        return [download for download in DOWNLOADS if download.text and download.path in self.downloads]

    @property
    def policy(self) -> Hosting | None:
        """The headers that a page can have, for hosts that set none; `mkdocs serve` writes an inline script into every
        page to reload it, which they would refuse."""
        return None if self.serving else self.hosting


def prepare(
    root: Path, names: tuple[str, str], address: str | None, settings: Mapping[str, object], serving: bool
) -> Build:
    """The build of the project at `root`: `names` of the site in Chinese and English, its `address`, and the settings
    `page_styles` and `page_scripts` (lists of assets that every page loads) and `pdf` (see `pdfs_wanted`). Raises
    BrokenEdition or WrongSetting."""
    check_address("SITE_URL", address or "")
    edition, site = checked(root), Site(Both(zh=names[0], en=names[1]), address)
    cited = citables(edition.paper, site)
    assets = bundle(root, settings["page_styles"], settings["page_scripts"])
    made = datetime.datetime.fromtimestamp(build_epoch(root), datetime.timezone.utc)
    return Build(
        edition=edition,
        site=site,
        citables=cited,
        citations=citations(cited),
        assets=assets,
        asset=finder(assets),
        version=version(root),
        made=made,
        downloads=made_and_listed(edition, site.url, made, pdfs=not serving and pdfs_wanted(settings["pdf"])),
        licences=licence_texts(edition),
        hosting=load_hosting(root),
        serving=serving,
    )


def pdfs_wanted(setting: str) -> bool:
    """Whether a build makes PDFs: where the machine has type for Chinese. With the setting "yes" it has to have some;
    raises WrongSetting otherwise."""
    if setting == "yes" and not has_type():
        serif, sans = ", ".join(SERIF), ", ".join(SANS)
        raise WrongSetting(f"PDF=yes: no type for Chinese is there; install one of {serif} and of {sans}")
    return has_type()
