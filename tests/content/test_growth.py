"""A paper ten times as long costs ten times the work, and its pages are no larger.

Work is counted in steps (calls, and lines of the library that are run), which are the same on every machine, and not in
seconds. A loop over everything inside a loop over everything would make it a hundred times.
"""

import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from bench.grown import grow
from bench.growth import build
from check import checked
from edition.citations import STYLES, Citation
from edition.export import paper_json
from edition.html import Renderer
from edition.search_index import search_index, search_more
from edition.tables import TABLES
from shared import ROOT, cases

BUDGET = cases("budgets")["growth"]
TIMES = BUDGET["times"]
PAGES = ("paper/1-2-mitigation", "en/paper/2-1-european-union", "paper/4-recommendations")
LIBRARY = str(ROOT / "scripts")
CITED = {
    "article": [Citation(style, Markup("")) for style in STYLES]
}  # no citation processor: the paper does not grow it


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The projects with the paper grown, by how many times."""
    folder = tmp_path_factory.mktemp("grown")
    for times in TIMES:
        grow(times, folder / str(times))
    return {times: folder / str(times) for times in TIMES}


@pytest.fixture(scope="module")
def grown_site(grown, tmp_path_factory):
    """The largest, built strictly: so the grown paper keeps every rule."""
    site = tmp_path_factory.mktemp("grown-site") / "site"
    build(grown[TIMES[-1]], site)
    return site


def test_work_grows_as_the_text_does(grown):
    """What the tenth copy of the paper adds to the work is what the second added."""
    steps(grown[TIMES[0]])  # what is made once and kept, such as compiled templates
    first, second, third = (steps(grown[times]) for times in TIMES)
    early, late = (second - first) / (TIMES[1] - TIMES[0]), (third - second) / (TIMES[2] - TIMES[1])
    assert late / early <= BUDGET["steps"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_does_not_grow(site, grown_site, path):
    """The text of a section is as large as it was, and what surrounds it grows by no more than a list with an end."""
    real, grown = ((folder / path / "index.html").read_text(encoding="utf-8") for folder in (site, grown_site))
    articles = [len(str(BeautifulSoup(html, "html.parser").article)) for html in (real, grown)]
    assert articles[1] <= articles[0] * BUDGET["text"]
    assert len(grown) - len(real) <= articles[1] - articles[0] + BUDGET["contents"]


def all_of_it(root: Path) -> None:
    """What a build asks of the library: text and data read and checked, tables, indexes, exports, every section's page."""
    edition = checked(root)
    for table in TABLES.values():
        table(edition)
    paper_json(edition, lambda language, path: path)
    for language in ("zh", "en"):
        search_index(edition, language)
        search_more(edition, language)
        for section in edition.sections:
            Renderer(edition, language, lambda path: path, "", CITED).section(section)


def steps(root: Path) -> int:
    """How many calls and, in the library, lines that takes."""
    count = 0

    def line(frame, event, argument):
        nonlocal count
        count += 1
        return line

    def call(frame, event, argument):
        nonlocal count
        count += 1
        return line if frame.f_code.co_filename.startswith(LIBRARY) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        all_of_it(root)
    finally:
        sys.settrace(before)
    return count
