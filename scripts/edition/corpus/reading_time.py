"""How long the paper takes to read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from edition.corpus.edition import Edition, Paragraph
from edition.model import inline

# Characters of Chinese and words of English a minute, as adults read in silence: Trauzettel-Klosinski and Dietz,
# Investigative Ophthalmology & Visual Science 53 (2012), 5452-5461.
PACE = {"zh": 255, "en": 228}


@dataclass(frozen=True)
class ReadingTime:
    """The number of a page's first paragraph, how many the paper has, and the minutes left of the paper at the beginning
    and at the end of the page."""

    first: int
    of: int
    before: float
    after: float


def reading_time(edition: Edition, paragraphs: Sequence[Paragraph], language: str) -> ReadingTime | None:
    """The reading time of a page with these paragraphs, in a language ("zh" or "en"); None for a page without any."""
    if not paragraphs:
        return None
    first, last = paragraphs[0].number, paragraphs[-1].number
    left = minutes_left(edition, language)
    return ReadingTime(first=first, of=len(edition.paragraphs), before=left[first - 1], after=left[last])


@lru_cache(maxsize=2)  # the languages of one edition
def minutes_left(edition: Edition, language: str) -> list[float]:
    """The minutes that the paper still takes before its first paragraph, and after each: one figure more than paragraphs.
    Counted once, not on every page."""
    amounts = [amount(paragraph, language) for paragraph in edition.paragraphs]
    left = [0, *accumulate(reversed(amounts))][::-1]
    return [round(one / PACE[language], 1) for one in left]


def amount(paragraph: Paragraph, language: str) -> int:
    """The characters of a paragraph in Chinese, or its words in English."""
    texts = (sentence.plain[language] for sentence in paragraph.sentences)
    return sum(sum(map(len, inline.CHINESE.findall(text))) if language == "zh" else len(text.split()) for text in texts)
