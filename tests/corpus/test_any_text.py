"""Whatever stands in a file, reading it gives a record or an error that names the line; never a traceback."""

import tempfile
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from edition.corpus.section_file import read_section
from edition.corpus.yaml_records import load
from edition.faults import BrokenEdition
from edition.model.records import EditorsNote, Numbers, Paper, Term

LINES = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.sampled_from(
            ["# 1.1 题", "# Title", "", "---", "renders: 0123456789abcdef", "[^1]: 注", "**头**句[@a2020]。"]
        ),
    ),
    max_size=12,
).map("\n".join)
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8), st.dates()
)
YAML = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "zh", "en", "at", "note", "phrase", "statistics", "title", "x"]), inner, max_size=4
        ),
    ),
    max_leaves=8,
)


def outcome(read, text):
    """What reading a file with this text gives: a record, or the faults."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "file").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        try:
            return read(Path(folder), "file")
        except BrokenEdition as broken:
            assert all(fault.line >= 1 and fault.message for fault in broken.faults)
            return broken.faults


@given(st.one_of(LINES, st.binary(max_size=60)))
def test_a_section_file(text):
    """A section file is a section or faults."""
    assert outcome(read_section, text)


@given(
    st.one_of(
        st.text(max_size=60), st.binary(max_size=40), YAML.map(lambda value: yaml.safe_dump(value, allow_unicode=True))
    )
)
def test_a_data_file(text):
    """A data file is records or faults, whatever its shape."""
    for shape in (Paper, list[Term], list[EditorsNote], Numbers):
        outcome(lambda root, path: load(root, path, shape), text)
