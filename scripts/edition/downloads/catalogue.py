"""What a reader can take away: every file with its address and its bytes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.corpus.edition import Edition
from edition.downloads.document import Url
from edition.downloads.docx import docx
from edition.downloads.epub import epub
from edition.downloads.jats import jats
from edition.downloads.llms import llms
from edition.downloads.paper_json import paper_json
from edition.downloads.pdf import pdf
from edition.downloads.plaintext import VIEWS, plaintext
from edition.downloads.term_base import spreadsheet, tbx
from edition.downloads.tmx import tmx
from edition.tables.files import table_files
from edition.tables.rows import TABLES

SCHEMA = Path(__file__).with_name("paper.schema.json")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Download:
    """A file: its path in the site, the name of its format, its media type (IANA where registered), the languages
    in it (a view of the text), and the key of its description in interface.yml."""

    path: str
    format: str
    type: str
    view: str
    use: str
    text: bool = True  # whether it is the paper itself, or a table drawn from it

    def saved_as(self, edition: Edition) -> str:
        """The name under which a reader finds it again among others: authors, year, title, what it is."""
        name = self.path.split("/")[-1]
        return f"{edition.paper.file_name}.{name.removeprefix('paper.')}"


PDFS = tuple(Download(f"downloads/paper.{view}.pdf", "PDF", "application/pdf", view, "download_pdf") for view in VIEWS)
DOWNLOADS = (  # in the order of what people want
    *PDFS,
    *(Download(f"downloads/paper.{view}.docx", "Word", WORD, view, "download_docx") for view in VIEWS),
    *(
        Download(f"downloads/paper.{view}.epub", "EPUB 3", "application/epub+zip", view, "download_epub")
        for view in VIEWS
    ),
    *(Download(f"downloads/paper.{view}.txt", "TXT", "text/plain", view, "download_txt") for view in VIEWS),
    Download("downloads/termbase.csv", "CSV", "text/csv", "both", "download_termbase", text=False),
    Download("downloads/termbase.tbx", "TBX-Basic", "application/xml", "both", "download_tbx", text=False),
    Download("downloads/paper.tmx", "TMX 1.4b", "application/x-tmx+xml", "both", "download_tmx"),
    Download("downloads/paper.jats.xml", "JATS XML", "application/jats+xml", "both", "download_jats"),
    Download("paper.json", "JSON", "application/json", "both", "download_json"),
    Download("paper.schema.json", "JSON Schema", "application/schema+json", "en", "download_schema", text=False),
    *(Download(f"tables/{name}.csv", "CSV", "text/csv", "both", "download_csv", text=False) for name in TABLES),
    *(
        Download(f"tables/{name}.json", "JSON", "application/json", "both", "download_table_json", text=False)
        for name in TABLES
    ),
)


def files(edition: Edition, url: Url, made: datetime.datetime, pdfs: bool) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of this module, the PDFs only if they are wanted; `url` gives the address of a path in a
    language, `made` is the time of the build."""
    yield "paper.json", (json.dumps(paper_json(edition, url), ensure_ascii=False, indent=1) + "\n").encode()
    for name, content in table_files(edition):
        yield f"tables/{name}", content
    yield "downloads/paper.jats.xml", jats(edition, url)
    yield "downloads/paper.tmx", tmx(edition)
    yield "downloads/termbase.tbx", tbx(edition)
    yield "downloads/termbase.csv", spreadsheet(edition).encode()
    for view in VIEWS:
        if pdfs:
            yield f"downloads/paper.{view}.pdf", pdf(edition, view, url, made)
        yield f"downloads/paper.{view}.txt", plaintext(edition, view).encode()
        yield f"downloads/paper.{view}.epub", epub(edition, view, made)
        yield f"downloads/paper.{view}.docx", docx(edition, view, url, made)
    yield "paper.schema.json", schema(url).encode()
    yield "llms.txt", llms(edition, [download for download in DOWNLOADS if download not in PDFS], url).encode()


def schema(url: Url) -> str:
    """The JSON Schema of paper.json, under the address at which it is published."""
    read = json.loads(SCHEMA.read_text(encoding="utf-8"))
    head = {"$schema": read.pop("$schema"), "$id": url("zh", "paper.schema.json")}
    return json.dumps(head | read, ensure_ascii=False, indent=1) + "\n"
