"""CONTRIBUTING.md works as written: each recipe, followed to the letter in a copy of the project, is accepted."""

import re

import pytest

import check
import mark_current
from shared import example, replace_once


def in_order_of_ids(path, entry):
    """Put an entry where the order of the ids wants it."""
    text = path.read_text(encoding="utf-8")
    entries = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)
    head, rest = entries[0], [*entries[1:], entry]
    path.write_text(head + "".join(sorted(rest, key=lambda one: one.split("\n")[0])), encoding="utf-8")


def accepted(copy, capsys):
    """The check says nothing."""
    status = check.main(copy)
    assert (status, capsys.readouterr().err) == (0, "")


def test_a_typo_in_the_english(copy, capsys):
    """A word of a line is mended; the number of lines stays."""
    replace_once(
        copy / "docs/en/paper/2-2-japan.md",
        "stress the importance of addressing",
        "stress how important it is to address",
    )
    accepted(copy, capsys)


def test_a_line_too_many_is_refused(copy, capsys):
    """Who splits a sentence of the English into two lines is told where."""
    replace_once(
        copy / "docs/en/paper/2-2-japan.md", "for that purpose; on the other", "for that purpose;\non the other"
    )
    assert check.main(copy) == 1
    assert re.search(r"docs/en/paper/2-2-japan.md:\d+: ", capsys.readouterr().err)


def test_a_term(copy, capsys):
    """The example of the guide, put in the order of the ids."""
    in_order_of_ids(copy / "docs/_data/terms.yml", example("Add a term"))
    accepted(copy, capsys)


def test_a_name(copy, capsys):
    """The example of the guide, which the edition has: taken out and put back it is where it was."""
    path, entry = copy / "docs/_data/names.yml", example("Add a name, a figure or a date")
    before = path.read_text(encoding="utf-8")
    replace_once(path, entry, "")
    text = path.read_text(encoding="utf-8")
    later = next(
        one.start()
        for one in re.finditer(r"^- id: (\S+)\n  kind: organisation", text, re.MULTILINE)
        if one[1] > "amazon-fund"
    )
    path.write_text(text[:later] + entry + text[later:], encoding="utf-8")
    assert path.read_text(encoding="utf-8") == before
    accepted(copy, capsys)


def test_a_figure(copy, capsys):
    """The example of the guide, which the edition has: without it the check names its digits."""
    path, entry = copy / "docs/_data/numbers.yml", example("Add a name, a figure or a date", 1)
    replace_once(path, entry, "")
    assert check.main(copy) == 1
    assert "“53”" in capsys.readouterr().err
    text = path.read_text(encoding="utf-8")
    later = re.search(r"^  - id: .*\n    at: p19s[3-9]", text, re.MULTILINE).start()
    path.write_text(text[:later] + entry + text[later:], encoding="utf-8")
    accepted(copy, capsys)


def test_an_editors_note(copy, capsys):
    """The example of the guide, put in the order of the text."""
    path = copy / "docs/_data/notes.yml"
    text = path.read_text(encoding="utf-8")
    later = re.search(r"^- id: .*\n  kind: .*\n  at: (?:p19s[2-9]|p2\d)", text, re.MULTILINE).start()
    path.write_text(text[:later] + example("Add an editor's note") + "\n" + text[later:], encoding="utf-8")
    accepted(copy, capsys)


@pytest.mark.parametrize("current", [True, False])
def test_a_reading_of_the_chinese(copy, capsys, current):
    """The example of the guide; without its last step the check says that it is missing."""
    replace_once(copy / "docs/zh/paper/2-2-japan.md", "亚洲为中心", "亚洲为核心")
    row = example("Mend the Chinese")
    replace_once(copy / "docs/_data/emendations.yml", "\n\n# Repairs of", f"\n{row}\n# Repairs of")
    if current:
        assert mark_current.main([], copy) == 0
        accepted(copy, capsys)
    else:
        assert check.main(copy) == 1
        assert "make current" in capsys.readouterr().err
