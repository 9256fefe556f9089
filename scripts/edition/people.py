"""The names of people in their parts."""

from __future__ import annotations

from .records import Both


def surname_and_given(name: Both, language: str) -> tuple[str, str]:
    """A name in two parts: the English has its surname in capitals first (ZHANG Jianping), the Chinese its first character.

    A compound surname (欧阳) would need a field of its own in paper.yml; this paper has none.
    """
    if language == "zh":
        return name.zh[0], name.zh[1:]
    surname, _, given = name.en.partition(" ")
    return surname.capitalize(), given
