"""What tests are given: the edition, a copy of its text that a test may break, and the built site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from edition.corpus.edition import load_edition
from shared import ROOT


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
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    assert done.returncode == 0, done.stderr
    return folder
