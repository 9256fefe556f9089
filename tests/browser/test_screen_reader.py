"""What a screen reader reads out of a few parts of a page: roles, names and order, as a browser hands them over."""

import pytest
from playwright.sync_api import expect

HEADERS = {
    "/paper/2-2-japan/": """
        - banner:
            - link "“一带一路”气候合作双语读本"
            - paragraph: /¶ ?18/
            - group "语言":
                - radio "中文" [checked]
                - radio "对照"
                - link "English"
            - button "阅读设置": Aa
            - button "搜索"
            - progressbar "全文进度（段）"
        """,
    "/en/paper/2-2-japan/": """
        - banner:
            - 'link "Belt and Road climate cooperation: a bilingual edition"'
            - paragraph: /¶ ?18/
            - group "Language":
                - link "中文"
                - radio "Both"
                - radio "English" [checked]
            - button "Reading settings": Aa
            - button "Search"
            - progressbar "Place in the paper (paragraph)"
        """,
}


@pytest.mark.parametrize("path", HEADERS)
def test_the_header(page, base_url, path):
    """The title page, the place in the paper, one language or both in one order, settings, search."""
    page.goto(base_url + path)
    expect(page.get_by_role("banner")).to_match_aria_snapshot(HEADERS[path])


def test_a_paragraph(page, base_url):
    """Its number, whose translation it is, its sentences with the names of their marks; then, in both, its counterpart."""
    page.goto(base_url + "/en/paper/2-2-japan/?view=both")
    expect(page.locator("#p20")).to_match_aria_snapshot("""
        - button "Paragraph 20"
        - link "tr. This edition’s translation"
        - paragraph
        - paragraph
        """)
    order = page.locator("#p20 > *").evaluate_all("all => all.map((one) => one.className || one.tagName)")
    assert order == ["margin", "P", "counterpart"]


def test_the_search(page, base_url):
    """A dialog with a search in it, what it found as a count, and the results as a list of links with their languages."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill("JICA")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_role("dialog")).to_match_aria_snapshot("""
        - dialog "Search":
            - search:
                - searchbox "What to find": JICA
                - button "Close"
            - status: /sentence/
            - region "Results":
                - list:
                    - listitem:
                        - link /2\\.2 .*Japan/
        """)


def test_a_table(page, base_url):
    """A region to scroll with a table in it that has a name, heads that sort, and rows."""
    page.goto(base_url + "/tables/timeline/")
    expect(page.get_by_role("region", name="年表")).to_match_aria_snapshot("""
        - table "年表":
            - caption: 年表
            - rowgroup:
                - row:
                    - columnheader "时间":
                        - button "时间"
        """)
