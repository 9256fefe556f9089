// The link to the other language takes along the sentence at the top of the screen and its height, the hash and a query,
// at the moment it is used (by mouse, touch, keyboard, Alt+L, or through its menu into a new tab) or about to be.
(() => {
  "use strict";

  if (!window.edition?.place) return;
  const link = document.querySelector(".other-language");
  if (!link) return;
  const page = link.href;
  const key = `Key${link.getAttribute("aria-keyshortcuts").slice(-1)}`; // of Alt+L

  /** The address of the same place in the other language. */
  function aim() {
    const url = new URL(page);
    url.search = location.search;
    url.searchParams.delete("h"); // what was searched for is not in the other language, and would be gone to
    if (document.documentElement.dataset.view === "both") url.searchParams.set("view", "single"); // the link is the third choice of the control: one language
    url.hash = location.hash;
    const place = scrollY > 0 || document.querySelector(".sentence") ? edition.place.find() : null;
    if (place) url.searchParams.set("at", `${place.id}:${place.y}`);
    link.href = url.href;
  }

  for (const moment of ["pointerenter", "pointerdown", "focus", "contextmenu", "click", "auxclick"])
    link.addEventListener(moment, aim);
  link.addEventListener("click", () => {
    edition.remember("language", link.hreflang.slice(0, 2));
    if (document.querySelector("input[name=view]")) edition.remember("view", "single");
  });

  addEventListener("keydown", (event) => {
    if (event.code !== key || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (edition.isWriting(event)) return;
    event.preventDefault();
    link.click();
  });
})();
