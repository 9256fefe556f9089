"""The paper as JATS XML: the Chinese article, and the translation as its sub-article (templates/jats.xml).

Journal Publishing Tag Set, ANSI/NISO Z39.96-2015 (JATS 1.1). Ids are the edition's own, those of the sub-article with
the prefix `en-`; each English sentence points by `rid` to the Chinese one that it renders.
"""

from __future__ import annotations

import re
from pathlib import Path

from edition.corpus.edition import Edition
from edition.corpus.language import Language
from edition.downloads.document import Url
from edition.model.person_names import in_parts
from edition.model.printed_citation import authors
from edition.model.templates import xml

AWARD = re.compile(r"(?P<source>.+?) ?[（(](?P<id>[\w-]+)[)）]")


def jats(edition: Edition, url: Url) -> bytes:
    """The file; `url` gives the address of a path in a language."""
    return xml(
        Path(__file__).parent / "templates/jats.xml",
        edition=edition,
        zh=Language(edition, "zh"),
        en=Language(edition, "en"),
        names=authors(edition.paper),
        editor=in_parts(edition.paper.editor),
        award_in=AWARD.fullmatch,
        url=url,
    )
