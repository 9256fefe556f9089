"""The markup inside a sentence, all of it: `**run-in head**`, `[@key]`, `[^1]`."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHINESE = re.compile("[\u3400-\u9fff]+")
MARKUP = re.compile(r"\*\*(?P<head>[^*]+)\*\*|\[@(?P<citation>[a-z]+\d{4})\]|\[\^(?P<note>[1-9]\d*)\]")
# What Markdown would take for its own.
STRAY = re.compile(r"\*|\[[@^]|\]\(|\]\[|~~|[<>_`\\{}]|&#?\w+;|^(?:[-+#]|\d+[.)]) ")


@dataclass(frozen=True)
class Token:
    """A piece of a sentence: `kind` is text, head, citation or note; `value` its text or key."""

    kind: str
    value: str


def tokens(text: str) -> list[Token]:
    """A sentence in Markdown as a list of tokens; nothing of it is lost."""
    found, end = [], 0
    for match in MARKUP.finditer(text):
        found += [Token("text", text[end : match.start()]), Token(match.lastgroup, match[match.lastgroup])]
        end = match.end()
    return [token for token in [*found, Token("text", text[end:])] if token.value]


def plain(text: str) -> str:
    """The words of a sentence alone: no citation or note marker, no markup."""
    return "".join(token.value for token in tokens(text) if token.kind in ("text", "head"))


def circled(label: str) -> str:
    """The mark of an authors' note as it is printed: 1 is ①; Unicode has them to ⑳, then 〔21〕."""
    return chr(ord("①") + int(label) - 1) if int(label) <= 20 else f"〔{label}〕"


def keys(text: str, kind: str) -> list[str]:
    """The keys of one kind of marker in a sentence, in order: citations or notes."""
    return [token.value for token in tokens(text) if token.kind == kind]


def heads(text: str) -> int:
    """How many run-in heads a sentence has."""
    return sum(token.kind == "head" for token in tokens(text))


def stray_markup(text: str) -> str | None:
    """The first piece of markup that the edition does not know, or None."""
    found = STRAY.search(MARKUP.sub(lambda match: match["head"] or "", text))
    return found[0] if found else None
