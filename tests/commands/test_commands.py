"""The programs that one calls oneself: what they cannot use they say, exit with 1 (2 where the options are wrong) and
write nothing; what they write leaves the rest as it was."""

import re

import pytest

import build_tables
import mark_current
import where
from edition.corpus.section_file import digest
from shared import ROOT, replace_once


def files(folder):
    """Every file of a folder with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "front, marked",
    [
        ("---\nrenders: 0000000000000000\n---\n", "---\nrenders: {}\n---\n"),
        ("---\ntitle: A\nrenders: nothing\nhide: [toc]\n---\n\n", "---\ntitle: A\nrenders: {}\nhide: [toc]\n---\n\n"),
        ("---\ntitle: A\n---\n", "---\nrenders: {}\ntitle: A\n---\n"),
        ("", "---\nrenders: {}\n---\n"),
    ],
)
def test_a_section_is_marked_and_else_left(copy, front, marked):
    """The line that says what it renders is written, or comes first; what else stands there stays."""
    path = copy / "docs/en/paper/2-2-japan.md"
    body = path.read_text(encoding="utf-8").partition("---\n")[2].partition("---\n")[2]
    path.write_text(front + body, encoding="utf-8")
    before = files(copy)
    assert mark_current.main([str(path)], root=copy) == 0
    state = digest((copy / "docs/zh/paper/2-2-japan.md").read_text(encoding="utf-8"))
    assert path.read_text(encoding="utf-8") == marked.format(state) + body
    assert files(copy) == before | {path: path.read_bytes()}


def test_all_sections_are_marked(copy):
    """They are marked as they are in the repository."""
    before = files(copy)
    replace_once(copy / "docs/en/paper/3-lessons.md", "renders: ", "renders: f")
    assert mark_current.main([], root=copy) == 0
    assert files(copy) == before


@pytest.mark.parametrize("file", ["full.md", "references.md", "nowhere.md", "../../zh/paper/2-2-japan.md"])
def test_no_section_is_not_marked(copy, capsys, file):
    """Neither is any other that is named with it."""
    before = files(copy)
    named = [str(copy / "docs/en/paper" / name) for name in ("2-2-japan.md", file)]
    assert mark_current.main(named, root=copy) == 1
    assert f"{named[1]}: no English section; they are docs/en/paper/<number>-<name>.md" in capsys.readouterr().err
    assert files(copy) == before


def test_no_table_of_a_broken_edition(copy, tmp_path, capsys):
    """A rule that is broken only in what is derived would end in a traceback half-way."""
    path = copy / "docs/_data/numbers.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("at: p1s2", "at: p99s9", 1), encoding="utf-8")
    assert build_tables.main(["--out", str(tmp_path / "tables")], root=copy) == 1
    said = capsys.readouterr().err
    assert re.search(r"docs/_data/numbers\.yml:\d+: .*p99s9 is no sentence of the edition", said)
    assert not (tmp_path / "tables").exists()


def test_where_a_sentence_stands(capsys):
    """Its line in both languages; what is no place is said."""
    assert where.main("p19s2") == 0
    for line, words in zip(
        capsys.readouterr().out.splitlines(), ("2008年，日本推出", "In 2008, Japan launched"), strict=True
    ):
        path, number = line.split(":")
        assert (ROOT / path).read_text(encoding="utf-8").splitlines()[int(number) - 1].startswith(words)
    assert where.main("p99") == 1
    assert "“p99” is no sentence, paragraph or authors' note" in capsys.readouterr().err
