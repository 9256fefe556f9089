"""YAML files into records. Whatever is wrong is said with the line of the file that it stands on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from edition.faults import BrokenEdition, Fault, read_text, stop_if_any
from edition.model.records import SHAPES

KINDS = {  # what pydantic calls “a valid …”
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "date_from_datetime_parsing": "a date, as 2023-10-18",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "dataclass_type": "keys with values",
}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML whose dates stay text, so that an impossible one is a fault with its line and not an exception without.
    It is read by libyaml, ten times as fast, where PyYAML was built with it."""

    yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node; what its tag cannot make of it (`!!int ""`) is an error with its place."""
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError):
            problem = f"“{node.value:.20}” is no {node.tag.rpartition(':')[2]}"
            raise yaml.constructor.ConstructorError(problem=problem, problem_mark=node.start_mark) from None


def load(root: Path, path: str, shape: Any) -> Any:
    """The file at `path` as `shape` (a record or a list or dict of records); raises BrokenEdition."""
    node, value = _parse(path, read_text(root, path))
    try:
        return TypeAdapter(shape).validate_python(value)
    except ValidationError as error:
        stop_if_any(
            Fault(path, _line(node, place), _sentence(place, errors)) for place, errors in _placed(node, error).items()
        )


def _parse(path: str, text: str) -> tuple[yaml.Node | None, Any]:
    """The text as a tree with its lines, and as plain values; raises BrokenEdition if it is no YAML."""
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
        stop_if_any(Fault(path, line, message) for line, message in _twice(node, set()))
        return node, value
    except RecursionError:
        raise BrokenEdition([Fault(path, 1, "too many lists within lists; an entry has few")]) from None
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = mark.line if mark else text.count("\n", 0, getattr(error, "position", 0))
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        raise BrokenEdition([Fault(path, line + 1, f"not YAML ({what}); check indent, colons and quotes")]) from None


def fault(root: Path, path: str, place: tuple, message: str) -> Fault:
    """A fault in a data file that reads well but is wrong: `place` leads to the entry, e.g. (3, "phrase", "en")."""
    node = yaml.compose(read_text(root, path), Loader=Loader)
    return Fault(path, _line(node, place), message)


def _placed(node: yaml.Node | None, error: ValidationError) -> dict[tuple, list[dict[str, Any]]]:
    """The errors of pydantic by the place of each in the file; where it tried several shapes, each of them has one."""
    placed: dict[tuple, list[dict[str, Any]]] = {}
    for one in error.errors():
        placed.setdefault(_place(node, one), []).append(one)
    return placed


def _place(node: yaml.Node | None, error: dict[str, Any]) -> tuple:
    """The keys that lead to an error, without the names of shapes that pydantic has among them."""
    place = ()
    for step in error["loc"]:
        if str(step) in (children := _children(node)):
            place, node = (*place, step), children[str(step)]
    return (*place, error["loc"][-1]) if error["type"] == "missing" else place


def _sentence(place: tuple, errors: list[dict[str, Any]]) -> str:
    """The errors of pydantic at a place in a sentence that says where, what and what would be right."""
    *above, last = (_counted(step) for step in place) if place else ("the file",)
    where = f"entry {'.'.join(above)}: " if above else ""
    kind, value = errors[0]["type"], errors[0]["input"]
    if kind == "extra_forbidden":
        return f"{where}unknown key “{last}”; correct its spelling or remove it"
    if kind == "missing":
        return f"{where}no “{last}”; add it"
    wanted = " or ".join(dict.fromkeys(map(_wanted, errors))).replace(" or it should be ", " or ")
    return f"{where}“{last}” is {value!r:.60}; {wanted}"


def _wanted(error: dict[str, Any]) -> str:
    """What would be right instead, in words."""
    if error["type"] == "string_pattern_mismatch":
        return f"it should be {SHAPES[error['ctx']['pattern']]}"
    if error["type"] in KINDS:
        return f"it should be {KINDS[error['type']]}"
    said = re.sub(r" or instance of \w+|^Value error, ", "", error["msg"])
    return said[0].lower() + said[1:]


def _counted(step: str | int) -> str:
    """A step to an entry as a person says it: entries count from one."""
    return str(step + 1) if isinstance(step, int) else step


def _line(node: yaml.Node | None, place: tuple) -> int:
    """The line of the innermost node that `place` leads to."""
    line = node.start_mark.line if node else 0
    for step in place:
        children = _children(node)
        if str(step) not in children:
            break
        node = children[str(step)]
        line = node.start_mark.line
    return line + 1


def _children(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """What is directly under a node, by key or index as text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: value for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return {str(index): child for index, child in enumerate(node.value)}
    return {}


def _twice(node: yaml.Node | None, seen: set[yaml.Node]) -> Iterator[tuple[int, str]]:
    """Keys that a mapping has twice (YAML itself keeps the last and says nothing), and what stands elsewhere as an
    alias (which may stand in itself, or multiply without end)."""
    if node in seen:
        yield node.start_mark.line + 1, "is repeated by an alias (*); write it out where it is wanted"
        return
    seen.add(node)
    if isinstance(node, yaml.MappingNode):
        keys = Counter(key.value for key, _ in node.value)
        for key, _ in node.value:
            if keys[key.value] > 1:
                yield key.start_mark.line + 1, f"“{key.value}” is here twice; keep one"
    for child in _children(node).values():
        yield from _twice(child, seen)
