// A sentence and its counterpart: pointing at one, focusing a link in it or arriving at its address lights up both; a
// selection that begins in one language stays in that column.
(() => {
  "use strict";

  const article = document.querySelector("article");
  if (!article.querySelector(".counterpart")) return;
  let arrived = null; // the sentence that the address names: it stays lit

  /** The id of the sentence in which an element is, in either language. */
  function idOf(element) {
    const sentence = element.closest?.(".sentence, [data-s]");
    return sentence ? sentence.id || sentence.dataset.s : null;
  }

  /** Lights up a sentence and its counterpart, and nothing else. */
  function light(id) {
    for (const old of article.querySelectorAll(".lit")) old.classList.remove("lit");
    if (id === null) return;
    for (const one of article.querySelectorAll(`[id="${id}"], [data-s="${id}"]`)) one.classList.add("lit");
  }

  function arrive() {
    arrived = /^#(p\d+s\d+)$/.exec(location.hash)?.[1] ?? null;
    light(arrived);
  }

  article.addEventListener("pointerover", (event) => light(idOf(event.target) ?? arrived));
  article.addEventListener("pointerleave", () => light(arrived));
  article.addEventListener("focusin", (event) => light(idOf(event.target) ?? arrived));
  addEventListener("hashchange", arrive);
  arrive();

  addEventListener("pointerdown", ({ target }) => {
    if (target.closest?.(".margin, .sheet")) return;
    const column = target.closest?.(".counterpart")
      ? "counterpart"
      : target.closest?.(".paragraph, .entry, .heading")
        ? "own"
        : "";
    article.dataset.column = column;
  });
})();
