"""llms.txt: what programs that read should read, as llmstxt.org proposes: a heading, a summary, lists of links."""

from __future__ import annotations

from collections.abc import Callable

from edition.corpus.edition import Edition
from edition.corpus.language import Side


def llms(edition: Edition, downloads: list, url: Callable[[str, str], str]) -> str:
    """The file; `downloads` are what it links to, `url` gives the address of a path in a language."""
    paper, sides = edition.paper, [Side(edition, language) for language in ("zh", "en")]
    zh, en = sides
    head = [f"# {paper.title.zh} · {paper.title.en}", *(f"> {side.label('llms_text')}" for side in sides)]
    about = [*(side.own(paper.citation) for side in sides), *(side.label("record_text") for side in sides)]
    downloads = sorted(downloads, key=lambda file: file.type != "text/plain")
    files = [f"- [{_name(file, sides)}]({url('zh', file.path)}): {en.label(file.use)}" for file in downloads]
    lists = {
        f"{zh.label('downloads')} · {en.label('downloads')}": [
            line for line, file in zip(files, downloads) if file.text
        ],
        **{side.label("contents"): [_section(side, section, url) for section in edition.sections] for side in sides},
        "Optional": [line for line, file in zip(files, downloads) if not file.text],
    }
    return (
        "\n\n".join(
            [
                "\n".join(head),
                "\n\n".join(about),
                *(f"## {title}\n\n" + "\n".join(lines) for title, lines in lists.items()),
            ]
        )
        + "\n"
    )


def _name(file, sides: list[Side]) -> str:
    return " · ".join(side.label(f"in_{file.view}") for side in sides) + f", {file.format}"


def _section(side: Side, section, url: Callable[[str, str], str]) -> str:
    return f"- [{side.heading(section)}]({url(side.language, f'paper/{section.slug}/')})"
