"""ARCHITECTURE.md says how the programs depend on each other; here that is compared with their imports."""

import ast
import re

from shared import ROOT

PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
PROGRAMS = [
    path for path in [*ROOT.glob("scripts/*.py"), *ROOT.glob("scripts/edition/*.py")] if path.stem != "__init__"
]


def layers():
    """The layer of each module: by the table of the page; hooks and commands by where they stand."""
    rows = re.findall(r"^\| (\w+) \| ((?:`\w+` ?)+) \|", PAGE, re.MULTILINE)
    found = {module: layer for layer, modules in rows for module in re.findall(r"\w+", modules)}
    for path in ROOT.glob("scripts/*.py"):
        found[path.stem] = "hooks" if path.stem.startswith("hook_") else "commands"
    return found


def imported(path):
    """The modules of the project that a program imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (
            node.module is None or (node.module == "edition" and not node.level)
        ):
            yield from (alias.name for alias in node.names)  # from . import x, from edition import x
        elif isinstance(node, ast.ImportFrom):
            yield node.module.removeprefix("edition.")


def arrows():
    """(taken from, taken by) for every import from one layer into another."""
    layer = layers()
    pairs = {(layer[name], layer[path.stem]) for path in PROGRAMS for name in imported(path) if name in layer}
    return {(one, other) for one, other in pairs if one != other}


def reached(start, pairs):
    """All that can be reached from a layer."""
    found, new = set(), {start}
    while new:
        new = {other for one, other in pairs if one in new} - found
        found |= new
    return found


def test_every_module_has_a_layer():
    """The table names the modules that there are, each once."""
    named = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| \w+ \| ((?:`\w+` ?)+) \|", PAGE, re.MULTILINE)))
    there = {path.stem for path in ROOT.glob("scripts/edition/*.py")} - {"__init__"}
    assert len(named) == len(set(named))
    assert sorted(there - set(named)) == [], "ARCHITECTURE.md: name these in the table of layers"
    assert sorted(set(named) - there) == [], "ARCHITECTURE.md: these are gone; take them out of the table of layers"


def test_no_circle():
    """No layer takes anything from one that takes from it."""
    pairs = arrows()
    assert sorted((one, other) for one, other in pairs if one in reached(other, pairs)) == []


def test_the_picture_is_the_code():
    """The solid arrows are the imports between layers, less those that follow from others."""
    pairs = arrows()
    needed = {(one, other) for one, other in pairs if other not in reached(one, pairs - {(one, other)})}
    drawn = re.findall(r"^  (\w+) --> (\w+)$", PAGE, re.MULTILINE)
    assert len(drawn) == len(set(drawn))
    assert sorted(needed - set(drawn)) == [], "ARCHITECTURE.md: draw these arrows (a --> b: b imports a)"
    assert sorted(set(drawn) - needed) == [], (
        "ARCHITECTURE.md: take these arrows out; no import, or it follows from others"
    )


def test_the_table_of_a_build_is_its_hooks():
    """The hooks stand in the order in which they run."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    run = re.findall(r"^  - scripts/(hook_\w+)\.py", config, re.MULTILINE)
    assert re.findall(r"^\| `(hook_\w+)` \|", PAGE, re.MULTILINE) == run
    assert {path.stem for path in ROOT.glob("scripts/hook_*.py")} == set(run)


def test_what_is_watched_can_be_taken_up():
    """`serve` builds anew with the modules that it has: a program that it watched would change nothing, and seem to."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    [watched] = re.findall(r"^watch: \[(.*)\]", config, re.MULTILINE)
    assert [folder for folder in watched.split(", ") if [*(ROOT / folder).rglob("*.py")]] == []


def test_the_version_is_in_the_changelog():
    """The newest version of CHANGELOG.md is the one of the project."""
    [project] = re.findall(r'^version = "(.*)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    versions = re.findall(
        r"^## (\d\S*) - \d{4}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert versions[0] == project
