"""The menu on a paragraph number: its keyboard, the link, and the quotation with its source."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def copied(page):
    """What the page has put into the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return lambda: page.evaluate("navigator.clipboard.readText()")


def test_the_menu_by_keyboard(page, base_url):
    """Enter opens it, its first control has the focus, Tab goes on in it, Esc closes it and goes back to the number."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    button = page.get_by_role("button", name="Paragraph 20")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_label("What to copy")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#passage")).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_a_second_press_closes(page, base_url):
    """The number closes what it has opened; another number moves the menu to itself."""
    page.goto(base_url + "/paper/2-2-japan/")
    first, second = (page.get_by_role("button", name=f"段 {number}") for number in (19, 20))
    first.click()
    expect(page.locator("#passage")).to_be_visible()
    first.click()
    expect(page.locator("#passage")).to_be_hidden()
    first.click()
    page.keyboard.press("Escape")
    second.click()
    expect(page.locator("#p20 #passage")).to_be_visible()
    expect(first).to_have_attribute("aria-expanded", "false")


def test_copy_link(page, base_url, copied):
    """The link of the paragraph, or of a sentence chosen in the menu, without view or query."""
    page.goto(base_url + "/paper/2-2-japan/?view=both")
    page.get_by_role("button", name="段 20").click()
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("#passage [role=status]")).to_have_text("已复制")
    assert copied() == base_url + "/paper/2-2-japan/#p20"
    page.get_by_label("复制范围").select_option("第2句")
    page.get_by_role("button", name="复制链接").click()
    page.wait_for_timeout(100)
    assert copied() == base_url + "/paper/2-2-japan/#p20s2"


def test_copy_a_sentence_in_chinese(page, base_url, copied):
    """A sentence with its English and GB/T 7714; the page is marked as inferred."""
    page.goto(base_url + "/paper/0-introduction/#p1s1")
    page.get_by_role("button", name="段 1", exact=True).click()
    page.get_by_role("button", name="复制摘引").click()
    page.wait_for_timeout(100)
    own, other, source = copied().split("\n")
    assert own.startswith("““一带一路”倡议是我国") and own.endswith("。”") and "[" not in own
    assert other.startswith("“The Belt and Road Initiative (BRI) is a major decision") and other.endswith(
        "（本版译文）"
    )
    assert source == (
        "张建平, 张旭. “一带一路”共建国家应对气候变化国际合作经验借鉴及启示[J/OL]. 中国科学院院刊, 2023, 38(9): 1407-1415. "
        f"DOI:10.16418/j.issn.1000-3045.20230526006. 摘自第1407–1408页（页码系推断），第1段。 {base_url}/paper/0-introduction/#p1s1"
    )


def test_copy_a_selection_in_english(page, base_url, copied):
    """Selected words with the whole Chinese sentence and an English reference."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.evaluate("""() => { const sentence = document.getElementById('p20s1'), range = document.createRange();
        range.setStart(sentence, 0); range.setEnd(sentence, 2); getSelection().addRange(range); }""")
    words = page.evaluate("getSelection().toString()").strip()
    page.get_by_role("button", name="Paragraph 20").click()
    page.get_by_role("button", name="Copy quotation").click()
    page.wait_for_timeout(100)
    own, other, source = copied().split("\n")
    assert own == f"“{words}” [this edition’s translation]"
    assert other == f"“{page.locator('[data-s=p20s1]').text_content()}”"
    assert source.startswith(
        "Zhang, J., & Zhang, X. (2023). Experiences and enlightenment of international cooperation on climate change for BRI partners [in Chinese]. "
        "Bulletin of Chinese Academy of Sciences (Chinese Version), 38(9), 1407–1415. https://doi.org/10.16418/j.issn.1000-3045.20230526006 From p. 141"
    )
    assert source.endswith(f"(inferred), ¶20. {base_url}/en/paper/2-2-japan/#p20s1")


def test_without_a_clipboard(page, base_url):
    """Where the browser does not let us copy, the text is shown and selected."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_role("button", name="Paragraph 20").click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#passage textarea")).to_have_value(base_url + "/en/paper/2-2-japan/#p20")


def test_cite_the_article(page, base_url):
    """The menu leads to the title page's citation."""
    page.goto(base_url + "/paper/2-2-japan/")
    page.get_by_role("button", name="段 20").click()
    page.get_by_role("link", name="引用本文").click()
    expect(page).to_have_url(base_url + "/#cite")


def test_an_error_in_a_paragraph(page, base_url):
    """The menu leads to the place that says how an error is reported."""
    page.goto(base_url + "/en/paper/2-2-japan/")
    page.get_by_role("button", name="Paragraph 20").click()
    page.get_by_role("group", name="Paragraph menu").get_by_role("link", name="Report an error").click()
    expect(page.get_by_role("heading", name="Corrections")).to_be_in_viewport()
