"""The panel of settings as a reader opens it."""

import re

from playwright.sync_api import expect


def panel(page):
    """The panel, opened by its button, in either language."""
    page.get_by_role("button", name=re.compile("Reading settings|阅读设置")).click()
    expect(page.locator("#settings")).to_be_visible()
    return page.locator("#settings")


def choose_theme(page, name):
    """Choose a theme in the panel and close it."""
    panel(page).get_by_label(name, exact=True).check()
    page.keyboard.press("Escape")
    expect(page.locator("#settings")).to_be_hidden()
