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

  /** Puts a view on the page. */
  function show(view) {
    if (view === "both") root.dataset.view = "both";
    else delete root.dataset.view;
    edition.remember("view", view);
    address(view);
  }

  for (const radio of radios) {
    radio.addEventListener("change", () => {
      edition.place.keep(() => show(radio.value));
      document.getElementById("said").textContent = radio.dataset.said;
    });
  }

  /** The buttons say what is shown, also after the browser has restored a form. */
  function sync() {
    const view = root.dataset.view ?? "single";
    for (const radio of radios) radio.checked = radio.value === view;
    show(view);
  }
  sync();
  addEventListener("pageshow", sync);
})();
