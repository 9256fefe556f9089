"""Dates as each language writes them."""

from __future__ import annotations

import datetime

from babel.dates import format_date

LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}


def written_date(date: datetime.date, language: str) -> str:
    """A date in words: 2023年7月28日 as the journal prints it, 28 July 2023."""
    return format_date(date, "long", LOCALES[language])
