"""Dates as each language writes them."""

from __future__ import annotations

import datetime


def written_date(date: datetime.date, language: str) -> str:
    """A date in words: 2023年7月28日 as the journal prints it, 28 July 2023."""
    if language == "zh":
        return f"{date.year}年{date.month}月{date.day}日"
    return f"{date.day} {date:%B} {date.year}"
