"""What a reader does to cite: copy a citation, take a file, say the place."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import settled, until

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


@pytest.mark.parametrize("path", ["/en/", "/en/paper/2-2-japan/"])
def test_a_file_is_taken(page, base_url, path):
    """The files for reference managers are downloads, on the title page and in the dialog of a page deeper down."""
    page.goto(base_url + path)
    box = page.get_by_role("main")
    if path != "/en/":
        page.get_by_role("banner").get_by_role("button", name="How to cite").click()
        box = page.get_by_role("dialog")
    for name, file in (("BibTeX", "article.bib"), ("RIS", "article.ris"), ("CSL-JSON", "article.json")):
        with page.expect_download() as download:
            box.get_by_role("link", name=name, exact=True).first.click()
        assert download.value.suggested_filename == file


PLACES = {
    "/paper/2-2-japan/#p20": (
        "引用格式",
        "复制 GB/T 7714—2015（中文）",
        r"^张建平, 张旭\..* 引文位置：第1411页（页码系推断），第20段$",
    ),
    "/en/paper/2-2-japan/#p20": (
        "How to cite",
        "Copy MLA 9",
        r"^Zhang, Jianping, and Xu Zhang\..* Cited at p\. 1411 \(inferred\), ¶20$",
    ),
}


@pytest.mark.parametrize("path", PLACES)
def test_the_place_is_cited_from_any_page(page, context, base_url, path):
    """The button in the head of a page opens the citations; what is copied says where on the page one stands, unless that
    is switched off; Esc closes, and the focus goes back."""
    name, button, text = PLACES[path]
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=base_url)
    page.goto(base_url + path)
    until(page, "scrollY > 0")
    settled(page)
    opener = page.get_by_role("banner").get_by_role("button", name=name)
    opener.click()
    box = page.get_by_role("dialog", name=name)
    box.get_by_role("button", name=button).first.click()
    expect(box.locator(".copy-status")).not_to_be_empty()
    assert re.search(text, page.evaluate("navigator.clipboard.readText()"))
    box.get_by_role("checkbox").uncheck()
    box.get_by_role("button", name=button.replace("复制", "").replace("Copy ", "")).first.click()
    until(page, "navigator.clipboard.readText().then((text) => !text.includes('1411'))")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()


def test_without_the_dialog_it_is_a_link(page, base_url):
    """Where the dialog cannot be fetched, the button leads to the citations."""
    page.route("**/cite-dialog.js", lambda route: route.fulfill(body="another file", content_type="text/javascript"))
    page.goto(base_url + "/en/tables/names/")
    page.get_by_role("banner").get_by_role("button", name="How to cite").click()
    expect(page).to_have_url(base_url + "/en/#cite")
