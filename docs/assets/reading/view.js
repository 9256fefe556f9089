// One language or both: the two radio buttons in the header. The style sheet does the rest (and does it by :has() where
// there are no scripts); this keeps the choice in the address and in storage, holds the place, and says what is shown.
(() => {
  "use strict";

  if (!window.edition?.place) return;
  const root = document.documentElement;
  const radios = [...document.querySelectorAll("input[name=view]")];
  if (!radios.length) return;

  /** The address says which view it is, so that a copied address opens the same. */
  function address(view) {
    const url = new URL(location.href);
    if (view === "both") url.searchParams.set("view", "both");
    else url.searchParams.delete("view");
    if (url.href !== location.href) edition.place.readdress(url, history.state);
  }

  /** Puts a view on the page; the buttons say it, also after the browser has restored a form. */
  function show(view) {
    root.dataset.view = view;
    for (const radio of radios) radio.checked = radio.value === view;
    address(view);
  }

  for (const radio of radios) {
    radio.addEventListener("change", () => {
      edition.place.keep(() => show(radio.value));
      edition.remember("view", radio.value);
      document.getElementById("said").textContent = radio.dataset.said;
    });
  }

  // A button may have been pressed before this came. A page that is come back to takes what was chosen since.
  // What the address of a link asks for holds for this page, and is not remembered as the reader's choice.
  const pressed = root.dataset.view ? null : radios.find((radio) => radio.checked).value;
  show(pressed ?? root.dataset.view);
  if (pressed === "both") edition.remember("view", pressed);
  const stored = () => edition.recall("view", /^(single|both)$/);
  let known = stored();
  addEventListener("pagehide", () => (known = stored()));
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && stored() && stored() !== known) edition.place.keep(() => show(stored()));
  });
})();
