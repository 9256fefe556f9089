"""What is given to a build beside text and data, and cannot be used, is said without a traceback: settings, and the files
that machinery reads."""

from types import SimpleNamespace

import pytest

from edition.citing import formatted
from edition.corpus.load import load_edition
from edition.faults import BrokenEdition, WrongSetting
from edition.publish import licences
from edition.publish.build_date import build_epoch
from edition.publish.headers import load_hosting
from edition.site.build import prepare
from shared import ROOT


@pytest.mark.parametrize("address", [None, "", "example.org/x", "https:///x", "file:///x", "https://exam ple.org/"])
def test_no_address_of_a_site(address):
    """SITE_URL, which is nothing in the configuration where it is set to nothing; it is looked at first."""
    with pytest.raises(WrongSetting, match="^SITE_URL: “.*” is no address; it should be https://host/"):
        prepare(ROOT, ("", ""), address, {}, serving=False)


@pytest.mark.parametrize("time", ["abc", "-1", "1.5", "2026-01-01", "１", "9" * 30])
def test_no_time(monkeypatch, time):
    """SOURCE_DATE_EPOCH is seconds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", time)
    with pytest.raises(WrongSetting, match=f"^SOURCE_DATE_EPOCH: “{time}” is no time; it should be seconds since 1970"):
        build_epoch(ROOT)


@pytest.mark.parametrize(
    "old, new, says",
    [
        (
            "  hashed: /",
            "  hashed: '[' # ",
            "hosting/headers.yml:\\d+: entry cache: “hashed” is '\\['; input should be a",
        ),
        ("policy: #", "polizy: #", "hosting/headers.yml:\\d+: unknown key “polizy”; correct its spelling or remove it"),
    ],
)
def test_wrong_headers(tmp_path, old, new, says):
    """hosting/headers.yml is read as data is."""
    (tmp_path / "hosting").mkdir()
    text = (ROOT / "hosting/headers.yml").read_text(encoding="utf-8")
    (tmp_path / "hosting/headers.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenEdition, match=says):
        load_hosting(tmp_path)


@pytest.mark.parametrize("package", ["mkdocs-immaterial", "mkdocs-material"])
def test_a_licence_whose_package_brings_no_text(copy, monkeypatch, package):
    """What brings a licence is named by its package, which may not be there, and need not have a licence with it, nor a
    list of its files."""
    if package == "mkdocs-material":
        monkeypatch.setattr(licences, "distribution", lambda package: SimpleNamespace(files=None))
    path = copy / "docs/_data/licences.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("text: mkdocs-material", f"text: {package}"), encoding="utf-8")
    with pytest.raises(BrokenEdition, match=rf"^docs/_data/licences.yml:\d+: “{package}” is not installed or has no"):
        licences.licence_texts(load_edition(copy))


def test_a_style_of_citations_that_is_missing(monkeypatch, tmp_path):
    """Each is named."""
    monkeypatch.setattr(formatted, "FOLDER", tmp_path)
    with pytest.raises(BrokenEdition, match="scripts/edition/citing/styles/apa.csl:1: the file is missing"):
        formatted.citations([])
