"""The theme's style sheet, cut to what our pages use: of its 140 KB twelve remain, less than three packed.

The theme sends one sheet for every site that can be built with it. A class or id that no template, script or page of ours
names cannot stand on a page, so its rules say nothing there.
"""

from __future__ import annotations

import re
from pathlib import Path

import lightningcss
from material import templates

from edition.faults import read_text

FOLDER = Path(templates.__file__).parent
SHEET = "assets/stylesheets/main.*.min.css"
# What base.html gives to elements of every page outside the blocks that overrides/main.html fills; a test holds it to that.
FRAME = set(
    "md-toggle md-overlay md-skip md-container md-main md-main__inner md-grid md-dialog md-dialog__inner".split()
)
USERS = ("overrides/**/*.html", "docs/assets/**/*.js", "docs/*/**/*.md")
# Names that an element is given: in HTML and scripts by attributes, in Markdown as {.name}.
NAMED = re.compile(r"""\b(?:class(?:Name)?|id)\s*=\s*["']([^"']*)["']|[{ ][.#]([\w-]+)[ }]""")
WORD = re.compile(r"[A-Za-z_][\w-]*")
SELECTED = re.compile(r"[.#]([A-Za-z_][\w-]*)")
# No page is written from right to left or has these elements; the theme draws every <details> as a box, which ours are not.
LEFT_TO_RIGHT = "[dir=ltr] "
NOT_OURS = re.compile(
    r"\[dir=rtl\]|(?<![\w:.#-])(?:abbr|blockquote|details|h[456]|hr|iframe|img|kbd|pre|sub|summary|video)(?![\w-])"
)
VARIABLE = re.compile(r"""(?<=[{;])(--[\w-]+):(?:"[^"]*"|'[^']*'|\([^()"']*\)|[^;{}"'])*;?""")
READ = re.compile(r"var\(\s*(--[\w-]+)")
KEYFRAMES = re.compile(r"@keyframes ([\w-]+)")


def theme_sheet(root: Path, ours: str, floor: list[str]) -> str:
    """The theme's sheet for the project at `root`, for the browsers of `floor`; `ours` are the edition's own sheets, which
    read variables of the theme or set them."""
    sheet = next(FOLDER.glob(SHEET)).read_text(encoding="utf-8")
    sheet = NOT_OURS.sub(".not-ours", sheet.replace(LEFT_TO_RIGHT, ""))
    unused = set(SELECTED.findall(sheet)) - used(root)
    sheet = _without_idle_variables(_cut(sheet, unused, floor), ours)
    return _cut(sheet, {name for name in KEYFRAMES.findall(sheet) if sheet.count(name) == 1}, floor)


def _cut(sheet: str, unused: set[str], floor: list[str]) -> str:
    """The sheet without the rules of these classes, ids and movements, as the browsers of `floor` know it."""
    return lightningcss.process_stylesheet(sheet, unused_symbols=unused, browsers_list=floor)


def used(root: Path) -> set[str]:
    """The classes and ids that our templates, scripts and pages give to elements, and those of the frame."""
    paths = [path.relative_to(root).as_posix() for pattern in USERS for path in root.glob(pattern)]
    pairs = (pair for path in paths for pair in NAMED.findall(read_text(root, path)))
    return {word for pair in pairs for names in pair for word in WORD.findall(names)} | FRAME


def _without_idle_variables(sheet: str, ours: str) -> str:
    """The sheet without variables that nothing reads, and without those that our own sheets set anew."""
    set_anew = {found[1] for found in VARIABLE.finditer(ours)}
    while True:
        idle = {found[1] for found in VARIABLE.finditer(sheet)} - set(READ.findall(sheet + ours)) | set_anew
        less = VARIABLE.sub(lambda found: "" if found[1] in idle else found[0], sheet)
        if less == sheet:
            return sheet
        sheet = less
