"""The edition grown k times, as a project that builds: what a paper of k times the length would ask of the machinery.

The whole paper follows itself k times. What belongs to a place is repeated with it: sections get further numbers and
addresses, paragraphs, notes, citations and lines of the source are numbered through, and figures, dates, editor's
notes, references, exceptions and emendations are there once for each time with ids of their own. What belongs to the
language is shared: terms, names and typography, which occur k times as often; a vocabulary does not grow with the text
as the text does. The title page, the printed pages (the last has all that follows) and the charts, written for these
figures by hand, are as they were.

python tests/bench/grown.py 10 FOLDER     # then, in FOLDER: python -m mkdocs build --strict
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts")]

from edition.corpus import FRONT_MATTER, digest  # noqa: E402
from edition.data import Loader  # noqa: E402
from edition.inline import circled  # noqa: E402

PARTS = ("docs", "hosting", "overrides", "scripts")
MARK = re.compile(r"(?<=\[@)[a-z]+\d{4}(?=\])|(?<=\[\^)\d+(?=\])")
PRINTED = re.compile(r"\^\[(?P<citation>\d+)\]|(?P<mark>\^|^)(?P<note>[①-⑨])")
NAME = re.compile(r"(?<=\$\{)[^}]+(?=\})")
SOURCE_ROWS = ("chinese", "verbatim", "left_out")


@dataclass(frozen=True)
class Size:
    """How much of each numbered thing the paper has: a copy counts on from there."""

    chapters: int
    paragraphs: int
    notes: int
    references: int
    lines: int


@dataclass(frozen=True)
class Copy:
    """The paper once more, `index` times after the first: its numbers, moved on."""

    index: int
    size: Size

    def id(self, id: str) -> str:
        """The id of an entry."""
        return f"c{self.index}-{id}" if self.index else id

    def key(self, key: str) -> str:
        """The key of a reference, zhang2019 as zhangab2019."""
        letters = "".join(chr(ord("a") + digit) for digit in divmod(self.index, 26)) if self.index else ""
        return f"{key[:-4]}{letters}{key[-4:]}"

    def number(self, number: str) -> str:
        """The number of a section, 1.2 as 6.2."""
        chapter, dot, section = number.partition(".")
        return f"{int(chapter) + self.index * self.size.chapters}{dot}{section}"

    def slug(self, slug: str) -> str:
        """The address of a section, 1-2-mitigation as 6-2-mitigation."""
        return re.sub(r"^\d+", lambda match: self.number(match[0]), slug)

    def note(self, label: str) -> str:
        """The label of an authors' note."""
        return str(int(label) + self.index * self.size.notes)

    def line(self, number: int) -> int:
        """A line of the source."""
        return number + self.index * self.size.lines

    def lines(self, key: int | str) -> int | str:
        """The lines of a row of source.yml, 72 or "58 60 68"."""
        moved = [self.line(int(number)) for number in str(key).split()]
        return moved[0] if isinstance(key, int) else " ".join(map(str, moved))

    def place(self, name: str) -> str:
        """A place of the text: p12s3, p12, n1, heading.1-2-mitigation, zhang2019.zh; others belong to the title page."""
        if match := re.fullmatch(r"p(\d+)(s\d+)?", name):
            return f"p{int(match[1]) + self.index * self.size.paragraphs}{match[2] or ''}"
        if match := re.fullmatch(r"n(\d+)", name):
            return f"n{self.note(match[1])}"
        if name.startswith("heading."):
            return "heading." + self.slug(name.removeprefix("heading."))
        return re.sub(r"^[a-z]+\d{4}(?=\.|$)", lambda match: self.key(match[0]), name)

    def text(self, text: str) -> str:
        """A section file without its front matter; the introduction, printed without a number, gets one."""
        text = MARK.sub(lambda match: self.note(match[0]) if match[0].isdigit() else self.key(match[0]), text)
        return re.sub(r"\A# (?:(\d[\d.]*) )?", lambda match: f"# {self.number(match[1] or '0')} ", text)

    def heading(self, line: str) -> str:
        """A heading in the source, which begins with its number."""
        return re.sub(r"^\d[\d.]*", lambda match: self.number(match[0]), line)

    def printed(self, line: str) -> str:
        """A line of the source: ^[4] as ^[10], ^① and the ① before a note as ④."""
        return PRINTED.sub(self._mark, line)

    def _mark(self, match: re.Match) -> str:
        if match["citation"]:
            return f"^[{int(match['citation']) + self.index * self.size.references}]"
        return match["mark"] + circled(self.note(str(ord(match["note"]) - ord("①") + 1)))


class Dumper(yaml.CSafeDumper):
    """YAML as the data files have it: what stands twice is written out twice."""

    def ignore_aliases(self, data: object) -> bool:
        """Never an alias."""
        return True


def grow(times: int, target: Path, root: Path = ROOT) -> None:
    """Write the project at `root` into the folder `target`, grown."""
    ignored = shutil.ignore_patterns("__pycache__", "built")
    for part in PARTS:
        shutil.copytree(root / part, target / part, ignore=ignored)
    (target / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text(encoding="utf-8"), encoding="utf-8")
    copies = [Copy(index, size(root)) for index in range(times)]
    if times > 1:
        _sections(target, copies)
        _facts(target, copies)
        _source(target, copies)
        _navigation(target, copies)


