"""What a reader can take away: every file with its address and its bytes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.corpus.edition import Edition
from edition.downloads.document import Url
from edition.downloads.docx import docx
from edition.downloads.epub import epub
from edition.downloads.glossary import spreadsheet, tbx
from edition.downloads.jats import jats
from edition.downloads.llms import llms
from edition.downloads.paper_json import paper_json
from edition.downloads.pdf import pdf
from edition.downloads.plaintext import VIEWS, plaintext
from edition.downloads.tmx import tmx
from edition.faults import Fault, stop_if_any
from edition.tables.files import table_files
from edition.tables.rows import TABLES

SCHEMA = Path(__file__).with_name("paper.schema.json")
HERE = "scripts/edition/downloads/catalogue.py"


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


PAPER = (  # the formats of the whole paper, each in every view: ending, name, media type
    ("pdf", "PDF", "application/pdf"),
    ("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("epub", "EPUB 3", "application/epub+zip"),
    ("txt", "TXT", "text/plain"),
)
# In the order of what people want.
DOWNLOADS = (
    *(
        Download(f"downloads/paper.{view}.{ending}", name, type, view, f"download_{ending}")
        for ending, name, type in PAPER
        for view in VIEWS
    ),
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
PDFS = tuple(download for download in DOWNLOADS if download.format == "PDF")


def made_and_listed(edition: Edition, url: Url, made: datetime.datetime, pdfs: bool) -> dict[str, bytes]:
    """The bytes of every file by its path, as `files` gives them. Raises BrokenEdition where `files` and DOWNLOADS, which
    readers are shown, do not name the same; llms.txt is for programs and stands in no list."""
    found = dict(files(edition, url, made, pdfs))
    listed = {download.path for download in DOWNLOADS if pdfs or download not in PDFS}
    unlisted, not_made = found.keys() - listed - {"llms.txt"}, listed - found.keys()
    messages = [f"{path} is made but in no list; name it in DOWNLOADS" for path in sorted(unlisted)]
    messages += [f"{path} is in DOWNLOADS but not made; yield it in `files`" for path in sorted(not_made)]
    stop_if_any(Fault(HERE, 1, message) for message in messages)
    return found


def files(edition: Edition, url: Url, made: datetime.datetime, pdfs: bool) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of every file of this module, the PDFs only if they are wanted; `url` gives the address of a path
    in a language, `made` is the time of the build."""
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


def listed(files: Mapping[str, bytes]) -> list[tuple[Download, int]]:
    """The list on /about/downloads/: the downloads that are among the files of a build (bytes by path), each with its
    size in bytes, and no other."""
    return [(download, len(files[download.path])) for download in DOWNLOADS if download.path in files]
