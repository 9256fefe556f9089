"""What the metadata of a page is made from: its file, language, address, heading and HTML."""

from __future__ import annotations

from dataclasses import dataclass

from edition.corpus.edition import Edition, Section
from edition.model.records import Both


@dataclass(frozen=True)
class Page:
    """A page: its file below the language ("paper/1-practice.md"), language, path in the site, heading, and HTML."""

    file: str
    language: str
    path: str
    heading: str
    content: str = ""

    def own(self, both: Both) -> str:
        """A text in the language of the page."""
        return both[self.language]

    def section(self, edition: Edition) -> Section | None:
        """The section whose page it is, or None."""
        return section_of(edition, self.file)

    def name(self, edition: Edition) -> str:
        """What the page is called: the paper's title, a section with its number, or the page's own heading."""
        if self.file == "index.md":
            return self.own(edition.paper.title)
        section = self.section(edition)
        return section.heading(self.language) if section else self.heading


def section_of(edition: Edition, file: str) -> Section | None:
    """The section that a file below the folder of its language ("paper/1-practice.md") holds, or None."""
    folder, _, name = file.rpartition("/")
    return edition.section_by_slug.get(name.removesuffix(".md")) if folder == "paper" else None
