"""How the article is cited beside a quotation: GB/T 7714 in Chinese, an author-date style in English."""

from __future__ import annotations

from .records import Paper


def citation(paper: Paper, language: str) -> str:
    """The article as a reference in the style of a language, from the facts in paper.yml."""
    return _chinese(paper) if language == "zh" else _english(paper)


def _chinese(paper: Paper) -> str:
    """GB/T 7714-2015: 张建平, 张旭. 题名[J]. 刊名, 2023, 38(9): 1407-1415. DOI: 10.…"""
    journal, names = paper.journal, ", ".join(author.name.zh for author in paper.authors)
    where = f"{journal.name.zh}, {journal.year}, {journal.volume}({journal.issue}): {journal.first_page}-{journal.last_page}"
    return f"{names}. {paper.title.zh}[J]. {where}. DOI: {paper.doi}."


def _english(paper: Paper) -> str:
    """Zhang, J., & Zhang, X. (2023). Title. Journal, 38(9), 1407–1415. https://doi.org/10.…"""
    journal, names = paper.journal, ", & ".join(_initials(author.name.en) for author in paper.authors)
    where = f"{journal.name.en}, {journal.volume}({journal.issue}), {journal.first_page}–{journal.last_page}"
    return f"{names} ({journal.year}). {paper.title.en}. {where}. https://doi.org/{paper.doi}"


def _initials(name: str) -> str:
    """ZHANG Jianping, as the journal writes names, is Zhang, J."""
    family, *given = name.split()
    return f"{family.capitalize()}, {' '.join(f'{part[0]}.' for part in given)}"
