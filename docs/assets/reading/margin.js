// On a wide page with one language the notes and works stand in the margin, each beside the line of its mark or below the
// one before. They stay where they are in the document, after the text, and at the foot of any other page. The style sheet
// takes them out of the text from the first paint, so that nothing moves when this places them.
(() => {
  "use strict";

  const text = document.querySelector("article.tied > .text");
  const entries = [...document.querySelectorAll(".text ~ .notes > .entry")];
  if (!window.edition) return;
  const article = text?.parentElement;
  const GAP = 10; // pixels between two entries

  /** Where the mark of an entry is on the screen: in the text, or in a note that is placed itself. */
  const markTop = ({ id }) =>
    document.querySelector(`.text sup a[href="#${id}"]`)?.getBoundingClientRect().top ?? Infinity;

  /** The entries in the order of their marks; an entry that only another note names comes last. */
  const inOrder = () => entries.map((entry) => [markTop(entry), entry]).sort(([a], [b]) => a - b);

  function place() {
    if (getComputedStyle(entries[0]).position !== "absolute") return;
    const origin = article.getBoundingClientRect();
    const lines = text.querySelector(".paragraph > p").getBoundingClientRect();
    article.style.setProperty("--notes-left", `${Math.round(lines.right - origin.left)}px`);
    let end = 0;
    for (const [top, entry] of inOrder()) {
      const at = Math.max(end, Number.isFinite(top) ? top - origin.top - 4 : 0);
      entry.style.top = `${at}px`;
      end = at + entry.offsetHeight + GAP;
    }
    article.style.setProperty("--notes-end", `${Math.ceil(end)}px`);
  }

  document.documentElement.classList.add("noted");
  if (entries.length) {
    place();
    new ResizeObserver(place).observe(text);
  }
})();
