"""One section file into its heading, paragraphs of lines, and notes. A block is a paragraph, a line a sentence."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.faults import BrokenEdition, Fault, read_text
from edition.model import inline

HEADING = re.compile(r"# (?:(?P<number>\d+(?:\.\d+)?) )?(?P<title>\S.*)")
NOTE = re.compile(r"\[\^(?P<label>[1-9]\d*)\]: (?P<text>\S.*)")
FRONT_MATTER = re.compile(r"---\n(?P<fields>.*?)---\n+", re.DOTALL)
RENDERS = re.compile(r"renders: (?P<digest>[0-9a-f]{16})\n")
RENDERS_LINE = re.compile(r"^renders:.*\n", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """A line of a file as it is written (with its markup), and where it stands."""

    text: str
    path: str
    number: int

    @cached_property
    def plain(self) -> str:
        """Its words alone: no markup, no citation or note marker."""
        return inline.plain(self.text)

    def fault(self, message: str) -> Fault:
        """A fault at this line."""
        return Fault(self.path, self.number, message)


@dataclass(frozen=True)
class SectionFile:
    """A section in one language; `renders` is the digest of the Chinese that an English file translates."""

    path: str
    slug: str
    number: str
    title: Line
    paragraphs: tuple[tuple[Line, ...], ...]
    notes: dict[str, Line]
    digest: str
    renders: str | None

    @property
    def order(self) -> tuple[int, ...]:
        """The place in the paper: (3, 1) for section 3.1; the introduction is (0,)."""
        return tuple(map(int, self.number.split(".")))


def digest(text: str) -> str:
    """The state of a Chinese section, as its English file records it: 16 hexadecimal digits of SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def marked(text: str, state: str) -> str:
    """The text of an English section, unchanged but for the digest of the Chinese in its front matter."""
    line = f"renders: {state}\n"
    front = FRONT_MATTER.match(text)
    if not front:
        return f"---\n{line}---\n{text}"
    fields, count = RENDERS_LINE.subn(line, front["fields"], count=1)
    return text[: front.start("fields")] + (fields if count else line + fields) + text[front.end("fields") :]


def read_section(root: Path, path: str) -> SectionFile:
    """The section file at `path`; raises BrokenEdition if it is no section file."""
    text = read_text(root, path)
    front = FRONT_MATTER.match(text)
    body = text[front.end() :] if front else text
    first = text[: len(text) - len(body)].count("\n") + 1
    lines = [Line(line, path, number) for number, line in enumerate(body.splitlines(), first)]
    heading = HEADING.fullmatch(lines[0].text) if lines else None
    if not heading:
        raise BrokenEdition([Fault(path, first, "no heading here; a section file begins with e.g. “# 1.1 Title”")])
    notes, prose = _notes(lines[1:])
    renders = RENDERS.search(front["fields"]) if front else None
    return SectionFile(
        path=path,
        slug=Path(path).stem,
        number=heading["number"] or "0",
        title=Line(heading["title"], path, first),
        paragraphs=tuple(_paragraphs(prose)),
        notes=notes,
        digest=digest(text),
        renders=renders["digest"] if renders else None,
    )


def _notes(lines: list[Line]) -> tuple[dict[str, Line], list[Line]]:
    """The authors' notes by label, and the lines that are none; raises BrokenEdition on a label used twice."""
    notes, prose = {}, []
    for line in lines:
        match = NOTE.fullmatch(line.text)
        if not match:
            prose.append(line)
        elif match["label"] in notes:
            raise BrokenEdition([line.fault(f"note [^{match['label']}] is here twice; give each note its own number")])
        else:
            notes[match["label"]] = Line(match["text"], line.path, line.number)
    return notes, prose


def _paragraphs(lines: list[Line]):
    """Runs of lines between blank lines, as tuples."""
    run = []
    for line in lines:
        if line.text.strip():
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)
