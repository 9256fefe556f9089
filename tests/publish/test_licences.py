"""What the published site says of itself: its licences, and how an error is reported."""

import re
from fnmatch import fnmatchcase
from urllib.parse import urljoin

import pytest
import yaml

from shared import ROOT, page_tree

LICENCES = yaml.safe_load((ROOT / "docs/_data/licences.yml").read_text(encoding="utf-8"))
ABOUT = {"zh": "about/index.html", "en": "en/about/index.html"}


def test_every_file_has_a_licence(site):
    """Each file of the site is under an entry of licences.yml, and each pattern there is of some file, but for what only
    some hosts or builds have."""
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    patterns = [pattern for entry in LICENCES for pattern in entry.get("files", [])]
    assert sorted(path for path in paths if not any(fnmatchcase(path, pattern) for pattern in patterns)) == []
    unused = {pattern for pattern in patterns if not any(fnmatchcase(path, pattern) for path in paths)}
    assert unused <= {"_headers"}


def test_every_script_and_icon_of_others_is_named():
    """The scripts of others stand in licences.yml by name, and templates take icons from no set that does not."""
    named = " ".join(entry["what"]["en"] for entry in LICENCES)
    readme = (ROOT / "docs/assets/tables/vendor/README.txt").read_text(encoding="utf-8")
    for script in (ROOT / "docs/assets/tables/vendor").glob("*.js"):
        package, licence = re.search(rf"^{re.escape(script.name)}\s+(\S+) \S+, (\S+),", readme, re.MULTILINE).groups()
        assert [entry["licence"] for entry in LICENCES if package in entry["what"]["en"]] == [licence]
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides").rglob("*.html"))
    assert set(re.findall(r"\.icons/(\w+)/", templates)) == {"material"} and "Material Design Icons" in named


@pytest.mark.parametrize("language", ABOUT)
def test_about_lists_the_licences(site, language):
    """Readers find every part and its licence on the about page, and the texts in a file beside it."""
    page = page_tree(site / ABOUT[language])
    heading = page.find(id="licences")
    said = [item.get_text() for item in heading.find_next("ul").find_all("li")]
    assert len(said) == len(LICENCES)
    for entry, text in zip(LICENCES, said):
        licence = entry["licence"] if isinstance(entry["licence"], str) else entry["licence"][language]
        assert entry["what"][language] in text and licence in text
    link = heading.find_next("a", href=re.compile(r"\.txt$"))["href"]
    texts = (site / urljoin(ABOUT[language], link)).read_text(encoding="utf-8")
    assert "Permission is hereby granted" in texts and "Apache License" in texts and "Martin Donath" in texts


def test_every_page_leads_to_how_an_error_is_reported(site, pages):
    """The foot of every page has a link, in its language, to the heading on the about page."""
    corrections = {language: f"/{about.removesuffix('index.html')}#corrections" for language, about in ABOUT.items()}
    assert all(page_tree(site / about).find(id="corrections") for about in ABOUT.values())
    for path, page in pages.items():
        language = "en" if page.html["lang"] == "en" else "zh"
        link = page.find("footer").find("a", string={"zh": "报告错误", "en": "Report an error"}[language])
        assert urljoin(f"/{path}", link["href"]) == corrections[language], path
