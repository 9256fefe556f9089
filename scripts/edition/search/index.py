"""What the search in the browser needs, one index a language. The two are tied by the path of a section and the id of a
passage; the glossary has every term and name once, in one order. docs/assets/search/search-worker.js reads them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from opencc import OpenCC

from edition.corpus.edition import Edition, Section
from edition.corpus.language import Language
from edition.model import inline
from edition.model.records import EditorsNote, Entry
from edition.search.figures import written_out

# The characters that docs/assets/search/search-worker.js has in order beside their traditional forms.
CJK = range(0x4E00, 0xA000)


def search_index(edition: Edition, language: str) -> dict:
    """The index of one language ("zh" or "en"), the words of the paper:

    `sections`: path, number, title, paragraphs as lists of plain sentences (numbered through the paper, so without
    ids), and further passages as [id, text]; `traditional` (zh): see below.
    """
    sections = [_title_page(edition, language), *(_section(section, language) for section in edition.sections)]
    sections.append(_references(edition, language))
    return {"sections": sections, **({"traditional": traditional(_text(sections))} if language == "zh" else {})}


def search_more(edition: Edition, language: str) -> dict:
    """What a search shows besides the paper, fetched after the index.

    `glossary`: the forms and abbreviation of each term and name, then those of figures, joined by “|”; `aliases`: what
    else readers call them; `terms`: how many of these are terms, names following; `notes`: the editor's notes as [path
    of the page, id, text]; `authors`: their biographies; `ids`: the ids of terms and names in the tables, "" where the
    id is the first English form with hyphens.
    """
    side, entries, figures = Language(edition, language), edition.entries, list(_figures(edition))
    aliases = [*(entry.aliases for entry in entries), *(words for _, words in figures)]
    return {
        "notes": [[_page_of(edition, note.at), note.id, _note(note, side)] for note in edition.editors_notes],
        "authors": _authors(edition, language),
        "glossary": [_forms(entry, language) for entry in entries] + [forms[language] for forms, _ in figures],
        "aliases": [_of_language(words, language) for words in aliases],
        "terms": len(edition.terms),
        "ids": ["" if entry.id == slug(entry.en[0]) else entry.id for entry in entries],
    }


def slug(form: str) -> str:
    """An English form as most ids have it: lower case, hyphens for all that is no letter or digit."""
    return re.sub(r"[^a-z0-9]+", "-", form.lower()).strip("-")


def _note(note: EditorsNote, side: Language) -> str:
    """A note with the titles of its sources, as its page shows it."""
    return " — ".join([side.own(note.note), *(title for title, _ in side.sources(note))])


def traditional(text: str) -> str:
    """For each Chinese character of `text`, in the order of code points, its traditional forms that `text` has not:
    one as it is, several in brackets, none as “-”.
    """
    used = {character for character in text if ord(character) in CJK}
    forms = {new: "".join(old for old in _traditional().get(new, ()) if old not in used) for new in used}
    return "".join(form if len(form) == 1 else f"({form})" if form else "-" for _, form in sorted(forms.items()))


@cache
def _traditional() -> dict[str, list[str]]:
    """The traditional forms of every simplified character, by OpenCC."""
    simplified = OpenCC("t2s").convert("\n".join(map(chr, CJK))).split("\n")
    forms = defaultdict(list)
    for old, new in zip(map(chr, CJK), simplified):
        if old != new:
            forms[new].append(old)
    return forms


def _section(section: Section, language: str) -> list:
    plain = [[sentence[language].plain for sentence in p.sentences] for p in section.paragraphs]
    notes = [[note.id, note[language].plain] for note in section.notes]
    number = section.printed_number
    return [f"paper/{section.slug}/", number, section.title[language], plain, notes]


def _title_page(edition: Edition, language: str) -> list:
    """The title page: the abstract in its tied parts, keywords, authors with both names, citation and record."""
    paper = edition.paper
    authors = "; ".join(f"{author.name.zh} {author.name.en}" for author in paper.authors)
    places = [affiliation[language] for affiliation in paper.affiliations]
    record = [paper.doi, paper.cstr, paper.funding[language], paper.editor[language]]
    passages = [
        *([id, part[language]] for id, part in edition.abstract.items()),
        ["keywords", "; ".join(keyword[language] for keyword in paper.keywords)],
        ["authors", "; ".join([authors, *places])],
        ["cite", paper.citation[language]],
        ["record", "; ".join(record)],
    ]
    return ["", "", paper.title[language], [], passages]


def _references(edition: Edition, language: str) -> list:
    """The references, on both pages in both languages."""
    passages = [[r.key, " ".join(inline.plain(text) for text in (r.zh, r.en) if text)] for r in edition.references]
    return ["paper/references/", "", edition.interface["references"][language], [], passages]


def _authors(edition: Edition, language: str) -> list:
    """The authors' biographies, on the page about the edition."""
    passages = [[a.id, a.biography[language]] for a in edition.paper.authors if a.biography]
    return ["about/", "", edition.interface["search_authors"][language], [], passages]


def _forms(entry: Entry, language: str) -> str:
    """The forms of a term or name in a language, its abbreviation last, with the official English that a name has."""
    official = entry.official if language == "en" else None
    forms = dict.fromkeys(form for form in [*entry[language], official, entry.abbreviation] if form)
    return "|".join(forms)


def _figures(edition: Edition) -> Iterator[tuple[dict[str, str], list[str]]]:
    """The figures that the paper reports, each once, with how else they may be written."""
    seen = set()
    for row in edition.numbers.statistics:
        figure = written_out(row.zh, row.en)
        if figure and figure[0]["zh"] not in seen:
            seen.add(figure[0]["zh"])
            yield figure


def _of_language(words: list[str], language: str) -> str:
    """Those of words in either language that are written in this one, joined by “|”."""
    return "|".join(word for word in words if any(ord(character) in CJK for character in word) == (language == "zh"))


def _page_of(edition: Edition, place: str) -> str:
    """The path of the page on which a place is annotated: a sentence, an authors' note, a reference, the abstract."""
    if place in edition.section_of:
        return f"paper/{edition.section_of[place].slug}/"
    return "" if place in edition.abstract else "paper/references/"


def _text(value: str | list) -> str:
    """All characters of nested lists of texts."""
    return value if isinstance(value, str) else "".join(map(_text, value))
