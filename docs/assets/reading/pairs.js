// A sentence and its counterpart: pointing at one, focusing a link in it, tapping it or arriving at its address lights
// up both; a selection that begins in one language stays in that column.
(() => {
  "use strict";

  const article = document.querySelector("article");
  if (!article.querySelector(".counterpart")) return;
  let chosen = null;

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

  /** A sentence stays lit until another is chosen. */
  function choose(id) {
    chosen = id;
    article.dataset.chosen = id ?? "";
    light(id);
  }

  const arrive = () => choose(/^#(p\d+s\d+)$/.exec(location.hash)?.[1] ?? null);

  article.addEventListener("pointerover", (event) => light(idOf(event.target) ?? chosen));
  article.addEventListener("pointerleave", () => light(chosen));
  article.addEventListener("focusin", (event) => light(idOf(event.target) ?? chosen));
  article.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, .margin, .passage") && getSelection().isCollapsed) choose(idOf(event.target));
  });
  addEventListener("hashchange", arrive);
  arrive();

  addEventListener("pointerdown", ({ target }) => {
    if (target.closest?.(".margin, .passage")) return;
    const column = target.closest?.(".counterpart") ? "counterpart" : target.closest?.(".paragraph, .entry, .heading") ? "own" : "";
    article.dataset.column = column;
  });
})();
