"""The measure of the text: how long its lines are, and that no mark or word is torn where one ends."""

import pytest

pytestmark = pytest.mark.slow  # every line of many pages is measured

# Each character of a text, with its node and what gives its box.
CHARACTERS = """function* characters(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), range = new Range();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let k = 0; k < node.length; k += 1) {
      const box = () => (range.setStart(node, k), range.setEnd(node, k + 1), range.getBoundingClientRect());
      yield { node, character: node.data[k], box };
    }
  }
}"""


def measuring(script):
    """A function for the page that may call `characters`."""
    return script.replace("=> {", "=> {" + CHARACTERS, 1)


# The characters of every full line of the paragraphs in a language, and the marks that do not stand on the line of the
# character before them, as the browser has set them.
LINES = measuring("""(language) => {
  const lines = [];
  for (const paragraph of document.querySelectorAll(`.paragraph > p:lang(${language})`)) {
    const counts = new Map();
    for (const { node, box } of characters(paragraph)) {
      if (node.parentElement.closest("sup")) continue;
      const line = Math.round(box().bottom / 8);
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    lines.push(...[...counts.values()].slice(0, -1));
  }
  return lines.sort((a, b) => a - b);
}""")
TORN = """() => [...document.querySelectorAll(".paragraph > p:not(.counterpart) sup")].filter((mark) => {
  const walker = document.createTreeWalker(mark.closest("p"), NodeFilter.SHOW_TEXT);
  let before = null;
  while (walker.nextNode() && !mark.contains(walker.currentNode)) if (walker.currentNode.data.trim()) before = walker.currentNode;
  const range = document.createRange();
  const end = before.data.trimEnd().length;
  range.setStart(before, end - 1);
  range.setEnd(before, end);
  return mark.getClientRects()[0].left < range.getBoundingClientRect().left;
}).map((mark) => mark.textContent)"""


@pytest.mark.parametrize(("path", "language", "least", "most"), [("", "zh-Hans", 34, 40), ("en/", "en", 66, 75)])
def test_a_line_is_as_long_as_an_eye_likes(page, base_url, path, language, least, most):
    """66 to 75 characters of English, 34 to 40 of Chinese, in the middle of all full lines of the paper. A citation, a note
    and an editor's mark stand on the line of what they are about, on a phone, too."""
    page.goto(f"{base_url}/{path}paper/full/")
    for width in (320, 360, 414, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TORN) == [], width
        if width in (768, 1280, 1920):
            lines = page.evaluate(LINES, language)
            assert len(lines) > 200
            assert least <= lines[len(lines) // 2] <= most, (width, lines[len(lines) // 2])


# The widest step from one Chinese character to the next on a line, as a share of the size of the type.
WIDEST = measuring("""() => {
  let widest = 0;
  for (const paragraph of document.querySelectorAll(".paragraph > p:lang(zh-Hans)")) {
    const size = parseFloat(getComputedStyle(paragraph).fontSize);
    let before = null;
    for (const { node, character, box } of characters(paragraph)) {
      const now = /[一-龥]/.test(character) ? { node, ...box().toJSON() } : null;
      if (now && before?.node === node && Math.abs(before.top - now.top) < 2)
        widest = Math.max(widest, (now.left - before.left) / size);
      before = now;
    }
  }
  return widest;
}""")


@pytest.mark.parametrize("path", ["paper/2-2-japan/", "en/paper/2-2-japan/?view=both"])
def test_no_line_gapes_on_a_phone(page, base_url, path):
    """A short Chinese line with a long Latin word after it is not drawn out to the edge."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{base_url}/{path}")
    assert 0.9 < page.evaluate(WIDEST) < 1.05


# The lines that a heading has on the screen: one begins with each character that stands below the one before.
LINES_OF_A_HEADING = measuring("""(heading) => {
  const lines = [];
  let end = 0;
  for (const { character, box } of characters(heading)) {
    const { top, bottom } = box();
    if ((top + bottom) / 2 > end) {
      lines.push("");
      end = bottom;
    }
    lines[lines.length - 1] += character;
  }
  return lines.map((line) => line.trim());
}""")
TITLES = {
    "/": ["“一带一路”共建国家", "应对气候变化国际合作", "经验借鉴及启示"],
    "/paper/1-2-mitigation/": ["1.2 减缓气候变化的", "诉求与合作"],
    "/paper/2-2-japan/": ["2.2 日本", "应对气候变化国际合作"],
    "/paper/3-2-technology/": ["3.2 低碳技术转让、", "技术贸易", "和创新合作是关键路径"],
}


@pytest.mark.parametrize("path", TITLES)
def test_a_chinese_title_is_broken_between_words(page, base_url, path):
    """On a phone no line of a title ends inside a word, nor before a particle or a mark."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(base_url + path)
    assert page.get_by_role("heading", level=1).evaluate(LINES_OF_A_HEADING) == TITLES[path]
    assert page.get_by_role("heading", level=1).text_content() == "".join(TITLES[path])
