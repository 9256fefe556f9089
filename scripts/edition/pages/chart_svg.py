"""A drawing of the charting library as SVG that may stand in a page: accessible, in the page's fonts and colours."""

from __future__ import annotations

from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
DROPPED_ELEMENTS = {f"{{{SVG}}}{name}" for name in ("style", "script", "title", "desc")}
DROPPED_ATTRIBUTES = {"style", "role", "version", "font-family", "pointer-events", "cursor"}
BACKDROPS = {"background", "foreground"}
INERT = {"opacity": "1", "stroke-width": "1"}

ElementTree.register_namespace("", SVG)


def page_ready(svg: str, id: str, title: str, description: str) -> str:
    """The drawing as one image with a name and a description; no style, script or font of its own, no empty frame."""
    root = ElementTree.fromstring(svg)
    _clean(root)
    root.attrib |= {"id": id, "role": "img", "aria-labelledby": f"{id}-title {id}-desc"}
    root.attrib.pop("class", None)
    for position, (name, words) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{SVG}}}{name}", {"id": f"{id}-{name}"})
        element.text = words
        root.insert(position, element)
    return ElementTree.tostring(root, encoding="unicode")


def _clean(element: ElementTree.Element) -> None:
    for name in [name for name, value in element.attrib.items() if _is_dropped(name, value)]:
        del element.attrib[name]
    for child in list(element):
        if child.tag in DROPPED_ELEMENTS or child.get("class") in BACKDROPS:
            element.remove(child)
        else:
            _clean(child)
            if child.tag == f"{{{SVG}}}g" and not len(child):
                element.remove(child)


def _is_dropped(name: str, value: str) -> bool:
    return name in DROPPED_ATTRIBUTES or name.startswith(("aria-", "on")) or INERT.get(name) == value
