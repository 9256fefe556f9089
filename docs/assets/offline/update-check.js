// On a page that comes out of a kept edition, fetches the script that offers a newer one (update-offer.js).
(() => {
  "use strict";

  if (window.edition?.fetched && navigator.serviceWorker?.controller)
    edition.fetched("update-offer.js").catch(() => {});
})();
