"""The charts in the built pages: their values are those of the data, in both languages, and they fit a strict policy."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
import yaml

from edition.model.records import Term
from edition.pages import charts
from shared import ROOT, page_tree

LANGUAGES = {"zh": "", "en": "en/"}
DRAWN = ("japan-oda-sector", "japan-oda-purpose", "capacity", "copper")
PAGES = {"terms": ("terms",), "numbers": (*DRAWN, "funds")}
EVERY_PAGE = pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language in LANGUAGES for page in PAGES]
)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def data(name):
    """A data file, read without the library."""
    return yaml.safe_load((ROOT / f"docs/_data/{name}.yml").read_text(encoding="utf-8"))


def soup(site, language, page):
    """A page of tables as a tree."""
    return page_tree(site / f"{LANGUAGES[language]}tables/{page}/index.html")


def printed(row):
    """A figure as it stands beside its bar."""
    return f"{row['value']:,}" + ("%" if row["unit"]["en"] == "%" else "")


@EVERY_PAGE
def test_every_figure_is_there_and_named_in_the_language_of_the_page(site, language, page):
    """Each figure has its title as caption, and each drawing a name and a description that exist."""
    tree = soup(site, language, page)
    titles = {chart["id"]: chart["title"] for chart in data("numbers")["charts"]} | {
        "terms": data("interface")["chart_terms"]
    }
    assert [figure["id"] for figure in tree.select("figure.chart")] == [f"chart-{id}" for id in PAGES[page]]
    for id in PAGES[page]:
        figure = tree.find(id=f"chart-{id}")
        assert figure.select_one("figcaption .chart-title").text == titles[id][language]
        for drawing in figure("svg"):
            name, description = (figure.find(id=id) for id in drawing["aria-labelledby"].split())
            assert (drawing["role"], name.name, name.text) == ("img", "title", titles[id][language])
            assert description.name == "desc" and description.text


@EVERY_PAGE
def test_a_drawing_has_the_colours_and_the_type_of_the_page(site, language, page):
    """No colour or font of its own in a figure; styles, scripts and ids are looked at on all pages together."""
    for element in soup(site, language, page).select("figure.chart, figure.chart *"):
        assert not element.has_attr("font-family")
        assert element.get("fill", "none") in ("none", "currentColor")
        assert element.get("stroke", "none") in ("none", "currentColor")


@BOTH
@pytest.mark.parametrize("id", DRAWN)
def test_a_chart_shows_the_figures_of_the_data_and_no_other(site, language, id):
    """The numbers beside the bars and in the table of values are those in numbers.yml, and the bars are as long as they say."""
    rows = [row for row in data("numbers")["statistics"] if row["id"].startswith(f"{id}-")]
    figure = soup(site, language, "numbers").find(id=f"chart-{id}")
    written = [text.text for text in figure.select(".mark-text.role-mark text")]
    assert [text for text in written if re.fullmatch(r"[\d.,]+%?", text)] == [printed(row) for row in rows]
    lengths = [float(re.search(r"h(-?[\d.]+)v", bar["d"])[1]) for bar in figure.select(".mark-rect path")]
    assert [length / lengths[0] for length in lengths] == pytest.approx(
        [row["value"] / rows[0]["value"] for row in rows]
    )
    links = figure.select("table.values td:nth-of-type(1) a")
    assert [(link.text, link["href"].rpartition("#")[2]) for link in links] == [
        (f"{row['value']:,}", row["at"]) for row in rows
    ]
    assert [cell.text for cell in figure.select("table.values tbody th")] == [row["measures"][language] for row in rows]


@BOTH
def test_funds_are_numbers_in_the_words_of_the_text(site, language):
    """What shares no axis is not drawn."""
    rows = [row for row in data("numbers")["statistics"] if row["id"].startswith("funds-")]
    figure = soup(site, language, "numbers").find(id="chart-funds")
    assert not figure("svg")
    assert [link.text for link in figure.select("dd > a")] == [row[language] for row in rows]


@BOTH
def test_copper_has_its_unit_and_the_note_on_it(site, language):
    """The unit is as printed, and the editor's note stands in full under the bars."""
    figure = soup(site, language, "numbers").find(id="chart-copper").text
    [note] = [note for note in data("notes") if note["id"] == "copper-unit"]
    [row] = [row for row in data("numbers")["statistics"] if row["id"] == "copper-zambia"]
    assert note["note"][language] in figure and row["unit"][language] in figure


@BOTH
def test_the_heat_map_counts_what_the_terms_table_counts(site, edition, language):
    """Every core term is in the table of values, its cells add up to its count below, and each cell is right for its first sentence."""
    tree, core = soup(site, language, "terms"), {term["id"] for term in data("terms") if term.get("core")}
    totals, seen = Counter(), set()
    for row in tree.select("#chart-terms table.values tbody tr"):
        id, cells = row.th.a["href"][1:], row("td")
        counts = [int(cell.text) for cell in cells if cell.text]
        assert sum(counts[:-1]) == counts[-1] == int(tree.find(id=id).select_one(".column-count_zh").text)
        first = cells[next(k for k, cell in enumerate(cells) if cell.text)].a["href"].rpartition("#")[2]
        assert any(
            form in edition.passages[first].zh.text for form in next(term.zh for term in edition.terms if term.id == id)
        )
        seen.add(id)
        totals[id] = counts[-1]
    assert seen == core
    drawn = [text.text for text in tree.select("#chart-terms .mark-text.role-mark text")]
    assert sum(map(int, drawn)) == sum(count for count in totals.values() if count >= charts.LEAST)


@BOTH
def test_every_name_in_a_chart_is_short(edition, language):
    """A figure of a chart has words of its own, short enough for a phone."""
    for id in DRAWN:
        for row in edition.numbers.statistics:
            if row.id.startswith(f"{id}-"):
                words = charts.name(row)[language]
                assert words != row.measures[language] and len(words) <= 52


def test_a_term_that_the_text_has_not(edition):
    """A core term that stands in the facts alone has no section, and so no row."""
    more = Term(id="nowhere", zh=["无处可见"], en=["nowhere"], core=True)
    [figure, without] = [
        charts.terms_by_section(replace(edition, terms=terms), "zh")
        for terms in ([more, *edition.terms], edition.terms)
    ]
    assert figure == without
