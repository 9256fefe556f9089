"""What a reader does to cite: copy a citation, take a file, with and without scripts."""

import pytest
from playwright.sync_api import expect

COPY = {
    "/": ("复制 GB/T 7714—2015（中文）", "张建平, 张旭. “一带一路”共建国家", "已复制"),
    "/en/": ("Copy APA 7", "Zhang, J., & Zhang, X. (2023). ", "Copied"),
}


@pytest.mark.parametrize("home", COPY)
def test_a_citation_is_copied(page, context, base_url, home):
    """One click copies the text of a citation and says so."""
    button, words, copied = COPY[home]
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto(base_url + home)
    page.get_by_role("button", name=button).first.click()
    expect(page.locator(".copy-status")).to_contain_text(copied)
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(words)
    assert "\n" not in text


@pytest.mark.parametrize(
    "name, file", [("BibTeX", "article.bib"), ("RIS", "article.ris"), ("CSL-JSON", "article.json")]
)
def test_a_file_is_taken(page, base_url, name, file):
    """The files for reference managers are downloads."""
    page.goto(base_url + "/en/")
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).first.click()
    assert download.value.suggested_filename == file


def test_without_scripts_the_citations_are_text(browser, base_url):
    """Without JavaScript every citation can be read, the folded ones too, and no button is there that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base_url + "/en/#cite")
    box = page.locator("section.cite")
    expect(box.get_by_role("button")).to_have_count(0)
    expect(box.get_by_text("Zhang, J., & Zhang, X. (2023).")).to_be_visible()
    box.locator("summary", has_text="English translation").click()
    expect(box.get_by_text("Unofficial English translation").first).to_be_visible()
    context.close()
