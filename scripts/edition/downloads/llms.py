"""llms.txt: what programs that read should read, as llmstxt.org proposes: a heading, a summary, lists of links."""

from __future__ import annotations

from collections.abc import Callable

from edition.corpus.edition import Edition
from edition.corpus.language import Language


def llms(edition: Edition, downloads: list, url: Callable[[str, str], str]) -> str:
    """The file; `downloads` are what it links to, `url` gives the address of a path in a language."""
    paper, sides = edition.paper, [Language(edition, language) for language in ("zh", "en")]
    zh, en = sides
    head = [f"# {paper.title.zh} · {paper.title.en}", *(f"> {side.label('llms_text')}" for side in sides)]
    about = [*(side.own(paper.citation) for side in sides), *(side.label("record_text") for side in sides)]

    def line(file) -> str:
        view = " · ".join(side.label(f"in_{file.view}") for side in sides)
        return f"- [{view}, {file.format}]({url('zh', file.path)}): {en.label(file.use)}"

    def contents(side: Language) -> list[str]:
        pages = [(side.heading(one), url(side.language, f"paper/{one.slug}/")) for one in edition.sections]
        return [f"- [{title}]({address})" for title, address in pages]

    downloads = sorted(downloads, key=lambda file: file.type != "text/plain")
    lists = {
        f"{zh.label('downloads')} · {en.label('downloads')}": [line(file) for file in downloads if file.text],
        **{side.label("contents"): contents(side) for side in sides},
        "Optional": [line(file) for file in downloads if not file.text],
    }
    parts = [f"## {title}\n\n" + "\n".join(lines) for title, lines in lists.items()]
    return "\n\n".join(["\n".join(head), *about, *parts]) + "\n"
