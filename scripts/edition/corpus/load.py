"""Reads the edition: the section files of both languages, aligned, and the data files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from edition.corpus import alignment, yaml_records
from edition.corpus.edition import DATA, Edition, Paragraph, Section, Sentence
from edition.corpus.interface_text import Words
from edition.corpus.printed_pages import printed_pages
from edition.corpus.section_file import Line, read_section
from edition.faults import all_of, read_text, stop_if_any
from edition.model.records import (
    Both,
    EditorsNote,
    Emendations,
    Licence,
    Name,
    Numbers,
    Paper,
    Reference,
    SourceMap,
    Term,
)

FACTS: dict[str, tuple[str, object]] = {  # of the edition: the file and the shape of each kind
    "paper": ("paper.yml", Paper),
    "interface": ("interface.yml", dict[str, Both]),
    "references": ("references.yml", list[Reference]),
    "editors_notes": ("notes.yml", list[EditorsNote]),
    "terms": ("terms.yml", list[Term]),
    "names": ("names.yml", list[Name]),
    "numbers": ("numbers.yml", Numbers),
    "emendations": ("emendations.yml", Emendations),
    "source_map": ("source.yml", SourceMap),
    "licences": ("licences.yml", list[Licence]),
}


def load_edition(root: Path) -> Edition:
    """The edition in the project at `root`; raises BrokenEdition with every fault that its form has."""
    facts = {kind: partial(yaml_records.load, root, f"{DATA}/{file}", shape) for kind, (file, shape) in FACTS.items()}
    source = partial(read_text, root, f"{DATA}/source.txt")
    read = all_of({"corpus": partial(_corpus, root), "source": source, **facts})
    return Edition(
        root=root,
        sections=tuple(_sections(**read.pop("corpus"), source_map=read["source_map"])),
        source=read.pop("source").splitlines(),
        interface=Words(read.pop("interface")),
        **read,
    )


def _corpus(root: Path) -> dict[str, alignment.Files]:
    """The section files of both languages, aligned; raises BrokenEdition."""
    files = all_of({language: partial(_section_files, root, language) for language in ("zh", "en")})
    stop_if_any(alignment.faults(**files))
    return files


def _section_files(root: Path, language: str) -> alignment.Files:
    paths = sorted((root / "docs" / language / "paper").glob("[0-9]*.md"))
    return all_of({path.stem: partial(read_section, root, path.relative_to(root).as_posix()) for path in paths})


def _sections(zh: alignment.Files, en: alignment.Files, source_map: SourceMap) -> Iterator[Section]:
    """The sections in the order of their numbers, their paragraphs numbered through the paper."""
    pages = printed_pages(source_map)
    last = 0
    for original in sorted(zh.values(), key=lambda file: file.order):
        translation = en[original.slug]
        numbered = enumerate(zip(original.paragraphs, translation.paragraphs), last + 1)
        paragraphs = tuple(_paragraph(number, *lines, pages.get(f"p{number}", ())) for number, lines in numbered)
        notes = tuple(Sentence(f"n{label}", line, translation.notes[label]) for label, line in original.notes.items())
        yield Section(original, translation, paragraphs, notes)
        last += len(paragraphs)


def _paragraph(number: int, zh: tuple[Line, ...], en: tuple[Line, ...], pages: tuple[int, ...]) -> Paragraph:
    sentences = (Sentence(f"p{number}s{k}", *pair) for k, pair in enumerate(zip(zh, en), 1))
    return Paragraph(number, tuple(sentences), pages)
