"""The words of the interface, in both languages: asked for by key, some with gaps to be filled."""

from __future__ import annotations

import re

from edition.faults import BrokenEdition, Fault
from edition.model.records import Both

PATH = "docs/_data/interface.yml"
GAP = re.compile(r"\{.*?\}")


class Words(dict[str, Both]):
    """The words by key. One that is not there stops the build, also where a template asks for it (`words.skip`): Jinja
    would print nothing in its place."""

    def __missing__(self, key: str) -> Both:
        raise BrokenEdition([Fault(PATH, 1, f"no “{key}”, which the pages ask for; add it in zh and en")])


def gaps(text: str) -> list[str]:
    """The gaps of a text, e.g. ["{count}"], in the order of their names."""
    return sorted(GAP.findall(text))
