// The theme button: as the system, light, dark, and round again. Without it the style sheet follows the system.
(() => {
  "use strict";

  if (!window.edition) return;
  const root = document.documentElement;
  const button = document.querySelector(".theme-button");
  const order = ["auto", "light", "dark"];

  /** The theme that is on, said by the button's name. */
  function show() {
    const name = button.dataset[root.dataset.theme ?? "auto"];
    button.setAttribute("aria-label", name);
    button.title = name;
  }

  /** Puts a theme on the page. */
  function put(theme) {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    show();
  }

  button.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.theme ?? "auto") + 1) % order.length];
    edition.remember("theme", next);
    put(next);
  });

  // A page that is come back to takes what was chosen since.
  addEventListener("pageshow", ({ persisted }) => {
    const theme = persisted && edition.recall("theme", /^(auto|light|dark)$/);
    if (theme) put(theme);
  });

  button.hidden = false;
  show();
})();
