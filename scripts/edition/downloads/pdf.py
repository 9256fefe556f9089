"""What a browser leaves undone in a PDF that it prints: the words of its bookmarks, and its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timezone
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def finished(pdf: bytes, headings: Iterable[str], epoch: int) -> bytes:
    """The PDF with a bookmark for each heading, in order, in the heading's own words, and with the time of the build in
    seconds since 1970 as its own. Raises ValueError where there are more headings than bookmarks, or fewer.

    Chromium takes the words as it lays them out: without the space at which a line ends, and twice where a heading has
    gone over to the next page.
    """
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    for bookmark, heading in zip(_below(writer.root_object["/Outlines"]), headings, strict=True):
        bookmark[NameObject("/Title")] = TextStringObject(heading)
    time = f"D:{datetime.fromtimestamp(epoch, timezone.utc):%Y%m%d%H%M%S}+00'00'"
    writer.add_metadata({"/CreationDate": time, "/ModDate": time})
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def _below(bookmark: DictionaryObject) -> Iterator[DictionaryObject]:
    """The bookmarks below one, in reading order (ISO 32000-1, 12.3.3: /First and /Next make a list)."""
    child = bookmark.get("/First")
    while child is not None:
        yield child.get_object()
        yield from _below(child.get_object())
        child = child.get_object().get("/Next")
