"""Citations by a citation processor: pandoc formats the CSL items in the styles of `styles/`, in their own words."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from edition.citing import items
from edition.faults import Fault, stop_if_any
from edition.model.grouped import grouped
from edition.model.inline import CHINESE
from edition.model.site_address import TAGS
from edition.pandoc import pandoc

FOLDER = Path(__file__).parent / "styles"


@dataclass(frozen=True)
class Style:
    """A way to cite: `id` names it in interface.yml, `file` is its CSL, `language` that of the citation; `quoted` is the one
    that goes with a quotation in its language."""

    id: str
    file: str
    language: str
    prepare: Callable[[dict], dict]
    quoted: bool = False


@dataclass(frozen=True)
class Citation:
    """Something cited in a style."""

    style: Style
    html: Markup


STYLES = (
    Style("style_gb_zh", "china-national-standard-gb-t-7714-2015-numeric.csl", "zh", items.for_gb, quoted=True),
    Style("style_gb_en", "china-national-standard-gb-t-7714-2015-numeric.csl", "en", items.for_gb),
    Style("style_apa", "apa.csl", "en", items.for_english, quoted=True),
    Style("style_mla", "modern-language-association.csl", "en", items.for_english),
    Style("style_chicago", "chicago-author-date.csl", "en", items.for_english),
)


def citations(citables: list[items.Citable]) -> dict[str, list[Citation]]:
    """Everything citable in every style that has its language, by the id of the citable; raises BrokenEdition for a
    style whose file is missing, and for a file that is no style's."""
    stop_if_any(_wrong_files())
    wanted = [(one, style) for one in citables for style in STYLES if style.language in one.items]
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda pair: _citation(*pair), wanted))
    return grouped((one.id, citation) for (one, _), citation in zip(wanted, found))


def _wrong_files() -> Iterator[Fault]:
    """Styles whose file is missing, and files that are no style's."""
    named, there = {style.file for style in STYLES}, {path.name for path in FOLDER.glob("*.csl")}
    for file in sorted(named ^ there):
        missing = "the file is missing; STYLES in formatted.py names it"
        message = "no style; name it in STYLES in formatted.py" if file in there else missing
        yield Fault(f"scripts/edition/citing/styles/{file}", 1, message)


def _citation(citable: items.Citable, style: Style) -> Citation:
    item = json.dumps(style.prepare(citable.items[style.language]), ensure_ascii=False)
    return Citation(style, Markup(entry(item, style.file, items.LOCALES[style.language])))


@lru_cache
def entry(item: str, style: str, locale: str) -> str:
    """One item of CSL-JSON as an entry of a bibliography, in HTML; by itself, so that no other entry changes it."""
    options = f"--from=csljson --to=html --quiet --ascii --wrap=none --citeproc --csl={style} --metadata=lang:{locale}"
    html = pandoc(*options.split(), source=f"[{item}]".encode(), folder=FOLDER).decode("ascii")
    [found] = ElementTree.fromstring(html).iterfind("div[@class='csl-entry']")
    body = found.find("div[@class='csl-right-inline']")  # beside the number that some styles give
    return _inside(found if body is None else body)


def _inside(element: ElementTree.Element) -> str:
    """What is inside an element, as HTML; spans that say nothing are left out, and a Chinese title has its language."""
    written = Markup.escape(element.text or "")
    for child in element:
        inside = _inside(child)
        attributes = f' href="{Markup.escape(child.attrib["href"])}"' if "href" in child.attrib else ""
        attributes += f' lang="{TAGS["zh"]}"' if child.tag == "em" and CHINESE.search(inside) else ""
        written += Markup(inside if child.tag == "span" else f"<{child.tag}{attributes}>{inside}</{child.tag}>")
        written += Markup.escape(child.tail or "")
    return str(written.strip() if element.tag == "div" else written)
