// Opened from a disk, a folder shows its files and not its page: links to a folder lead to the index.html in it.
(() => {
  "use strict";

  if (location.protocol !== "file:") return;
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.protocol !== "file:" || !link.pathname.endsWith("/")) continue;
    const [, folder, rest] = /^([^?#]*)(.*)/.exec(link.getAttribute("href"));
    link.setAttribute("href", folder.replace(/\/?$/, "/index.html") + rest);
  }
})();
