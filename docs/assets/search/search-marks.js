/* Marks on a page what was searched for: the words that the result's address brings, as they are written there, with
   "*" where a word goes on. Nothing is changed in the page where the browser can highlight without. */

const BLOCKS =
  ".sentence, .entry p, .abstract p, .references p, .title-page, .author p, .md-content h1, .record dd, .citation-text";
const PASSED = "sup, .margin, script, style, button";
const letter = /[a-z0-9]/i;

/* `go`: also bring the first of them into view. */
export function mark(words, go) {
  const forms = words
    .split("|")
    .slice(0, 12)
    .map(form)
    .filter(({ text }) => text);
  const blocks = [...document.querySelectorAll(BLOCKS)].filter((block) => !block.parentElement.closest(BLOCKS));
  const ranges = blocks.flatMap((block) => found(block, forms));
  if (!ranges.length) return;
  if (window.Highlight && CSS.highlights) CSS.highlights.set("search", new Highlight(...ranges));
  if (go) bring(ranges);
  if (!window.Highlight) ranges.reverse().forEach(wrap);
}

const form = (word) => ({ open: word.startsWith("*"), goes: word.endsWith("*"), text: word.replace(/^\*|\*$/g, "") });

/* The ranges of a block in which a form stands. */
function found(block, forms) {
  const nodes = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node; (node = walker.nextNode());)
    if (!node.parentElement.closest(PASSED)) {
      nodes.push([text.length, node]);
      text += node.data;
    }
  return forms.flatMap((form) => places(text, form).map(([a, b]) => range(nodes, a, b)));
}

function places(text, { open, goes, text: words }) {
  const all = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    const before = letter.test(words[0]) && letter.test(text[at - 1] || "");
    const after = letter.test(words.slice(-1)) && letter.test(text[end] || "");
    if (before === open && after === goes) all.push([at, end]);
  }
  return all;
}

function range(nodes, a, b) {
  const made = document.createRange();
  const at = (place) => nodes.filter(([start]) => start <= place).pop();
  const [from, to] = [at(a), at(b - 1)];
  made.setStart(from[1], a - from[0]);
  made.setEnd(to[1], b - to[0]);
  return made;
}

/* The first hit of the sentence that the address names, or the first of all, is brought into view. */
function bring(ranges) {
  const target = document.querySelector(":target");
  const first = ranges.find(({ startContainer }) => target?.contains(startContainer)) || ranges[0];
  const box = first.getBoundingClientRect();
  const room = window.edition.place?.edge() ?? 0;
  if (box.top < room || box.bottom > innerHeight)
    first.startContainer.parentElement.scrollIntoView({ block: "center" });
}

function wrap(range) {
  const hit = document.createElement("mark");
  hit.append(range.extractContents());
  range.insertNode(hit);
}
