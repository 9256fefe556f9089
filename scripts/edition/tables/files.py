"""Tables as files: CSV for spreadsheets, JSON for programs. Both carry both languages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict

from edition.corpus.edition import Edition, Section
from edition.model.records import Both
from edition.tables.concordance import Lines
from edition.tables.rows import TABLES, Row, Where, rows

BOM = "\ufeff"  # without it spreadsheets take UTF-8 for something else and garble Chinese


def table_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every table as name.csv and name.json: pairs of name and bytes."""
    for name in TABLES:
        table = rows(edition, name)
        yield f"{name}.csv", as_csv(table).encode()
        yield f"{name}.json", as_json(table).encode()


def as_csv(rows: list[Row]) -> str:
    """Rows as CSV (RFC 4180) with a byte order mark: a column a language, sentences by id with spaces between."""
    flat = [{name: value for key, cell in row.items() for name, value in _columns(key, cell)} for row in rows]
    header = list(dict.fromkeys(name for row in flat for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, header, restval="")
    writer.writeheader()
    writer.writerows(flat)
    return BOM + text.getvalue()


def as_json(rows: list[Row]) -> str:
    """Rows as JSON: a text in both languages is {"zh", "en"}, sentences are a list of ids."""
    values = [{key: _value(cell) for key, cell in row.items()} for row in rows]
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def _columns(key: str, cell: object) -> list[tuple[str, object]]:
    if cell is None:
        return []
    if isinstance(cell, Both):
        return [(f"{key}_zh", cell.zh), (f"{key}_en", cell.en)]
    if isinstance(cell, Where):
        return [(key, " ".join(cell))]
    if isinstance(cell, Lines):
        return [(key, " ".join(line.at for line in cell))]
    if isinstance(cell, Section):
        return [(key, f"paper/{cell.slug}/")]
    return [(key, cell)]


def _value(cell: object) -> object:
    if isinstance(cell, Both):
        return cell.model_dump()
    if isinstance(cell, Lines):
        return [asdict(line) for line in cell]
    if isinstance(cell, Section):
        return f"paper/{cell.slug}/"
    return list(cell) if isinstance(cell, Where) else cell
