"""The rules hold on the real text, and each of them can fail."""

import shutil

import pytest

import check
from shared import ROOT, cases


def test_every_rule_holds(capsys):
    """The repository's text and data break no rule."""
    status = check.main(ROOT)
    assert (status, capsys.readouterr().err) == (0, "")


def test_a_missing_template_is_said(copy, capsys):
    """The theme has a header, too, which would come in place of ours."""
    shutil.copytree(ROOT / "overrides", copy / "overrides")
    assert check.main(copy) == 0
    (copy / "overrides/partials/header.html").unlink()
    (copy / "overrides/edition/notes.html").unlink()
    assert check.main(copy) == 1
    said = capsys.readouterr().err
    assert "overrides/main.html:29: “partials/header.html” is missing from overrides/" in said
    assert "overrides/edition/references.html:1: “notes.html” is missing from overrides/" in said


@pytest.mark.parametrize("case", cases("broken"), ids=lambda case: case["case"])
def test_what_is_broken_is_said(copy, capsys, case):
    """The check exits 1 and says place and fault, never with a traceback."""
    path = copy / case["file"]
    if case["new"] is None:
        path.unlink()
    elif case["old"] is None:
        path.write_text(case["new"], encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        assert case["old"] in text, "the case no longer fits the text"
        path.write_text(text.replace(case["old"], case["new"], 1), encoding="utf-8")
    assert check.main(copy) == 1
    assert case["says"] in capsys.readouterr().err
