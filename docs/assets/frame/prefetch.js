// The page a reader is about to ask for: the next or previous one, the counterpart, an entry of the contents. Fetched
// when a pointer or the keyboard rests on its link, not where the reader saves data.
(() => {
  "use strict";

  const LINKS = "a[rel=next], a[rel=prev], .other-language, .navigation a";
  const RESTS = 80; // milliseconds: passing over a link is no wish
  const fetched = new Set([location.pathname + location.search]);
  let timer = 0;

  if (navigator.connection?.saveData || !/^https?:$/.test(location.protocol)) return;

  function fetchPage({ pathname, search }) {
    const address = pathname + search;
    if (fetched.has(address)) return;
    fetched.add(address);
    fetch(address, { priority: "low" }).catch(() => {}); // <link rel=prefetch> is against the policy in Firefox, unknown in Safari
  }

  function intend(event) {
    clearTimeout(timer);
    const link = event.target.closest?.(LINKS);
    if (link) timer = setTimeout(fetchPage, RESTS, link);
  }

  for (const event of ["pointerover", "focusin"]) document.addEventListener(event, intend, { passive: true });
})();
