"""The checksums that are published with the site, verified as `sha256sum --check` does it; and two builds, byte by byte."""

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

from shared import ROOT

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}


def files(folder):
    """Every file of a folder, hidden ones too, by its path."""
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def sums(site):
    """The published digests by path; a line is 64 hexadecimal digits, two spaces and a path."""
    lines = (site / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {line[66:]: line[:64] for line in lines if line[64:66] == "  "}


def test_every_file_has_its_checksum(site):
    """The list names every file but itself, none that is not there, in the order of paths; every digest is right."""
    listed = sums(site)
    assert set(listed) == set(files(site)) - {"SHA256SUMS"}
    assert list(listed) == sorted(listed)
    assert [
        path for path, digest in listed.items() if hashlib.sha256((site / path).read_bytes()).hexdigest() != digest
    ] == []


def commit_time():
    """The time that a build of this checkout has, by the specification of SOURCE_DATE_EPOCH and git."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return os.environ["SOURCE_DATE_EPOCH"]
    git = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    return git.stdout.strip() or pytest.skip("a copy without git has no commit to be dated by")


@pytest.fixture(scope="module")
def built_elsewhere(tmp_path_factory):
    """The site built from a copy of the sources in another folder, time zone, locale and order of hashes."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for part in ("docs", "hosting", "overrides", "scripts"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "again")]
    time = {"SOURCE_DATE_EPOCH": commit_time(), "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, **ELSEWHERE, **time})
    return folder / "again"


def test_two_builds_are_identical(site, built_elsewhere):
    """One commit gives the same files with the same bytes; what differs is named."""
    one, other = files(site), files(built_elsewhere)
    assert set(one) == set(other)
    assert [path for path in one if one[path].read_bytes() != other[path].read_bytes()] == []
