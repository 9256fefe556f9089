"""A failed build never replaces a good site, whichever step fails; a good one replaces it whole."""

import re
import shutil
import subprocess
import sys

import pytest

from shared import ROOT, built, replace_once

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("make"), reason="this is about the Makefile: install make"),
]

# Stands in for Python: builds a site of one page, and fails half-way in the step that is named.
STAND_IN = """
case "$*" in *mkdocs*) mkdir -p .site.new && echo new > .site.new/index.html;; esac
case "$*" in *{fails}*) exit 1;; esac
"""


@pytest.fixture
def project(small, tmp_path):
    """A copy of the small edition with a good site in it."""
    root = tmp_path / "project"
    shutil.copytree(small, root, symlinks=True)
    shutil.copy(ROOT / "Makefile", root)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("good\n")
    return root


def make(project, target, python):
    """Make a target with another Python, taking the environment for ready; the exit status and what was said."""
    done = subprocess.run(
        ["make", "-o", ".venv/site.stamp", f"RUN={python}", target],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def pages(project):
    """What the folder of the site has: text by path."""
    return {path.name: path.read_text() for path in (project / "site").rglob("*")}


def test_a_broken_text_leaves_the_site(project):
    """A sentence is missing in one language: the build stops with its place, and the site stands as it was."""
    broken = project / "docs/en/paper/1-observation.md"
    broken.write_text("\n".join(broken.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    status, said = make(project, "site", sys.executable)
    assert status and re.search(r"docs/en/paper/1-observation\.md:\d+: ", said)
    assert pages(project) == {"index.html": "good\n"}


def test_what_mkdocs_warns_of_leaves_the_site(project):
    """A link that leads nowhere and a page that the navigation lacks: both are said, and the site stands as it was."""
    with (project / "docs/en/about/index.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nope.md)\n")
    replace_once(project / "mkdocs.yml", "  - paper/1-10-winter.md\n", "")
    status, said = make(project, "site", sys.executable)
    assert status and "nope.md" in said and "paper/1-10-winter.md" in said
    assert pages(project) == {"index.html": "good\n"}


def test_a_word_that_a_page_lacks_leaves_the_site(project):
    """What only a template finds missing stops the build as a broken rule does: with its place, and no traceback."""
    words = project / "docs/_data/interface.yml"
    words.unlink()
    shutil.copy(ROOT / "docs/_data/interface.yml", words)
    replace_once(words, "\nskip:", "\nskipp:")
    status, said = make(project, "site", sys.executable)
    assert status and "docs/_data/interface.yml:1: no “skip”" in said and "Traceback" not in said
    assert pages(project) == {"index.html": "good\n"}


@pytest.mark.parametrize("target", ["site", "downloads"])
def test_a_failed_step_leaves_the_site(project, target):
    """Where a step stops half-way, the site stands as it was."""
    (project / "stand-in.sh").write_text(STAND_IN.format(fails="mkdocs"))
    status, _ = make(project, target, "sh stand-in.sh")
    assert status and pages(project) == {"index.html": "good\n"}


@pytest.mark.parametrize("target", ["site", "downloads"])
def test_a_whole_site_replaces_the_last(project, target):
    """The new site is there, nothing of the old is in it, and no other folder stays."""
    (project / "stand-in.sh").write_text(STAND_IN.format(fails="nothing"))
    (project / "site/old.html").write_text("old\n")
    status, said = make(project, target, "sh stand-in.sh")
    assert not status, said
    assert pages(project) == {"index.html": "new\n"}
    assert list(project.glob(".site*")) == []


def test_a_folder_with_chinese_characters(project):
    """A site is built in it, also with a space and where the system says that it knows no such characters (LC_ALL=C)."""
    root = project.rename(project.with_name("气候 合作"))
    built(root, root / "site", LC_ALL="C")
