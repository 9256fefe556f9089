"""The source with the recorded differences applied gives the edition, character by character, nothing left over.

source.yml says which lines of the source stand where in the edition; emendations.yml says what was changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from os.path import commonprefix
from string import Template

from edition.corpus.edition import DATA, Edition
from edition.corpus.printed_pages import line_numbers
from edition.corpus.section_file import Line
from edition.corpus.source_places import Place, edition_places
from edition.faults import Fault, quoted

SOURCE = f"{DATA}/source.txt"


class Pattern(Template):
    """What a line of the source holds: words and places, e.g. `摘要 ${abstract.zh}`."""

    braceidpattern = r"[A-Za-z0-9_.\-]+"
    idpattern = r"(?!)"

    def names(self) -> list[str]:
        """The places in it."""
        return [match["braced"] for match in self.pattern.finditer(self.template) if match["braced"]]


def pages_follow(edition: Edition) -> Iterator[Fault]:
    """Each printed page of the paper has its first line in the source, after that of the page before it."""
    journal, lines = edition.paper.journal, edition.source_map.pages
    pages = sorted(lines)
    if (pages[0], pages[-1]) != (journal.first_page, journal.last_page):
        message = f"pages {pages[0]} to {pages[-1]}; the paper has {journal.first_page} to {journal.last_page}"
        yield edition.fault("source.yml", ("pages",), message)
    for page, following in pairwise(pages):
        if following != page + 1:
            yield edition.fault("source.yml", ("pages", following), f"page {page + 1} is missing before it")
        if lines[following] <= lines[page]:
            message = f"line {lines[following]} for page {following}, but page {page} begins on line {lines[page]}"
            yield edition.fault("source.yml", ("pages", following), message)


def every_line_claimed_once(edition: Edition) -> Iterator[Fault]:
    """Each line of the source that has text stands at one place of the edition or is left out with a reason."""
    rows = (edition.source_map.chinese, edition.source_map.verbatim, edition.source_map.left_out)
    claims = Counter(number for row in rows for key in row for number in line_numbers(key))
    right = "one is right for a line with text, none for an empty one"
    for number, text in enumerate(edition.source, 1):
        if claims[number] != bool(text.strip()):
            yield Fault(SOURCE, number, f"{quoted(text[:20])} has {claims[number]} rows in source.yml; {right}")
    for number in sorted(claims.keys() - set(range(1, len(edition.source) + 1))):
        yield edition.fault("source.yml", (), f"line {number}: the source has only {len(edition.source)} lines")


def paragraphs_are_counted(edition: Edition) -> Iterator[Fault]:
    """The edition has the paragraphs that source.yml has: their numbers are addresses, which never move. The fault is
    at the first paragraph that does not begin as its line of the source does, where one was cut in two or two became
    one."""
    places = {place for places in edition.places_by_line.values() for place in places}
    expected = sum(bool(re.fullmatch(r"p\d+", place)) for place in places)
    if len(edition.paragraphs) != expected:
        line = next(filter(None, (_moved(edition, number) for number in range(len(edition.paragraphs)))))
        yield line.fault(
            f"here the paragraphs no longer follow the source: the edition has {len(edition.paragraphs)}, source.yml"
            f" {expected}; paragraphs are addresses (#p12), so join or divide them as they were, in both languages"
        )


def _moved(edition: Edition, position: int) -> Line | None:
    """The first line of a paragraph that does not begin as its source does, or has none."""
    line, place = edition.paragraphs[position].sentences[0].zh, f"p{position + 1}"
    numbers = [number for number, places in edition.places_by_line.items() if place in places]
    begins = _characters(edition.source_line(min(numbers)))[:2] if numbers else ""
    is_last = position == len(edition.paragraphs) - 1
    return None if begins and not is_last and _characters(line.text).startswith(begins) else line


def _characters(text: str) -> str:
    """The Chinese characters of a text alone: marks and brackets differ between source and edition."""
    return re.sub(r"[^\u4e00-\u9fff]", "", text)


def every_place_filled(edition: Edition) -> Iterator[Fault]:
    """Each text of the edition comes from the source, or is recorded as supplied by the edition."""
    places = edition_places(edition)
    used, supplied = _used(edition), edition.source_map.supplied.keys()
    for name in sorted((used | supplied) - places.keys()):
        yield edition.fault("source.yml", ("supplied", name), f"${{{name}}} is no place of the edition")
    for name in sorted(used & supplied):
        message = f"{name} is in the source as well; keep one of the two rows"
        yield edition.fault("source.yml", ("supplied", name), message)
    for name in sorted(places.keys() - used - supplied):
        line = places[name].lines[0]
        mend = "give its source line in source.yml, or its reason under “supplied” there"
        yield line.fault(f"{quoted(name)} has no source: {mend}")


def every_reading_found(edition: Edition) -> Iterator[Fault]:
    """An emended reading stands once on its line of the source."""
    for part in ("readings", "structure"):
        for index, row in enumerate(getattr(edition.emendations, part)):
            change = row.change
            if change and edition.source_line(change.line).count(change.source) != 1:
                message = f"{row.id}: {quoted(change.source)} is not once on line {change.line} of {SOURCE}"
                yield edition.fault("emendations.yml", (part, index, "change"), message)


def every_rule_used(edition: Edition) -> Iterator[Fault]:
    """A rule of typography changes something that the rules before it left."""
    texts = [_emended(edition, number) for lines in edition.source_map.chinese for number in line_numbers(lines)]
    for index, rule in enumerate(edition.emendations.typography):
        changed = [re.sub(rule.pattern, rule.replacement, text) for text in texts]
        if changed == texts:
            message = f"{rule.id}: {quoted(rule.pattern)} changes nothing in the source; mend or remove the rule"
            yield edition.fault("emendations.yml", ("typography", index, "pattern"), message)
        texts = changed


def same_characters(edition: Edition) -> Iterator[Fault]:
    """A place of the edition reads as its lines of the source do once the recorded differences are applied."""
    places = edition_places(edition)
    texts = {name: place.text for name, place in places.items()}
    for part, reading in (("chinese", _chinese), ("verbatim", _verbatim)):
        for lines, template in getattr(edition.source_map, part).items():
            expected = "".join(reading(edition, number) for number in line_numbers(lines))
            found = Pattern(template).safe_substitute(texts)
            if found != expected:
                yield _difference(edition, part, lines, found, expected, places)


def _difference(
    edition: Edition, part: str, lines: int | str, found: str, expected: str, places: dict[str, Place]
) -> Fault:
    """Where two readings part, said at the line of the edition if the row holds one place alone."""
    at = len(commonprefix([found, expected]))
    message = (
        f"{quoted(_around(found, at))} in the edition, {quoted(_around(expected, at))} in the source"
        f" (line {lines} of {SOURCE}, recorded differences applied); restore the source's reading, or record the difference in emendations.yml"
    )
    template = getattr(edition.source_map, part)[lines]
    name = template.removeprefix("${").removesuffix("}")
    if template == f"${{{name}}}" and name in places:
        return places[name].line_at(at).fault(message)
    return edition.fault("source.yml", (part, lines), message)


def _used(edition: Edition) -> set[str]:
    """The places that some line of the source fills."""
    templates = [*edition.source_map.chinese.values(), *edition.source_map.verbatim.values()]
    return {name for template in templates for name in Pattern(template).names()}


def _verbatim(edition: Edition, number: int) -> str:
    """A line of the source as it is, but for the markup of the extraction."""
    return _bare(edition.source_line(number))


def _chinese(edition: Edition, number: int) -> str:
    """A line of the source with emended readings, typography, and citations by key instead of number."""
    text = _emended(edition, number)
    for rule in edition.emendations.typography:
        text = re.sub(rule.pattern, rule.replacement, text)
    return re.sub(r"\^\[(\d+)\]", lambda match: f"^[{_key(edition, match[1])}]", text)


def _key(edition: Edition, printed: str) -> str:
    """The key of a reference by its printed number; the number itself where there is no such reference."""
    number = int(printed)
    return edition.references[number - 1].key if 0 < number <= len(edition.references) else printed


def _emended(edition: Edition, number: int) -> str:
    """A line of the source with the readings that this edition emends."""
    text = edition.source_line(number)
    for change in edition.changes.get(number, []):
        text = text.replace(change.source, change.edition)
    return _bare(text)


def _bare(text: str) -> str:
    """A text without the markup of the extraction: <link>, *italics*."""
    return re.sub(r"<(https?://[^>]+)>|(?<!\w)\*([^*]+)\*(?!\w)", r"\1\2", text)


def _around(text: str, at: int) -> str:
    return text[max(0, at - 6) : at + 8]


RULES = (
    pages_follow,
    every_line_claimed_once,
    every_place_filled,
    every_reading_found,
    every_rule_used,
    same_characters,
)
