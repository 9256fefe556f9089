// The button that says how to cite: opens the dialog, which is fetched then. On the title page, where the citations
// stand, and wherever the dialog cannot be had, it stays the link that it is. `edition.cite` is for others who ask for the
// dialog: the element that has the focus again afterwards, and the sentence that is cited.
(() => {
  "use strict";

  const button = document.querySelector(".cite-button");
  if (!window.edition || !button || document.querySelector("section.cite")) return;
  edition.cite = (opener, id) =>
    import("./cite-dialog.js").then(({ open }) => open(button, opener, id)).catch(() => location.assign(button.href));
  edition.asButton(button, () => edition.cite(button));
})();
