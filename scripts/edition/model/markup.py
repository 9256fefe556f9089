"""XML and XHTML as trees: built from calls, written as bytes. No angle bracket is typed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(tag: str, attributes: dict[str, str] | None = None, *content) -> Element:
    """An element; names may have a prefix that the root declares. Content is text, elements, lists of them, or None."""
    made = Element(tag, attributes or {})
    for piece in _flat(content):
        if isinstance(piece, Element):
            made.append(piece)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + piece
        else:
            made.text = (made.text or "") + piece
    return made


def document(root: Element, running: set[str], doctype: str = "") -> bytes:
    """The tree as a UTF-8 file, laid out in lines but for elements that hold text, where a space would show:
    those that have some, and those named in `running`."""
    _lay_out(root, running, "\n")
    return (DECLARATION + doctype + ElementTree.tostring(root, encoding="unicode") + "\n").encode()


def _flat(content: Iterable) -> Iterable[str | Element]:
    for piece in content:
        if isinstance(piece, (str, Element)):
            yield piece
        elif piece is not None:
            yield from _flat(piece)


def _lay_out(parent: Element, running: set[str], margin: str) -> None:
    if parent.tag in running or not len(parent) or parent.text or any(child.tail for child in parent):
        return
    parent.text = margin + " "
    for child in parent:
        child.tail = margin + " "
        _lay_out(child, running, margin + " ")
    parent[-1].tail = margin
