"""Files and pages by templates of Jinja, which are laid out as what they make."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


def environment(folder: Path, **options) -> Environment:
    """The templates of a folder, with further options of Jinja: a line that has only a tag of Jinja leaves no line, and
    a value that is missing raises."""
    loader = FileSystemLoader(folder)
    return Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, **options)


def xml(template: Path, **context) -> bytes:
    """The XML file that a template makes of these values, in UTF-8."""
    return _xml_templates(template.parent).get_template(template.name).render(context).encode()


@cache
def _xml_templates(folder: Path) -> Environment:
    return environment(folder, autoescape=True, finalize=_escaped, keep_trailing_newline=True)


def _escaped(value: object) -> object:
    """A value as XML has it in texts and attributes; Jinja by itself would also escape the apostrophe."""
    return value if hasattr(value, "__html__") else Markup(escape(str(value), {'"': "&quot;"}))
