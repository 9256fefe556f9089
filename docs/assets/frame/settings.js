// The panel of what a reader may set: the look of the text, a word for each setting in one remembered value, which
// early.js puts on <html> before the first paint and the style sheets read; the theme; the single keys. Fetched when its
// button is first pressed.
(() => {
  "use strict";

  const root = document.documentElement;
  const panel = document.getElementById("settings");
  const button = document.querySelector(".settings-button");
  const boxes = [...panel.querySelectorAll("input")];
  const looks = boxes.filter(({ name }) => name === "size" || name === "flag");

  /** Shows the settings that are on. */
  function show() {
    const words = (root.dataset.reading ?? "").split(" ");
    const size = /size-\d/.exec(root.dataset.reading)?.[0] ?? "";
    const on = {
      size: (value) => value === size,
      flag: (value) => words.includes(value),
      theme: (value) => value === (root.dataset.theme ?? "auto"),
      keys: () => edition.singleKeys(),
    };
    for (const box of boxes) box.checked = on[box.name](box.value);
  }

  /** The look of the text, which keeps its place. */
  function look() {
    const words = looks
      .filter(({ checked, value }) => checked && value)
      .map(({ value }) => value)
      .join(" ");
    edition.place.keep(() => (root.dataset.reading = words));
    edition.remember("reading", words);
  }

  /** What each setting puts on the page and remembers. */
  const put = {
    size: look,
    flag: look,
    theme({ value }) {
      if (value === "auto") delete root.dataset.theme;
      else root.dataset.theme = value;
      edition.remember("theme", value);
    },
    keys: ({ checked }) => edition.singleKeys(checked),
  };

  function close() {
    if (panel.hidden) return;
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (inside) button.focus({ preventScroll: true });
  }

  function toggle() {
    if (!panel.hidden) return close();
    show();
    button.after(panel);
    panel.hidden = false;
    button.setAttribute("aria-expanded", "true");
  }

  /** As a new reader finds it. */
  function reset(event) {
    event.preventDefault();
    for (const box of boxes) box.checked = box.defaultChecked;
    for (const box of boxes) if (box.checked || box.type === "checkbox") put[box.name](box);
  }

  panel.addEventListener("change", ({ target }) => put[target.name](target));
  panel.addEventListener("reset", reset);
  panel.addEventListener("submit", (event) => event.preventDefault());
  // A dialog that was opened from it stands above it.
  const isAbove = (target) => Boolean(target.closest?.("dialog"));
  const elsewhere = ({ target }) => panel.contains(target) || button.contains(target) || isAbove(target) || close();
  document.addEventListener("keydown", ({ key, target }) => key === "Escape" && !isAbove(target) && close());
  document.addEventListener("pointerdown", elsewhere);
  document.addEventListener("focusin", elsewhere); // it would cover what has the focus
  edition.settings = toggle;
})();
