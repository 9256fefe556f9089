"""The paper as a PDF for reading and printing, tagged as PDF/UA-1 (ISO 14289-1) asks: pandoc writes it for Typst, which
sets it."""

from __future__ import annotations

import datetime
import json
from functools import cache
from pathlib import Path

import typst

from edition.corpus.edition import Edition
from edition.downloads.document import Url, document
from edition.pandoc import pandoc

TEMPLATE = Path(__file__).with_name("paper.typ")
LATIN = "Libertinus Serif"  # comes with Typst
SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun")  # the first that the machine has
SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei")


def pdf(edition: Edition, view: str, url: Url, made: datetime.datetime) -> bytes:
    """The PDF as bytes; arguments as for `docx`. Same input and fonts, same bytes. Only for a machine that
    `has_type`."""
    source = json.dumps(document(edition, view, url)).encode()
    serif, sans = chinese_type()
    fonts = (f"--metadata=serif:{serif}", f"--metadata=sans:{sans}", f"--metadata=latin:{LATIN}")
    options = ("--from=json", "--to=typst-smart", "--wrap=none", "--quiet", f"--template={TEMPLATE.name}", *fonts)
    text = pandoc(*options, source=source, folder=TEMPLATE.parent)
    return typst.compile(text, pdf_standards=["ua-1"], timestamp=int(made.timestamp()))


def has_type() -> bool:
    """Whether this machine has type for Chinese."""
    return all(chinese_type())


@cache
def chinese_type() -> tuple[str | None, str | None]:
    """The first serif and the first sans of our lists that the machine has."""
    there = set(typst.Fonts().families())
    return tuple(next((family for family in kind if family in there), None) for kind in (SERIF, SANS))
