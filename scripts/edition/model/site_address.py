"""Where the published site is: absolute addresses of its pages and files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from edition.faults import WrongSetting
from edition.model.records import Both

TAGS = {"zh": "zh-Hans", "en": "en"}  # BCP 47
REGIONAL_TAGS = {"zh": "zh-CN", "en": "en-GB"}  # for programs that ask for language and country
LANGUAGES = ("zh", "en")  # two are a limit of the design: a record has a text in each
OTHER = {"zh": "en", "en": "zh"}
ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")


def path_in(language: str, path: str = "") -> str:
    """The path in the site of a page ("paper/1-practice/"; the title page is "") or file in a language."""
    return path if language == "zh" else f"{language}/{path}"


@dataclass(frozen=True)
class Site:
    """The site by its name in both languages and the address of its root, which ends with a slash."""

    name: Both
    root: str

    def url(self, language: str, path: str = "") -> str:
        """The absolute address of a page or file in a language; `path` as in `path_in`."""
        return urljoin(self.root, path_in(language, path))


def check_address(setting: str, address: str) -> None:
    """Raise WrongSetting where what a setting says is no address at which a site can be."""
    if not ADDRESS.fullmatch(address):
        raise WrongSetting(f"{setting}: “{address}” is no address; it should be https://host/ or https://host/path/")
