"""What tests are given: the edition, a copy of its text that a test may break, and the built site."""

from __future__ import annotations

import shutil

import pytest

import mark_current
from edition.corpus.load import load_edition
from shared import ROOT, built


@pytest.fixture(scope="session")
def edition():
    """The edition as it is in the repository."""
    return load_edition(ROOT)


@pytest.fixture
def copy(tmp_path):
    """The root of a copy of the text and the data, to be broken."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the site, built strictly from the repository."""
    return built(ROOT, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """The root of a small edition of an invented paper, with the machinery and the general pages of the project."""
    root = tmp_path_factory.mktemp("small") / "project"
    shutil.copytree(ROOT / "tests/fixtures/small", root)
    (root / "base.yml").symlink_to(ROOT / "mkdocs.yml")
    for part in ("overrides", "hosting", "scripts", ".browserslistrc", "pyproject.toml", "docs/assets"):
        (root / part).symlink_to(ROOT / part)
    pages = ("index.md", "search.md", "paper/full.md", "paper/references.md", "tables", "about/downloads.md")
    for page in (
        "_data/interface.yml",
        "_data/licences.yml",
        *(f"{one}/{page}" for page in pages for one in ("zh", "en")),
    ):
        (root / "docs" / page).symlink_to(ROOT / "docs" / page)
    mark_current.mark(root, [])
    return root


@pytest.fixture(scope="session")
def small_site(small, tmp_path_factory):
    """The folder of its site, built strictly."""
    return built(small, tmp_path_factory.mktemp("built") / "site")
