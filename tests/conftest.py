"""What tests are given: the edition, a copy of its text that a test may break, the built site, a small edition."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import mark_current
from edition.corpus import yaml_records
from edition.corpus.load import load_edition
from shared import ROOT, built, page_tree

# The same examples in every run: what stops a release is then of that release, and no busy machine is at fault. By hand,
# `--hypothesis-profile=default` tries others.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("same")


@pytest.fixture(scope="session")
def edition():
    """The edition as it is in the repository."""
    return load_edition(ROOT)


@pytest.fixture
def copy(tmp_path, remembering):
    """The root of a copy of the text and the data, to be broken."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    return tmp_path


@pytest.fixture(scope="module")
def remembering():
    """A data file is read once in each state that it has: of a copy with something broken most are as they were."""
    read, known = yaml_records.load, {}

    def load(root, path, shape):
        file = root / path
        state = path, shape, file.read_bytes() if file.is_file() else None
        if state not in known:
            known[state] = read(root, path, shape)
        return known[state]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_records, "load", load)
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the site, built strictly from the repository, or the one that SITE names."""
    return Path(os.environ["SITE"]).resolve() if os.environ.get("SITE") else built_once(tmp_path_factory, "site", ROOT)


@pytest.fixture(scope="session")
def pages(site):
    """Every page of the site as a tree, by its path in the site; an index.html is its folder."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix().removesuffix("index.html"): page_tree(file) for file in files}


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
    return built_once(tmp_path_factory, "small-site", small)


def built_once(tmp_path_factory, name, root):
    """The folder of the site of the project at `root`, built strictly; of the workers of a run the first builds it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    for _ in range(1200):
        if (folder / "site").exists():
            return folder / "site"
        try:
            folder.mkdir()  # which one worker can
        except FileExistsError:
            time.sleep(0.1)
            continue
        try:
            built(root, folder / "new").rename(folder / "site")
        except BaseException:
            shutil.rmtree(folder)  # let others say it as well
            raise
    raise AssertionError(f"two minutes, and no other worker has built {folder}")
