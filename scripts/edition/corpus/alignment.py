"""Line k of paragraph p in Chinese is line k of paragraph p in English: the rules that make it so."""

from __future__ import annotations

from collections.abc import Iterator, Set

from edition.corpus.section_file import Line, SectionFile
from edition.faults import Fault
from edition.model import inline

Files = dict[str, SectionFile]


def faults(zh: Files, en: Files) -> Iterator[Fault]:
    """Everything that keeps the two trees (slug: file) from mirroring each other."""
    yield from same_files(zh, en)
    for slug in sorted(zh.keys() & en.keys()):
        for rule in (same_number, same_notes, same_paragraphs, same_sentences):
            yield from rule(zh[slug], en[slug])


def same_files(zh: Files, en: Files) -> Iterator[Fault]:
    """Every section is there in both languages."""
    yield from mirrored(*({f"paper/{slug}.md" for slug in files} for files in (zh, en)))


def mirrored(zh: Set[str], en: Set[str]) -> Iterator[Fault]:
    """A file, by its path below the folder of its language, is there in both languages."""
    for path in sorted(zh - en):
        yield Fault(f"docs/en/{path}", 1, f"missing; translate docs/zh/{path} into it")
    for path in sorted(en - zh):
        yield Fault(f"docs/en/{path}", 1, f"has no Chinese original; expected docs/zh/{path}")


def same_number(zh: SectionFile, en: SectionFile) -> Iterator[Fault]:
    """A section has the same number in its two headings and in its file name."""
    if zh.number != en.number:
        yield en.title.fault(f"section number {en.number}; {zh.path} has {zh.number}")
    if not zh.slug.startswith(zh.number.replace(".", "-") + "-"):
        yield zh.title.fault(f"section {zh.number} in a file named {zh.slug}; begin the name with its number")


def same_notes(zh: SectionFile, en: SectionFile) -> Iterator[Fault]:
    """A section has the same authors' notes in both languages."""
    for label in sorted(zh.notes.keys() - en.notes.keys()):
        yield en.title.fault(f"no note [^{label}] in this file; translate {zh.path}:{zh.notes[label].number}")
    for label in sorted(en.notes.keys() - zh.notes.keys()):
        yield en.notes[label].fault(f"note [^{label}] has no Chinese original in {zh.path}")


def same_paragraphs(zh: SectionFile, en: SectionFile) -> Iterator[Fault]:
    """A section has as many paragraphs in English as in Chinese."""
    if len(zh.paragraphs) != len(en.paragraphs):
        yield en.title.fault(f"{len(en.paragraphs)} paragraphs; {zh.path} has {len(zh.paragraphs)}")


def same_sentences(zh: SectionFile, en: SectionFile) -> Iterator[Fault]:
    """A paragraph has as many lines in English as in Chinese, with the same markers line by line."""
    for original, translation in zip(zh.paragraphs, en.paragraphs):
        if len(original) != len(translation):
            here = f"paragraph of {len(translation)} line{'s' * (len(translation) != 1)}"
            there = f"its original, {zh.path}:{original[0].number}, has {len(original)}"
            yield translation[0].fault(f"{here}; {there}")
            continue
        for source, target in zip(original, translation):
            yield from same_markers(source, target)


def same_markers(source: Line, target: Line) -> Iterator[Fault]:
    """A line has the same citations, notes and run-in heads in both languages."""
    for kind, shown in (("citation", "[@{}]"), ("note", "[^{}]")):
        wanted, found = (sorted(inline.keys(line.text, kind)) for line in (source, target))
        if wanted != found:
            listed = [" ".join(map(shown.format, keys)) or "none" for keys in (found, wanted)]
            original = f"its original, {source.path}:{source.number}, has {listed[1]}"
            yield target.fault(f"{kind}s here: {listed[0]}; {original}")
    if inline.heads(source.text) != inline.heads(target.text):
        yield target.fault(f"a run-in head **…** in one language only; compare {source.path}:{source.number}")
