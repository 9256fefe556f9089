"""CONTRIBUTING.md works as written for the programs, too: a page with its template and its words, a citation style and a
file to take away are added to a copy of the small edition, and its site has them."""

import shutil

import pytest

from shared import ROOT, built, example, page_tree, replace_once

pytestmark = pytest.mark.slow  # it builds a site of its own


def after(path, line, more):
    """Put lines after one that stands once in a file."""
    replace_once(path, line, line + more)


@pytest.fixture(scope="module")
def grown(small, tmp_path_factory):
    """The site of a copy in which the recipes have been followed."""
    root = tmp_path_factory.mktemp("grown") / "project"
    shutil.copytree(small, root, symlinks=True)
    for part in ("scripts", "overrides", "docs/_data/interface.yml"):
        (root / part).unlink()
        (shutil.copytree if (ROOT / part).is_dir() else shutil.copy)(ROOT / part, root / part)
    words, library = root / "docs/_data/interface.yml", root / "scripts/edition"

    with words.open("a", encoding="utf-8") as file:
        file.write(example("Add a word of the interface"))
        file.write("style_harvard: {zh: 哈佛格式, en: Harvard}\ndownload_keywords: {zh: 关键词, en: The keywords}\n")

    for language in ("zh", "en"):
        (root / f"docs/{language}/about/history.md").write_text(example("Add a page"), encoding="utf-8")
    (root / "overrides/edition/history.html").write_text(example("Add a page", 1), encoding="utf-8")
    after(library / "pages/page_files.py", 'TEMPLATES = ("title", ', '"history", ')
    after(root / "mkdocs.yml", "  - about/index.md\n", "  - about/history.md\n")

    shutil.copy(library / "citing/styles/apa.csl", library / "citing/styles/harvard.csl")
    after(library / "citing/formatted.py", "STYLES = (\n", example("Add a citation style"))

    after(
        library / "downloads/catalogue.py",
        '    yield "downloads/paper.tmx", tmx(edition)\n',
        example("Add a file to take away"),
    )
    after(library / "downloads/catalogue.py", "DOWNLOADS = (\n", example("Add a file to take away", 1))
    return built(root, tmp_path_factory.mktemp("built") / "site")


@pytest.mark.parametrize(
    ("path", "title", "words"), [("", "屋顶蜂箱的一年", "沿革"), ("en/", "A year of hives on a roof", "History")]
)
def test_what_was_added_is_there(grown, path, title, words):
    """In both languages."""

    def tree(page):
        return page_tree(grown / path / page / "index.html")

    assert f"{words}: {title}" in tree("about/history").article.text
    assert tree("").select_one('a[href$="about/history/"]')
    harvard = {"": "哈佛格式", "en/": "Harvard"}[path]
    assert harvard in [term.text.strip() for term in tree("").select("dl.citations dt")]
    assert tree("about/downloads").select_one('a[href$="downloads/keywords.txt"]')
    assert (grown / "downloads/keywords.txt").read_text(encoding="utf-8") == "蜂箱"