def size(root: Path) -> Size:
    """How much the paper at `root` has."""
    files = [path.read_text(encoding="utf-8") for path in _section_files(root, "zh")]
    printed = _load(root, "source")["chinese"].values()
    return Size(
        chapters=sum(path.stem.split("-")[1].isalpha() for path in _section_files(root, "zh")),
        paragraphs=sum(re.fullmatch(r"\$\{p\d+\}", row) is not None for row in printed),
        notes=sum(len(re.findall(r"^\[\^\d+\]:", text, re.MULTILINE)) for text in files),
        references=len(_load(root, "references")),
        lines=len((root / "docs/_data/source.txt").read_text(encoding="utf-8").splitlines()),
    )


def _section_files(root: Path, language: str) -> list[Path]:
    return sorted((root / "docs" / language / "paper").glob("[0-9]*.md"))


def _sections(target: Path, copies: list[Copy]) -> None:
    originals, translations = _section_files(target, "zh"), _section_files(target, "en")
    for original, translation in zip(originals, translations):
        zh = original.read_text(encoding="utf-8")
        en = FRONT_MATTER.sub("", translation.read_text(encoding="utf-8"), count=1)
        for copy in copies[1:]:
            name, text = f"{copy.slug(original.stem)}.md", copy.text(zh)
            (original.parent / name).write_text(text, encoding="utf-8")
            (translation.parent / name).write_text(
                f"---\nrenders: {digest(text)}\n---\n{copy.text(en)}", encoding="utf-8"
            )


def _facts(target: Path, copies: list[Copy]) -> None:
    """The data that is tied to a place, once for each copy."""
    numbers = _load(target, "numbers")
    fixed = [row for row in numbers["no_statistics"] if "at" not in row]
    tied = {part: [row for row in numbers[part] if "at" in row] for part in numbers}
    moved = {part: list(_moved(rows, copies)) for part, rows in tied.items()}
    _save(target, "numbers", {**moved, "no_statistics": fixed + moved["no_statistics"]})
    notes = _load(target, "notes")
    once = [row for row in notes if row["at"] == "abstract"]
    _save(target, "notes", once + list(_moved([row for row in notes if row not in once], copies)))
    references = _load(target, "references")
    _save(target, "references", [{**row, "key": copy.key(row["key"])} for copy in copies for row in references])
    for name in ("terms", "names"):
        entries = _load(target, name)
        for entry in entries:
            if "exceptions" in entry:
                entry["exceptions"] = list(_moved(entry["exceptions"], copies))
        _save(target, name, entries)


def _moved(rows: list[dict], copies: list[Copy]) -> Iterator[dict]:
    for copy in copies:
        for row in rows:
            ids = {name: copy.id(row[name]) for name in ("id", "note") if isinstance(row.get(name), str)}
            yield {**row, **ids, "at": copy.place(row["at"])}


def _source(target: Path, copies: list[Copy]) -> None:
    """The source, where each line of it stands, and what was changed in it."""
    path = target / "docs/_data/source.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    source_map, emendations = _load(target, "source"), _load(target, "emendations")
    headings = {key for key, row in source_map["chinese"].items() if row.startswith("${heading.")}
    printed = [
        copy.heading(line) if number in headings else copy.printed(line)
        for copy in copies
        for number, line in enumerate(lines, 1)
    ]
    for copy in copies[1:]:
        chapters = [row for row in source_map["supplied"] if row == "heading.0-introduction"]
        source_map["supplied"] |= {copy.place(row): source_map["supplied"][row] for row in chapters}
    for part in SOURCE_ROWS:
        rows = source_map[part]
        source_map[part] = {copy.lines(key): _row(copy, rows[key]) for copy in copies for key in rows}
    for part in ("readings", "structure"):
        changed = [row for row in emendations[part] if "change" in row]
        emendations[part] += [_changed(copy, row) for copy in copies[1:] for row in changed]
    path.write_text("\n".join(printed) + "\n", encoding="utf-8")
    _save(target, "source", source_map)
    _save(target, "emendations", emendations)


def _row(copy: Copy, row: str | dict) -> str | dict:
    """What a row of source.yml says of its lines: a template, or a reason."""
    return copy.printed(NAME.sub(lambda match: copy.place(match[0]), row)) if isinstance(row, str) else row


def _changed(copy: Copy, row: dict) -> dict:
    change = row["change"]
    readings = {part: copy.printed(change[part]) for part in ("source", "edition")}
    return {**row, "id": copy.id(row["id"]), "change": {"line": copy.line(change["line"]), **readings}}


def _navigation(target: Path, copies: list[Copy]) -> None:
    path = target / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    entries = re.findall(r"^ +- paper/\d.*\.md\n", text, re.MULTILINE)
    more = "".join(
        re.sub(r"(?<=paper/)\d+", lambda m: copy.number(m[0]), entry) for copy in copies[1:] for entry in entries
    )
    path.write_text(text.replace(entries[-1], entries[-1] + more), encoding="utf-8")


def _load(root: Path, name: str):
    return yaml.load((root / f"docs/_data/{name}.yml").read_text(encoding="utf-8"), Loader=Loader)


def _save(root: Path, name: str, value) -> None:
    text = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    (root / f"docs/_data/{name}.yml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    grow(int(sys.argv[1]), Path(sys.argv[2]))
