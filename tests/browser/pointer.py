"""The mouse or a finger on the text as a reader uses it: on the words of a sentence, which may begin in mid-line."""

POINT = "one => (({left, top, height}) => [left + 12, top + height / 2])(one.getClientRects()[0])"
MIDDLE_OF = """(one, word) => {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && !walker.currentNode.data.includes(word));
    const range = document.createRange(), from = walker.currentNode.data.indexOf(word);
    range.setStart(walker.currentNode, from);
    range.setEnd(walker.currentNode, from + word.length);
    const {left, top, width, height} = range.getClientRects()[0];
    return [left + width / 2, top + height / 2];
}"""

# What is to be pressed and is no link in a line of text.
TARGETS = "button, input, select, summary, :is(nav, .md-header, .start, .to-top) a, .md-header label"


def smaller(page, selector, pixels):
    """The shown elements that are less than so many pixels high or wide, each with its size."""
    return page.locator(selector).evaluate_all(
        """(all, pixels) => all.filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest('dialog:not([open])'))
            .map((one) => [one.outerHTML.slice(0, 100), one.getBoundingClientRect()])
            .filter(([, { width, height }]) => Math.min(width, height) < pixels)
            .map(([name, { width, height }]) => [name, width, height])""",
        pixels,
    )


def press(page, selector, by="click"):
    """Press the first line of a sentence, by the mouse or a finger."""
    sentence = page.locator(selector)
    sentence.scroll_into_view_if_needed()
    x, y = sentence.evaluate(POINT)
    page.touchscreen.tap(x, y) if by == "tap" else page.mouse.click(x, y)
