"""What the charting library draws is made fit for a page."""

from edition.pages.chart_svg import page_ready

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" viewBox="0 0 9 9">'
    "<style>text { fill: red }</style><script>alert()</script>"
    '<g class="mark-group" role="graphics-object" aria-roledescription="group"><path class="background" aria-hidden="true" d="M0,0h9v9Z"/>'
    '<g><path class="foreground" d="" display="none"/></g>'
    '<g class="mark-text"><text style="cursor: text" onclick="x()" font-family="sans-serif" font-size="11px" opacity="1">'
    "气候 &lt; 1</text></g>"
    '<path aria-label="a: 1" fill="currentColor" opacity="0.5" d="M0,0h1v1Z"/></g></svg>'
)


def test_a_drawing_is_one_named_image_without_style_or_script():
    """Frames, roles, fonts, styles and scripts go; words, shapes, classes and colours stay; it has a name and a description."""
    assert page_ready(DRAWN, "x", "A & B", "a: 1") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" id="x" role="img" aria-labelledby="x-title x-desc">'
        '<title id="x-title">A &amp; B</title><desc id="x-desc">a: 1</desc>'
        '<g class="mark-group"><g class="mark-text"><text font-size="11px">气候 &lt; 1</text></g>'
        '<path fill="currentColor" opacity="0.5" d="M0,0h1v1Z" /></g></svg>'
    )
