"""The theme as it comes, with the text of this edition: what one gets from mkdocs-material and mkdocs-static-i18n without
a line of this project's. The same pages under the same addresses, its own scripts and search; no font from another host.

Sentences run on in paragraphs, citations link to the references, authors' notes are footnotes, tables are tables.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from edition.corpus.edition import Edition, Section
from edition.corpus.language import Language
from edition.model.inline import tokens
from edition.model.records import Both
from edition.tables.concordance import Lines
from edition.tables.rows import TABLES, Where, rows

I18N = {
    "docs_structure": "folder",
    "languages": [
        {"locale": "zh", "name": "中文", "default": True, "build": True},
        {"locale": "en", "name": "English", "build": True},
    ],
}


def write(edition: Edition, folder: Path) -> None:
    """Write the project of the plain site into a folder; `mkdocs build` makes the site of it."""
    for side in (Language(edition, "zh"), Language(edition, "en")):
        for path, text in _pages(side):
            file = folder / "docs" / side.language / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    config = {
        "site_name": edition.paper.title.zh,
        "site_url": "http://127.0.0.1:8000/",
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {}}, {"i18n": I18N}],
        "markdown_extensions": ["attr_list", "footnotes", "tables"],
        "nav": _navigation(edition.root),
    }
    (folder / "mkdocs.yml").write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")


def _navigation(root: Path) -> list:
    """This edition's own navigation, without its search page: the theme has its search on every page."""
    text = re.sub(r"!\w+", "", (root / "mkdocs.yml").read_text(encoding="utf-8"))
    return [entry for entry in yaml.safe_load(text)["nav"] if entry != "search.md"]


def _pages(side: Language) -> Iterator[tuple[str, str]]:
    edition, paper = side.edition, side.edition.paper
    yield "index.md", f"# {side.own(paper.title)}\n\n" + "\n\n".join(_title_page(side))
    for section in edition.sections:
        yield f"paper/{section.slug}.md", f"# {side.heading(section)}\n\n{_section(side, section)}\n"
    whole = "\n\n".join(f"## {side.heading(section)}\n\n{_section(side, section)}" for section in edition.sections)
    yield "paper/full.md", f"# {side.own(paper.title)}\n\n{whole}\n"
    works = (f'{number}. <span id="{work.key}"></span>{work.zh or ""} {work.en}' for number, work in _works(edition))
    yield "paper/references.md", f"# {side.label('references')}\n\n" + "\n".join(works) + "\n"
    for name in TABLES:
        yield f"tables/{name}.md", f"# {side.label(f'table_{name}')}\n\n{_table(side, name)}\n"
    for name in ("index", "downloads"):
        source = edition.root / "docs" / side.language / "about" / f"{name}.md"
        yield f"about/{name}.md", re.sub(r"<!--.*?-->|\]\([^)]*\)", "", source.read_text(encoding="utf-8"))


def _title_page(side: Language) -> Iterator[str]:
    paper = side.edition.paper
    yield "; ".join(f"{author.name.zh} {author.name.en}" for author in paper.authors)
    yield from (f"**{side.label('abstract')}** {text}" for text in (paper.whole_abstract.zh, paper.whole_abstract.en))
    yield "; ".join(side.own(keyword) for keyword in paper.keywords)
    yield "\n".join(f"- [{side.heading(one)}](paper/{one.slug}.md)" for one in side.edition.sections)
    yield from (paper.citation.zh, paper.citation.en)


def _works(edition: Edition):
    return enumerate(edition.references, 1)


def _section(side: Language, section: Section) -> str:
    """The paragraphs of a section and its notes as Markdown."""
    paragraphs = [
        side.gap.join(_marked(side, side.own(sentence).text) for sentence in paragraph.sentences)
        for paragraph in section.paragraphs
    ]
    notes = [f"[^{note.id[1:]}]: {_marked(side, side.own(note).text)}" for note in section.notes]
    return "\n\n".join([*paragraphs, *notes])


def _marked(side: Language, text: str) -> str:
    def shown(token):
        if token.kind == "citation":
            return f"[\\[{side.edition.reference_number(token.value)}\\]](references.md#{token.value})"
        return {"head": f"**{token.value}**", "note": f"[^{token.value}]"}.get(token.kind, token.value)

    return "".join(map(shown, tokens(text)))


def _table(side: Language, name: str) -> str:
    """A table as Markdown, each cell in the language of the page."""
    found = rows(side.edition, name)
    keys = [key for key in found[0] if key != "id"]
    head = [[side.label(f"column_{key}") for key in keys], ["---"] * len(keys)]
    lines = [*head, *([_cell(side, row[key]) for key in keys] for row in found)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(side: Language, value: object) -> str:
    if isinstance(value, Both):
        text = side.own(value)
    elif isinstance(value, Section):
        text = f"[{value.number}](../paper/{value.slug}.md)"
    elif isinstance(value, Lines):
        text = "<br>".join(_line(side, line) for line in value)
    elif isinstance(value, Where):
        text = " ".join(_link(side, id) for id in value)
    else:
        text = "" if value is None else str(value)
    return text.replace("|", "\\|").replace("\n", " ")


def _line(side: Language, line) -> str:
    """A line of a concordance."""
    pairs = [f"{part.before}**{part.word}**{part.after}" if part.word else "" for part in (line.zh, line.en)]
    return f"{_link(side, line.at)} {' '.join(pairs)}"


def _link(side: Language, id: str) -> str:
    return f"[{id}](../paper/{side.edition.section_of[id].slug}.md)"
