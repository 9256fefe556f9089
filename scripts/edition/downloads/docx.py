"""The paper as a Word document (OOXML), written by pandoc: authors' notes are footnotes, others are at the end."""

from __future__ import annotations

import datetime
import io
import json
import re
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from edition.corpus.edition import Edition
from edition.downloads.document import Url, document
from edition.pandoc import pandoc

REFERENCE = "reference.docx"
FONTS = {
    "major": ("Arial", "SimHei"),
    "minor": ("Times New Roman", "SimSun"),
}  # of headings and text: Latin, East Asian
NUMBER = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="ParagraphNumber"><w:name w:val="Paragraph Number"/>'
    '<w:rPr><w:color w:val="645F56"/><w:sz w:val="18"/></w:rPr></w:style>'
)
A4 = (
    b'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1247" w:bottom="1247" w:left="1247" w:header="680"'
    b' w:footer="680" w:gutter="0"/>'
)
GRID = '<w:tblBorders><w:insideH w:val="single" w:sz="4" w:color="C9C2B4"/></w:tblBorders>'


def docx(edition: Edition, view: str, url: Url, made: datetime.datetime) -> bytes:
    """The document as bytes; `view` is "zh", "en" or "both" (sentence beside sentence), `url` gives the address of a
    path in a language, `made` is the time of the build. Same input, same bytes."""
    source = json.dumps(document(edition, view, url)).encode()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / REFERENCE).write_bytes(reference(made))
        options = ("--from=json", "--to=docx", f"--reference-doc={REFERENCE}", "--output=-")
        return pandoc(*options, source=source, folder=folder, made=made)


@cache
def reference(made: datetime.datetime) -> bytes:
    """pandoc's own reference document with our fonts on A4, British English, and a style for paragraph numbers."""
    given, changed = pandoc("--print-default-data-file", REFERENCE, made=made), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(given)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry, _CHANGES.get(entry.filename, lambda text: text)(old.read(entry)))
    return changed.getvalue()


def _styles(xml: bytes) -> bytes:
    text = xml.decode().replace('<w:lang w:val="en-US"', '<w:lang w:val="en-GB"')
    text = re.sub(r'(w:styleId="Table">.*?<w:tblPr>)', rf"\1{GRID}", text, count=1, flags=re.DOTALL)
    return text.replace("</w:styles>", f"{NUMBER}</w:styles>").encode()


def _page(xml: bytes) -> bytes:
    return xml.replace(b"</w:sectPr>", A4 + b"</w:sectPr>")


def _theme(xml: bytes) -> bytes:
    text = xml.decode()
    for kind, (latin, east_asian) in FONTS.items():
        faces = f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{east_asian}"/><a:cs typeface=""/></a:{kind}Font>'
        text = re.sub(rf"<a:{kind}Font>.*?</a:{kind}Font>", faces, text, flags=re.DOTALL)
    return text.encode()


_CHANGES = {"word/document.xml": _page, "word/styles.xml": _styles, "word/theme/theme1.xml": _theme}
