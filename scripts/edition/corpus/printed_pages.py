"""Where the text was printed, inferred from the lines of the source that source.yml gives to pages and places."""

from __future__ import annotations

from bisect import bisect_right

from edition.model.records import SourceMap


def printed_pages(source_map: SourceMap) -> dict[str, tuple[int, ...]]:
    """The printed pages of each place that source.yml fills from the source, e.g. {"p1": (1407, 1408)}."""
    return {
        template.strip("${}"): tuple(sorted({page_of(line, source_map) for line in line_numbers(lines)}))
        for lines, template in source_map.chinese.items()
    }


def page_of(line: int, source_map: SourceMap) -> int:
    """The printed page on which a line of the source stood (inferred); what is before the first page belongs to it."""
    pages = sorted(source_map.pages)
    return pages[max(bisect_right(pages, line, key=source_map.pages.get) - 1, 0)]


def line_numbers(lines: int | str) -> list[int]:
    """A key of source.yml, 72 or "58 60 68", as numbers."""
    return [int(number) for number in str(lines).split()]
