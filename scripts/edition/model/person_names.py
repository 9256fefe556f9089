"""The names of people in their parts."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model.records import PersonalName


@dataclass(frozen=True)
class PersonName:
    """A name in its parts; `initials` has one letter for each character of the Chinese given name, as in “J P”."""

    family: str
    given: str
    initials: str


def in_parts(name: PersonalName, printed: str = "") -> dict[str, PersonName]:
    """A name in its parts, in both languages; `printed` is its form in the journal's English citation, “Zhang J P”.

    The printed initials say how many characters of the Chinese name are the given name; without them all but the first.
    """
    family, given = name.en.split(maxsplit=1)
    surname, *initials = printed.split() or [family.capitalize()]
    split = len(name.zh) - len(initials) if initials else 1
    return {
        "zh": PersonName(name.zh[:split], name.zh[split:], name.zh[split:]),
        "en": PersonName(surname, given, " ".join(initials)),
    }
