"""What assistive technology is told: languages of parts, ranks of headings, names of landmarks, heads of tables."""

import re
from collections import Counter

HAN = re.compile("[\u3400-\u9fff]")
SPOKEN = ("aria-label", "title", "placeholder", "alt")


def language(element):
    """The language that an element is said to be in."""
    return element.get("lang") or element.find_parent(attrs={"lang": True})["lang"]


def test_chinese_is_marked_as_chinese(pages):
    """Wherever Chinese characters stand, read or spoken, the nearest language is Chinese."""
    wrong = []
    for path, page in pages.items():
        texts = [(text.parent, text) for text in page.body.find_all(string=HAN)]
        names = [(one, one[key]) for key in SPOKEN for one in page.body.select(f"[{key}]") if HAN.search(one[key])]
        wrong += [
            f"{path}: {text.strip()[:60]}"
            for one, text in texts + names
            if one.name not in ("script", "template") and not language(one).startswith("zh")
        ]
    assert wrong == []


def test_ids_are_unique(pages):
    """No page has an id twice."""
    for path, page in pages.items():
        ids = [one["id"] for one in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), path


def test_a_counterpart_says_its_language(pages):
    """The other language beside a paragraph, an abstract or a title is marked on each of its parts."""
    for path, page in pages.items():
        own = page.html["lang"]
        for part in page.select(".counterpart"):
            assert part["lang"] == {"en": "zh-Hans", "zh-Hans": "en"}[own], path
    assert sum(len(page.select(".counterpart")) for page in pages.values()) > 150


def test_headings_go_down_by_one(pages):
    """One heading of the first rank, and no rank is passed over."""
    for path, page in pages.items():
        ranks = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]
        assert ranks[0] == 1 and ranks.count(1) == 1, path
        assert all(below <= above + 1 for above, below in zip(ranks, ranks[1:])), path


def test_landmarks_have_names_of_their_own(pages):
    """One header, main and footer; where there are several regions or navigations each has a name, no two the same."""
    for path, page in pages.items():
        assert [len(page.select(one)) for one in ("body > header", "main", "footer")] == [1, 1, 1], path
        for kind in ("nav", "section[aria-label], section[aria-labelledby], [role=region]", "[role=search]"):
            marks = page.select(kind)
            names = [
                one.get("aria-label") or page.find(id=one["aria-labelledby"]).get_text(strip=True)
                for one in marks
                if kind != "[role=search]"
            ]
            assert [name for name, count in Counter(names).items() if count > 1] == [], f"{path}: {kind}"


def test_tables_have_heads(pages):
    """A table has a caption, each column a head, and what scrolls is a region with a name that takes the focus."""
    for path, page in pages.items():
        for table in page.select("main table"):
            assert table.caption.get_text(strip=True), path
            heads = table.select("thead th")
            assert heads and all(head["scope"] == "col" and head.get_text(strip=True) for head in heads), path
            assert all(row.select_one("th[scope=row], td") for row in table.select("tbody tr"))
            frame = table.find_parent(role="region")
            assert frame["aria-label"] and frame["tabindex"] == "0", path


def test_an_empty_cell_is_empty(pages):
    """A cell that says nothing holds nothing: on a phone its row of the card, with its label, is left out."""
    for path, page in pages.items():
        for cell in page.select("td"):
            assert cell.get_text(strip=True) or not cell.find(True), f"{path}: {cell}"


def test_links_have_names(pages):
    """Every link and button says something; the numbers of paragraphs say what they number."""
    for path, page in pages.items():
        for one in page.select("a[href], button"):
            if one.has_attr("hidden"):  # named by its script before it is shown
                continue
            assert one.get("aria-label") or one.get_text(strip=True), f"{path}: {one}"
        for number in page.select("a.number"):
            assert re.fullmatch(r"(段|Paragraph) \d+", number["aria-label"]), path


def test_what_changes_is_said(pages):
    """Each page has one live region for the view, and the search says its state and its failure."""
    for path, page in pages.items():
        assert page.select_one("#said[role=status]") and not page.select_one("#said").get_text(), path
        assert page.select_one("#search [role=status]") and page.select_one("#search [role=alert]"), path
