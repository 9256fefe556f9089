"""What test modules import: the project's root, cases kept as data, and the words that readers see."""

from __future__ import annotations

import functools
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import yaml
from bs4 import BeautifulSoup, Tag

ROOT = Path(__file__).parent.parent
# How Java runs a program of some seconds in half the time: compiled quickly and once, with a stack that is then enough.
JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss8m"


def cases(name: str):
    """The cases in tests/cases/<name>.yml."""
    return yaml.safe_load((ROOT / f"tests/cases/{name}.yml").read_text(encoding="utf-8"))


def hook(name: str):
    """A hook of the site generator as a module."""
    path = ROOT / f"scripts/hooks/{name}.py"
    spec = importlib.util.spec_from_file_location(f"hook_{name}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def built(root: Path, folder: Path, **settings: str) -> Path:
    """The folder, with the site of the project at `root` built strictly into it, by these settings of the environment."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@functools.cache
def page_tree(file: Path) -> BeautifulSoup:
    """A page of a site as a tree, parsed once: who has it changes nothing in it."""
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


def without_marks(element: Tag) -> str:
    """The text of an element without the marks of notes and works."""
    return "".join(text for text in element.strings if not text.find_parent("sup"))


def example(heading: str, number: int = 0) -> str:
    """An example that stands under a heading of CONTRIBUTING.md, counted from 0."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    [text] = re.findall(rf"^## {heading}\n(.*?)^## ", guide, re.DOTALL | re.MULTILINE)
    return re.findall(r"```\w+\n(.*?)```", text, re.DOTALL)[number]


def replace_once(path: Path, old: str, new: str) -> None:
    """Put a text in place of another that stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def words(language: str):
    """A function that gives a word of the interface in a language, by its key."""
    interface = yaml.safe_load((ROOT / "docs/_data/interface.yml").read_text(encoding="utf-8"))
    return lambda key: interface[key][language]


def tied(root=ROOT):
    """What the files tie, read without the programs: line k of paragraph p in both languages, the authors' notes and the
    abstract, as pairs of an id and the plain words (Chinese, English)."""
    for number, part in enumerate(yaml.safe_load((root / "docs/_data/paper.yml").read_text("utf-8"))["abstract"], 1):
        yield f"abstract{number}", (part["zh"], part["en"])
    files = sorted((root / "docs/zh/paper").glob("[0-9]*.md"), key=_number)
    number = 0
    for blocks in ([_blocks(path) for path in (file, root / "docs/en/paper" / file.name)] for file in files):
        for pair in zip(*blocks, strict=True):
            if label := re.match(r"\[\^(\d)\]: ", pair[0][0]):
                yield f"n{label[1]}", tuple(_words(lines[0][len(label[0]) :]) for lines in pair)
            else:
                number += 1
                for k, lines in enumerate(zip(*pair, strict=True), 1):
                    yield f"p{number}s{k}", tuple(map(_words, lines))


def _number(path):
    """The number of a section from the name of its file: 1 before 1-1."""
    return [int(part) for part in re.match(r"[\d-]+", path.stem)[0].split("-") if part]


def _blocks(path):
    """The paragraphs and notes of a section file as lists of lines."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [block.split("\n") for block in text.strip().split("\n\n") if not block.startswith("#")]


def _words(line):
    """A line without marks and markup."""
    return re.sub(r"\[@\w+\]|\[\^\d\]|\*\*", "", line)
