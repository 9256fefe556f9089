"""A text cut into pieces: its tokens, the anchors of editor's notes, and the terms and names that it mentions; a title
where its lines may end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from edition.corpus.termbase import Occurrence
from edition.model import inline
from edition.model.grouped import grouped
from edition.model.records import EditorsNote

NOT_LAST = "“‘（《与和及"  # what does not end a line, as it belongs to the word after it
NOT_FIRST = "”’）》、，：；的"  # what begins none, as it belongs to the word before it


@dataclass(frozen=True)
class Piece:
    """A token, or (kind “editor”) the anchor of an editor's note; `entry` is the term or name that it mentions."""

    kind: str
    value: str
    entry: str | None = None


def anchors(notes: Iterable[EditorsNote], text: str, language: str) -> dict[int, list[str]]:
    """Where in the plain text the words end that editor's notes are about: offset to the ids of the notes."""
    plain = inline.plain(text)
    phrases = {note.id: note.phrase[language] for note in notes}
    return grouped((plain.index(phrase) + len(phrase), id) for id, phrase in phrases.items())


def cut(
    tokens: list[inline.Token], anchors: dict[int, list[str]], mentions: Iterable[Occurrence] = ()
) -> Iterator[Piece]:
    """Tokens cut at the edges of mentions and where an anchor falls; offsets count the plain text."""
    offset = 0
    for token in tokens:
        if token.kind not in ("text", "head"):
            yield Piece(token.kind, token.value)
            continue
        end = offset + len(token.value)
        inside = {
            (one.start, one.end): one.id
            for one in mentions
            if offset <= one.start and one.end <= end and not any(one.start < at < one.end for at in anchors)
        }
        cuts = {offset, end, *(at for at in anchors if offset < at <= end), *(edge for span in inside for edge in span)}
        for start, stop in pairwise(sorted(cuts)):
            yield Piece(token.kind, token.value[start - offset : stop - offset], inside.get((start, stop)))
            yield from (Piece("editor", id) for id in anchors.get(stop, []))
        offset = end


def phrases(text: str, mentions: Iterable[Occurrence]) -> list[str]:
    """A Chinese title in the parts between which a line of it may end: before and after what it mentions, so that no
    word of the field is torn."""
    edges = {_behind(edge, text) for one in mentions for edge in (one.start, one.end)} - {0, len(text)}
    cuts = [edge for edge in sorted(edges) if text[edge - 1] not in NOT_LAST]
    return [text[start:stop] for start, stop in pairwise([0, *cuts, len(text)])]


def _behind(edge: int, text: str) -> int:
    """The end of a word with the marks and the particle that belong to it."""
    return edge + len(text[edge:]) - len(text[edge:].lstrip(NOT_FIRST))
