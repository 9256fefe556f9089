/* When search is wanted: the button, Ctrl K, the key / (which can be turned off), or ?q= in the address. All else is
   fetched then. Also marks what was searched for on a page that was reached from a result (?h=). */
(() => {
  "use strict";

  if (!window.edition?.isSingle) return;
  const address = new URL(location.href);
  const concordance = document.querySelector("#concordance");

  const box = document.querySelector("#search");
  const status = box.querySelector(".search-status");
  let client = null;
  let here = false; // whether the script of the dialog is there
  let opener = null; // what had the focus when the dialog was opened

  /* The dialog and the worker are fetched side by side: one after the other each would wait for the line. */
  function dialog() {
    client ??= import("./search-client.js").then(({ listen }) => listen(box.dataset.language, () => {}));
    client.catch(() => (client = null));
    edition.fetched("results.css");
    return import("./search-dialog.js");
  }

  /* Opens at once, so that what is typed while the rest is fetched is not lost. */
  function open(query) {
    const field = box.querySelector("[name=q]");
    if (!box.open) {
      opener = document.activeElement;
      box.showModal();
      if (!here) status.textContent = status.dataset.loading;
    }
    if (query) field.value = query.slice(0, field.maxLength);
    field.focus();
    field.select();
    ask((module) => {
      here = true;
      module.open();
    });
  }

  /* Asks the dialog, when it has come; or says that it cannot be had. */
  function ask(question) {
    dialog()
      .then(question)
      .catch(() => {
        status.textContent = "";
        box.querySelector(".search-failed").hidden = false;
      });
  }

  /* Enter may come before the rest does; it means what stood in the field then, and nothing once the dialog is closed. */
  let entered = null;
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const query = (entered = box.querySelector("[name=q]").value);
    ask((module) => entered === query && module.enter(query));
  });
  box.addEventListener("close", () => {
    entered = null;
    opener?.focus({ preventScroll: true }); // Chromium before 89 leaves it nowhere
  });

  for (const button of document.querySelectorAll(".search-button")) {
    edition.asButton(button, () => open());
    for (const event of ["pointerenter", "focus"])
      button.addEventListener(event, () => dialog().catch(() => {}), { once: true });
  }

  /* Esc closes at the first stroke; by itself it would only empty the field. (229: an input method has the key, in Safari.) */
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    box.close();
  });

  /* So do its button and a press beside it. */
  box.addEventListener("click", ({ target }) => target.closest(".search-close") && box.close());
  edition.closesBeside(box);

  document.addEventListener("keydown", (event) => {
    const both =
      event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!(both && !event.isComposing) && !edition.isSingle(event, "/")) return;
    event.preventDefault();
    open();
  });

  if (address.searchParams.get("q") && !concordance) open(address.searchParams.get("q"));
  if (address.searchParams.get("h")) import("./search-marks.js").then(mark).catch(() => {});

  /* Who comes back, or has gone on reading by now, stays where they are. */
  function mark(module) {
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    module.mark(address.searchParams.get("h"), type === "navigate" && !edition.place?.moved());
  }
})();
