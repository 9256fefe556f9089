// Cards: a term under the mouse shows its form in the other language and the way to its entry; a citation or note shows
// what its link leads to, on hover, focus or tap, copied from its entry on the page, so that a card is never wrong. Esc
// closes; the pointer may enter the card (WCAG 1.4.13). open-parts.js fetches this file and hands over a tap.
(() => {
  "use strict";

  const words = document.getElementById("sheet-words").dataset;
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.getElementById("main").append(card);
  let owner = null;
  let timer = 0;

  function later(action, milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  }

  function open(mark) {
    close();
    const body = mark.matches(".term") ? term(mark) : entry(mark);
    if (!body) return;
    owner = mark;
    card.replaceChildren(body);
    card.hidden = false;
    place(mark);
    mark.classList.add("open");
    mark.setAttribute("aria-describedby", "card");
  }

  function close() {
    clearTimeout(timer);
    card.hidden = true;
    owner?.classList.remove("open");
    owner?.removeAttribute("aria-describedby");
    owner = null;
  }

  /** The rendering of a term, how often the paper has it, and a link to its entry in the tables. */
  function term(mark) {
    const paragraph = document.createElement("p");
    const other = document.createElement("b");
    other.lang = words.otherLang;
    other.textContent = mark.dataset.other;
    const count = document.createElement("span");
    count.className = "count";
    count.textContent = `×${mark.dataset.count}`;
    const more = document.createElement("a");
    more.href = words.tables + mark.dataset.entry;
    more.textContent = words.more;
    paragraph.append(other, count, more);
    return paragraph;
  }

  /** A copy of what a citation or note leads to on the page. */
  function entry(mark) {
    const texts = [...(document.getElementById(mark.hash.slice(1))?.querySelectorAll("p") ?? [])];
    const own = texts.find(
      (one) => one.matches(`:lang(${document.documentElement.lang})`) && !one.matches(".cited-in"),
    );
    const copy = (own ?? texts[0])?.cloneNode(true);
    copy?.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    return copy;
  }

  function place(mark) {
    const at = mark.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 56;
    card.style.left = `${Math.max(8, Math.min(at.left, room)) + scrollX}px`;
    card.style.top = `${(below ? at.bottom + 4 : at.top - card.offsetHeight - 4) + scrollY}px`;
  }

  const markUnder = ({ target }) => target.closest?.("article :is(.term, a.citation, a.note, a.editor)");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = markUnder(event);
    if (mark && mark !== owner) later(() => open(mark), 250);
    else if (mark || event.target.closest?.(".card")) clearTimeout(timer);
    else if (owner) later(close, 250);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markUnder(event);
    if (mark?.matches(":focus-visible")) open(mark);
    else if (owner && !event.target.closest(".card")) close();
  });
  document.addEventListener("click", (event) => {
    if (!event.defaultPrevented && !event.target.closest(".card")) close(); // open-parts.js prevents what a tap on a mark would do
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());

  edition.cards = { open, close, entry };
})();
