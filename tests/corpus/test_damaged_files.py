"""The files of an edition, damaged: reading and checking them gives an edition or faults that name a line; never a
traceback. It is the small edition, in which the rules are the same and quick; its words of the interface are the real ones."""

from __future__ import annotations

import copy
import re
import shutil

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition.faults import BrokenEdition
from edition.site.checked import checked
from shared import ROOT

SMALL = ROOT / "tests/fixtures/small"
DATA = [f"docs/_data/{name}" for name in sorted(path.name for path in (ROOT / "docs/_data").iterdir())]
YAML = [path for path in DATA if path.endswith(".yml")]
TEXT = sorted(path.relative_to(SMALL).as_posix() for path in (SMALL / "docs").glob("??/paper/[0-9]*.md"))
ODD = [
    b"\x00", b"\x07", b"\x85", b"\xff\xfe", b"\xed\xa0\x80", b"\t", b"\r\n", b"\r", "\ufeff", "\u2028", "\u202e", "\x85",
    "[@", "[^1]", "[^9]: x\n", "**", "---\n", "${p1}", "{", "}", "[", ": ", "- ", "# ", "&a ", "*a",
    "!!python/none ", "!!int ", "!!bool ", "- &a [*a]\n", "[" * 990, "9" * 5000, "\n\n", "¹", "①",
]  # fmt: skip
PIECES = st.sampled_from([piece if isinstance(piece, bytes) else piece.encode() for piece in ODD])
HUGE = "很" * 100_000
VALUES = st.one_of(
    st.sampled_from(
        [None, True, -1, 0, 10**400, 1e308, float("inf"), float("nan"), "", " ", "p1s1", "p99999s1", "n9", HUGE]
    ),
    st.sampled_from(["(?P<", "(a+)+$", "\\", "\\1", "\\g<x>", "${", "[@x2000]", "2023-02-30", "0", "̀", "\ud7ff"]),
    st.text(max_size=6),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["zh", "en", "id", "x", ""]), st.text(max_size=3), max_size=2),
)


@pytest.fixture(scope="module")
def root(small, tmp_path_factory):
    """The root of a copy of its text and data."""
    root = tmp_path_factory.mktemp("damaged")
    shutil.copytree(small / "docs", root / "docs", ignore=shutil.ignore_patterns("assets"))
    assert checked(root)
    return root


@pytest.fixture(scope="module")
def damaged(root, remembering):
    """A function that puts other bytes into a file of the copy, in place of its own, and returns the faults that it then
    has; an empty list if there is none."""

    def outcome(path, own, content):
        (root / path).write_bytes(content)
        try:
            checked(root)
        except BrokenEdition as broken:
            return broken.faults
        finally:
            (root / path).write_bytes(own)
        return []

    return outcome


def named(faults):
    """Assert that each fault says which line of which file is wrong, and how."""
    for fault in faults:
        assert re.fullmatch(r"docs/\S+", fault.path) and fault.line >= 1 and fault.message, fault


@st.composite
def damage(draw, content):
    """The bytes of a file with lines gone, doubled, exchanged or cut short, or something odd put in."""
    lines = content.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        at, other = (draw(st.integers(0, max(0, len(lines) - 1))) for _ in range(2))
        kind = draw(st.sampled_from(["drop", "double", "swap", "end", "odd", "odd", "odd", "crlf"]))
        if not lines or kind == "end":
            lines = lines[:at]
        elif kind == "drop":
            del lines[at : at + draw(st.integers(1, 3))]
        elif kind == "double":
            lines.insert(other, lines[at])
        elif kind == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == "odd":
            place = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:place] + draw(PIECES) + lines[at][place + draw(st.integers(0, 9)) :]
        else:
            lines = [line.replace(b"\n", b"\r\n") for line in lines]
    return b"".join(lines)


def nodes(value, path=()):
    """The place of every value in a tree of lists and mappings."""
    yield path
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from nodes(value[key], (*path, key))


@st.composite
def change(draw, tree):
    """A tree in which a value is another, or is gone, or is there twice under a list."""
    place = draw(st.sampled_from(sorted(nodes(tree), key=repr)))
    if not place:
        return draw(VALUES)
    holder = tree
    for key in place[:-1]:
        holder = holder[key]
    kind = draw(st.sampled_from(["other", "other", "gone", "twice", "unknown"]))
    if kind == "gone":
        del holder[place[-1]]
    elif kind == "twice" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[place[-1]]))
    elif kind == "unknown" and isinstance(holder, dict):
        holder[draw(st.text(max_size=4))] = draw(VALUES)
    else:
        holder[place[-1]] = draw(VALUES)
    return tree


@given(st.data())
@pytest.mark.slow
def test_damaged_bytes(root, damaged, data):
    """A file that lost or gained lines or bytes."""
    path = data.draw(st.sampled_from(DATA + TEXT))
    own = (root / path).read_bytes()
    named(damaged(path, own, data.draw(damage(own))))


@given(st.data())
@pytest.mark.slow
def test_other_values(root, damaged, data):
    """A data file that is YAML, with other values than belong there."""
    path = data.draw(st.sampled_from(YAML))
    own = (root / path).read_bytes()
    tree = data.draw(change(yaml.safe_load(own)))
    named(
        damaged(path, own, yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass"))
    )
