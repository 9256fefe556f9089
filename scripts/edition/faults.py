"""What is wrong with the edition, and where: `path:line: what is wrong, what would be right`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Key, Value = TypeVar("Key"), TypeVar("Value")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong; `path` is relative to the project, `line` counts from 1."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def quoted(words: str) -> str:
    """Words of the text in quotation marks; in single ones where they have double ones themselves."""
    return f"‘{words}’" if re.search("[“”]", words) else f"“{words}”"


class Refused(Exception):
    """A setting or argument cannot be used. The message says what would be right; it is shown without a traceback."""


class WrongSetting(Refused):
    """A setting of the build, an environment variable or an option, has a value that cannot be used."""


class BrokenEdition(Refused):
    """The edition cannot be built; `faults` says why, in the order of the files."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def stop_if_any(faults: Iterable[Fault]) -> None:
    """Raise BrokenEdition if there is a single fault."""
    found = list(faults)
    if found:
        raise BrokenEdition(found)


def exit_status(command: Callable[[], object]) -> int:
    """The exit status of a program: 0, or 1 if it is refused something, which is said."""
    try:
        command()
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def all_of(readers: Mapping[Key, Callable[[], Value]]) -> dict[Key, Value]:
    """What each of the readers gives, by its key; raises BrokenEdition with the faults of them all."""
    values, faults = {}, []
    for key, read in readers.items():
        try:
            values[key] = read()
        except BrokenEdition as broken:
            faults += broken.faults
    stop_if_any(faults)
    return values


def read_text(root: Path, path: str) -> str:
    """The text of a file of the project; raises BrokenEdition where it is missing or not UTF-8. A byte order
    mark, which some editors put before it, is no part of the text."""
    try:
        return (root / path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BrokenEdition([Fault(path, 1, "the file is missing; the edition needs it")]) from None
    except UnicodeDecodeError as error:
        line = (root / path).read_bytes()[: error.start].count(b"\n") + 1
        raise BrokenEdition([Fault(path, line, "not UTF-8; save the file as UTF-8")]) from None
