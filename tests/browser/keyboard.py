"""The keyboard as a reader uses it: Tab from stop to stop, what can be said of the stop that has the focus, an input method."""

# Whether something shows that it has the focus: its outline, or that of the label of a radio button, two pixels or more.
# Whether it is seen: inside the window and not under the header or anything else (WCAG 2.4.7, 2.4.11).
STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const shown = one.matches('input[type=radio]') ? one.nextElementSibling : one;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
    const boxes = [...one.getClientRects()].filter((box) => box.width && box.height);
    const points = boxes.flatMap(({ left, right, top, bottom }) => {
        const [a, b] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
        return [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, a + (b - a) * y]));
    });
    const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top && one.contains(top);
    });
    window.stops ??= [];
    const again = window.stops.includes(one);
    window.stops.push(one);
    return {
        again, seen,
        name: (one.getAttribute('aria-label') ?? one.textContent).trim().replace(/\\s+/g, ' ').slice(0, 60) || one.tagName,
        indicated: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\\)$/.test(outlineColor),
        within: one.closest('.noted .notes') && getComputedStyle(one.closest('.entry')).position === 'absolute' ? 'margin'
            : one.closest('article') ? 'article' : one.closest('[id], header, footer')?.tagName,
        y: boxes[0] && boxes[0].top + scrollY,
        follows: window.stops.length < 2 || !!(window.stops.at(-2).compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
    };
}"""
# Everything that the keyboard has to reach: what can be pressed or filled in, and what scrolls within itself.
MISSED = """() => [...document.querySelectorAll('a[href], a[tabindex="0"], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && !one.closest('dialog:not([open])')
        && !(one.type === 'radio' && !one.checked) && !window.stops.includes(one))
    .map((one) => one.outerHTML.slice(0, 120))"""


def stops(page, limit=600):
    """Every stop of the Tab key from the top of the page until it comes round, as dictionaries."""
    passed = []
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            return passed
        passed.append(stop)
    raise AssertionError(f"no end after {limit} stops: {passed[-1]}")


def tab_to(page, target, key="Tab", limit=300):
    """Press Tab until a locator's element has the focus."""
    element = target.element_handle()
    for _ in range(limit):
        page.keyboard.press(key)
        if element.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{key} does not reach {target}")


def compose(field, letters):
    """Letters that an input method has in a field, and may make into other characters."""
    field.evaluate(
        """(field, letters) => {
          field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
          field.value = letters;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
        }""",
        letters,
    )


def commit(field, text):
    """What an input method has made of the letters."""
    field.evaluate(
        """(field, text) => {
          field.value = text;
          field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
        }""",
        text,
    )
