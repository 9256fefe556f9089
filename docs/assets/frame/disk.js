// Opened from a disk, a folder shows its files and not its page: links to a folder lead to the index.html in it.
(() => {
  "use strict";

  if (location.protocol !== "file:") return;

  function mend(link) {
    if (link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
    const [, folder, rest] = /^([^?#]*)(.*)/.exec(link.getAttribute("href"));
    link.setAttribute("href", folder.replace(/\/?$/, "/index.html") + rest);
  }

  document.querySelectorAll("a[href]").forEach(mend);
  // What other scripts put on the page later, such as the link of a card.
  document.addEventListener(
    "click",
    ({ target }) => target.closest?.("a[href]") && mend(target.closest("a[href]")),
    true,
  );
})();
