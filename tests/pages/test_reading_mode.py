"""A browser's reading mode, and services that work as it does (Mozilla's Readability), have the whole text of a section."""

import json
import re
import shutil
import subprocess

import pytest

from shared import ROOT, tied

pytestmark = pytest.mark.slow  # it takes the pages apart in Node, each by itself
SECTIONS = sorted(path.stem for path in (ROOT / "docs/zh/paper").glob("[0-9]*.md"))
READABILITY = ROOT / "tests/node_modules/@mozilla/readability"


@pytest.fixture(scope="module")
def taken(site):
    """The text that reading mode takes, by the path of the page."""
    if not (READABILITY.exists() and shutil.which("node")):
        pytest.skip("tests/find_tools.py gets Readability, with npm; it runs on Node")
    pages = [site / root / f"paper/{name}/index.html" for root in ("", "en") for name in [*SECTIONS, "full"]]
    done = subprocess.run(
        ["node", ROOT / "tests/pages/reading_mode.js", *pages], capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [*SECTIONS, "full"])
def test_every_sentence_in_order_in_one_language(site, taken, edition, name, language):
    """Each sentence of the section is there once and in its order, and none of the other language."""
    text = _spaced(taken[str(site / ("" if language == "zh" else "en") / f"paper/{name}/index.html")])
    ids = (
        edition.sentences
        if name == "full"
        else [p.id for p in edition.section_by_slug[name].passages if p.id[0] == "p"]
    )
    pairs = dict(tied())
    own, other = (0, 1) if language == "zh" else (1, 0)
    at = 0
    for id in ids:
        found = text.find(_spaced(pairs[id][own]), at)
        assert found >= at, f"{id} is not in its place"
        at = found + 1
        assert _spaced(pairs[id][other]) not in text


def _spaced(text):
    return re.sub(r"\s+", " ", text).strip()
