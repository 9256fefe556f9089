"""What a host sends for a section's page, to a browser that has nothing yet and to one that comes from another page."""

import re

import brotli
import pytest

from bench.server import serving
from bench.weight import first_visit, further_visit
from shared import ROOT, cases

BUDGET = cases("budgets")["section"]
# The index, worker and dialog of the search, and the parts of the sheet; what opens them may be there.
LATER = re.compile(r"/search/|/search-|/(sheet|quotation|cards|selection)\.")
SECTIONS = sorted(path.stem for path in (ROOT / "docs/zh/paper").glob("[0-9]*.md"))


@pytest.fixture(scope="module")
def host(site):
    """The built site, served as a host serves it."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="module", params=["", "en/"], ids=["zh", "en"])
def heaviest(site, request):
    """The section whose page weighs most, in a language."""
    paths = [f"{request.param}paper/{slug}/" for slug in SECTIONS]
    return max(paths, key=lambda path: len(brotli.compress((site / path / "index.html").read_bytes())))


def test_a_first_page_is_light(browser, host, heaviest):
    """The page with its style and scripts stays within its budget; nothing is missing, nothing of the search or the sheet is sent."""
    visit = first_visit(browser, host, heaviest)
    assert [answer.path for answer in visit.answers if answer.status >= 400 or LATER.search(answer.path)] == []
    assert visit.requests <= BUDGET["requests"], [answer.path for answer in visit.answers]
    assert visit.size <= BUDGET["first"], {answer.path: answer.size for answer in visit.answers}


def test_a_further_page_is_its_text(browser, host, heaviest):
    """A reader who comes from another section is sent the page and nothing that was sent before."""
    visit = further_visit(browser, host, heaviest)
    assert visit.size <= BUDGET["further"], {answer.path: answer.size for answer in visit.answers}
    assert all(answer.type == "text/html" for answer in visit.answers if answer.size)
