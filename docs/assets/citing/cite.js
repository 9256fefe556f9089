// The button that says how to cite: opens the dialog, which is fetched then. On the title page, where the citations
// stand, and wherever the dialog cannot be had, it stays the link that it is.
(() => {
  "use strict";

  const button = document.querySelector(".cite-button");
  if (!window.edition || !button || document.querySelector("section.cite")) return;
  button.setAttribute("role", "button");
  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import("./cite-dialog.js").then(({ open }) => open(button)).catch(() => location.assign(button.href));
  });
  button.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), button.click()));
})();
