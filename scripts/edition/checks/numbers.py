"""What has to be true of figures and dates: they stand in their sentences, state their values, none is left out, and charts have theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from edition.corpus.edition import Edition
from edition.faults import Fault, quoted
from edition.model import numerals
from edition.model.grouped import grouped
from edition.tables import chart_data


def figures_are_in_their_sentences(edition: Edition) -> Iterator[Fault]:
    """The words of a figure or date stand once in its sentence, in both languages."""
    for part in ("statistics", "events"):
        for index, row in enumerate(getattr(edition.numbers, part)):
            for language in ("zh", "en"):
                yield from _phrase_is_there(edition, (part, index, language), row.at, row[language], language)


def _phrase_is_there(edition: Edition, place: tuple, at: str, phrase: str, language: str) -> Iterator[Fault]:
    sentence = edition.passages.get(at)
    if not sentence:
        yield edition.fault("numbers.yml", (*place[:-1], "at"), f"{at} is no sentence of the edition; e.g. p12s3")
    elif (count := sentence[language].plain.count(phrase)) != 1:
        yield edition.fault("numbers.yml", place, f"{quoted(phrase)} is {count} times in {at}; once is right")


def figures_state_their_values(edition: Edition) -> Iterator[Fault]:
    """The words of a figure, where they have a number, state its value, and its note is one of the editor's."""
    notes = {note.id for note in edition.editors_notes}
    for index, row in enumerate(edition.numbers.statistics):
        for quantities in (numerals.chinese(row.zh), numerals.english(row.en)):
            if quantities and not any(numerals.states(quantity, row.value) for quantity in quantities):
                message = f"{row.id}: {row.value:g}, but its words state {', '.join(sorted(quantities))}"
                yield edition.fault("numbers.yml", ("statistics", index, "value"), message)
        if row.note and row.note not in notes:
            yield edition.fault("numbers.yml", ("statistics", index, "note"), f"{row.note} is no id in notes.yml")


def dates_are_stated(edition: Edition) -> Iterator[Fault]:
    """The words of a date, where they have digits, state when it starts and ends, as far as that is given."""
    for index, row in enumerate(edition.numbers.events):
        for text, quantities in ((row.zh, numerals.chinese), (row.en, numerals.english)):
            for key in ("start", "end"):
                date = getattr(row, key)
                if date and re.search(r"\d", text) and not numerals.of_date(date) <= quantities(text):
                    message = f"{row.id}: {date}, but its words are {quoted(text)}; cut the date to what they say"
                    yield edition.fault("numbers.yml", ("events", index, key), message)


def every_figure_is_listed(edition: Edition) -> Iterator[Fault]:
    """Every digit of the text belongs to a figure, to a date, or to what is listed as neither."""
    numbers = edition.numbers
    reported = grouped((row.at, row) for row in (*numbers.statistics, *numbers.events))
    ignored = grouped((row.at, row.pattern) for row in numbers.other_digits)
    for sentence in edition.passages.values():
        for language in ("zh", "en"):
            line = sentence[language]
            text = line.plain
            for row in reported.get(sentence.id, []):
                text = text.replace(row[language], "")
            for pattern in (*ignored.get(None, []), *ignored.get(sentence.id, [])):
                text = re.sub(pattern, "", text)
            if digits := re.search(r"\d[\d ,.]*", text):
                found = f"“{digits[0].strip()}” is not in numbers.yml"
                yield line.fault(f"{found}; list it under statistics, events or other_digits")


def other_digits_are_there(edition: Edition) -> Iterator[Fault]:
    """What is listed as neither figure nor date is in the text, in the sentence that its entry names."""
    for index, row in enumerate(edition.numbers.other_digits):
        fault = partial(edition.fault, "numbers.yml", ("other_digits", index))
        places = [row.at] if row.at else edition.passages
        if row.at and row.at not in edition.passages:
            yield fault(f"{row.at} is no sentence of the edition; e.g. p12s3")
            continue
        texts = (text for id in places for text in edition.passages[id].plain.model_dump().values())
        if not any(re.search(row.pattern, text) for text in texts):
            yield fault(f"{quoted(row.pattern)} is not in {row.at or 'the text'}; mend or remove it")


def charts_have_their_figures(edition: Edition) -> Iterator[Fault]:
    """Each chart has its figures; what their shares are of has its period, and those of places name them."""
    for index, chart in enumerate(edition.numbers.charts):
        if not chart_data.series(edition, chart):
            message = f"no figure has an id that begins with “{chart.id}-”; a chart is made of them"
            yield edition.fault("numbers.yml", ("charts", index, "id"), message)
        if chart.whole and not getattr(chart_data.whole(edition, chart), "period", None):
            message = f"no figure “{chart.whole}” with a period; a chart says it of what its shares are"
            yield edition.fault("numbers.yml", ("charts", index, "whole"), message)
        for row in chart_data.series(edition, chart) if chart.form == "places" else ():
            if not chart_data.place(edition, row):
                message = f"{row.id}: names no place of names.yml; “{chart.id}” is drawn place by place"
                at = edition.numbers.statistics.index(row)
                yield edition.fault("numbers.yml", ("statistics", at, "measures"), message)
