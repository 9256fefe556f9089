"""Words of the interface that pages ask for and that are not there, or cannot be filled, are said; never left out."""

import pytest
from jinja2 import Environment

from edition.corpus.interface_text import Words
from edition.corpus.load import load_edition
from edition.faults import BrokenEdition
from edition.pages.head import description
from edition.pages.page import Page
from edition.pages.render import Renderer
from shared import ROOT

MISSING = "docs/_data/interface.yml:1: no “references”, which the pages ask for; add it in zh and en"


def interface(copy, old, new):
    """The edition of a copy with one thing changed in its words, wherever it stands."""
    path = copy / "docs/_data/interface.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    (copy / "overrides").symlink_to(ROOT / "overrides")
    return load_edition(copy)


def test_a_page_asks_for_words_that_are_not_there(copy):
    """The library's templates take them by a function."""
    edition = interface(copy, "\nreferences:", "\nreferencez:")
    with pytest.raises(BrokenEdition, match=MISSING):
        Renderer(edition, "zh", str, "").page("full")


def test_the_frame_asks_for_words_that_are_not_there():
    """The site generator's templates take them by name, where what is not there would be empty."""
    with pytest.raises(BrokenEdition, match=MISSING):
        Environment().from_string("{{ words.references.zh }}").render(words=Words())


@pytest.mark.parametrize("gap", ["{cuont}", "{}", "{count", "{count.of}"])
def test_a_gap_that_nothing_fills(copy, gap):
    """In both languages: the rules compare one with the other."""
    edition = interface(copy, "{count}", gap)
    with pytest.raises(BrokenEdition, match=r"interface.yml:\d+: .* has a gap that nothing fills; known are \{count\}"):
        description(edition, Page("paper/full.md", "zh", "paper/full/", ""))
