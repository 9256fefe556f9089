"""The rules hold on the real text, and each of them can fail."""

import functools
import inspect
import re
import shutil
from types import SimpleNamespace

import pytest

import check
from edition.checks import apparatus, numbers, terms, text
from edition.checks.rules import RULES
from edition.site import checked
from shared import ROOT, cases


def test_every_rule_holds(capsys):
    """The repository's text and data break no rule."""
    status = check.main(ROOT)
    assert (status, capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("group", [apparatus, numbers, terms, text])
def test_every_rule_is_listed(group):
    """A function of a group of rules that yields faults is in the list that is run; left out, it would hold for nothing."""
    functions = inspect.getmembers(group, inspect.isfunction)
    found = [one for name, one in functions if one.__module__ == group.__name__ and not name.startswith("_")]
    yielding = [one for one in found if one.__annotations__["return"] == "Iterator[Fault]"]
    assert yielding
    assert [one.__name__ for one in yielding if one not in RULES] == []


def test_a_missing_template_is_said(copy, capsys):
    """The theme has a header, too, which would come in place of ours."""
    shutil.copytree(ROOT / "overrides", copy / "overrides")
    assert check.main(copy) == 0
    (copy / "overrides/partials/header.html").unlink()
    (copy / "overrides/edition/notes.html").unlink()
    assert check.main(copy) == 1
    said = capsys.readouterr().err
    assert re.search(r"overrides/main.html:\d+: “partials/header.html” is missing from overrides/", said)
    assert "overrides/edition/references.html:1: “notes.html” is missing from overrides/" in said


BROKEN = cases("broken")


@pytest.fixture(scope="module")
def seen():
    """What is noted while the cases of this file run: the cases, and the rules that said something in one of them."""
    seen = SimpleNamespace(cases=set(), failed=set())

    def noting(rule):
        @functools.wraps(rule)
        def run(edition):
            faults = list(rule(edition))
            seen.failed.update([rule.__name__] if faults else [])
            return faults

        return run

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked, "RULES", [noting(rule) for rule in checked.RULES])
        yield seen


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["case"])
def test_what_is_broken_is_said(copy, capsys, seen, case):
    """The check exits 1 and says place and fault, never with a traceback."""
    seen.cases.add(case["case"])
    line = broken(copy, case)
    says = re.sub(r"\{line(?:\+(\d))?\}", lambda found: str(line + int(found[1] or 0)), case["says"])
    assert check.main(copy) == 1
    assert says in capsys.readouterr().err


def test_every_rule_can_fail(seen):
    """Among the cases each rule has one in which it says something: a rule that nothing breaks proves nothing."""
    if len(seen.cases) < len(BROKEN):
        pytest.skip("some cases were left out")
    every = {rule.__name__ for rule in checked.RULES}
    assert every - seen.failed == {"templates_are_ours"}  # it has a test of its own, above


def broken(root, case):
    """Break a copy of the text as a case says; the line that was changed."""
    for path, content in case.get("adds", {}).items():
        (root / path).write_text(content, encoding="utf-8")
    for more in case.get("and", []):
        change(root / more["file"], more["old"], more["new"])
    return change(root / case["file"], case["old"], case["new"]) if "file" in case else 1


def change(path, old, new):
    """Put new words for the old ones where these first stand, in the line that is returned; without old ones the file is
    removed."""
    if old is None:
        path.unlink()
        return 1
    text = path.read_text(encoding="utf-8")
    assert old in text, "the case no longer fits the text"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def test_every_broken_file_is_said_at_once(copy, capsys):
    """One run says what is wrong with the form of text and data alike, not only of the first file."""
    broken = [
        "docs/_data/names.yml",
        "docs/_data/terms.yml",
        "docs/en/paper/2-2-japan.md",
        "docs/zh/paper/3-lessons.md",
    ]
    for path in broken:
        (copy / path).write_text(": [", encoding="utf-8")
    assert check.main(copy) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().err.splitlines()] == broken


def test_a_paragraph_cut_in_two_is_one_fault(copy, capsys):
    """Cut at the same place in both languages it is said once, where it happened: addresses would move."""
    for language, words in (("zh", "2008年，日本推出"), ("en", "In 2008, Japan launched")):
        change(copy / f"docs/{language}/paper/2-2-japan.md", words, f"\n{words}")
    assert check.main(copy) == 1
    [said] = capsys.readouterr().err.splitlines()
    assert said.startswith("docs/zh/paper/2-2-japan.md:") and "the edition has 42, source.yml 41" in said
    text = (copy / "docs/zh/paper/2-2-japan.md").read_text(encoding="utf-8").splitlines()
    assert text[int(said.split(":")[1]) - 1].startswith("2008年，日本推出")


def test_a_byte_order_mark_is_no_fault(copy):
    """Some editors put one before what they save as UTF-8."""
    for path in ("docs/zh/paper/2-2-japan.md", "docs/_data/terms.yml"):
        (copy / path).write_bytes(b"\xef\xbb\xbf" + (copy / path).read_bytes())
    assert check.main(copy) == 0
