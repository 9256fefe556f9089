// Cards: a term shows its form in the other language and the way to its entry, a citation or note what its link leads to,
// on hover, focus or tap. Esc closes; the pointer may enter the card (WCAG 1.4.13). A citation or note is copied from its
// entry on the page, so that a card is never wrong. A press on a term opens its card and never leaves the page.
(() => {
  "use strict";

  if (!window.edition) return;
  const MARKS = ".term, a.citation, a.note, a.editor";
  const words = document.getElementById("card-words")?.dataset;
  if (!words) return;
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.getElementById("main").append(card);
  let owner = null;
  let timer = 0;
  let pressedBy = ""; // what the click to come is made with; a click does not say so in every browser

  function later(action, milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  }

  function open(mark) {
    close();
    const body = mark.matches(".term") ? termBody(mark) : entryBody(mark);
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

  function termBody(mark) {
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

  function entryBody(mark) {
    const copy = document.getElementById(mark.hash.slice(1))?.querySelector("p")?.cloneNode(true);
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

  const markUnder = (event) => event.target.closest?.(MARKS);

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
  document.addEventListener("pointerdown", ({ pointerType }) => (pressedBy = pointerType));
  document.addEventListener("keydown", () => (pressedBy = ""));
  document.addEventListener("click", (event) => {
    const mark = markUnder(event);
    if (mark?.matches(".term")) {
      if (getSelection().isCollapsed) open(mark);
    } else if (mark && pressedBy === "touch" && mark !== owner) {
      event.preventDefault();
      open(mark);
    } else if (!event.target.closest(".card")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) leave();
    const term = (event.key === "Enter" || event.key === " ") && event.target.closest?.(".term");
    if (!term) return;
    event.preventDefault();
    open(term);
    card.querySelector("a").focus();
  });

  /** Closes the card; who was in it is back at its mark. */
  function leave() {
    if (card.contains(document.activeElement)) owner.focus(); // which would open it anew, so that it is closed after
    close();
  }

  // Readers who want the bare text turn the cards of terms off; the choice is remembered.

  function showTerms(shown) {
    document.documentElement.classList.toggle("terms-off", !shown);
    toggle.setAttribute("aria-pressed", shown);
    for (const term of document.querySelectorAll(".term")) {
      if (shown) term.setAttribute("role", "button");
      else term.removeAttribute("role");
      if (shown) term.tabIndex = 0;
      else term.removeAttribute("tabindex");
    }
  }

  const toggle = document.querySelector(".terms-toggle");
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    const shown = toggle.getAttribute("aria-pressed") !== "true";
    showTerms(shown);
    edition.remember("terms", shown ? "on" : "off");
  });
  showTerms(edition.recall("terms", /^(on|off)$/) !== "off");
})();
