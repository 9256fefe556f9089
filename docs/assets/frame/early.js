// Before the first paint: puts the reader's theme, view and settings on <html>, so that nothing flashes or jumps.
// It also holds the one door to storage. Blocked, full or damaged storage is an empty one: nothing throws. A script that
// misses this one (or another that it builds on) does nothing, so that the page stays as it is without scripts.
(() => {
  "use strict";

  /** What `work` returns with the storage, or null where the browser refuses it. */
  function guarded(work) {
    try {
      return work(window.localStorage);
    } catch {
      return null;
    }
  }

  /** A remembered value, if it has the form that we write. */
  function recall(key, form) {
    const value = guarded((storage) => storage.getItem(`edition.${key}`));
    return typeof value === "string" && form.test(value) ? value : null;
  }

  /** Remembers a value where the browser lets us. */
  function remember(key, value) {
    guarded((storage) => storage.setItem(`edition.${key}`, value));
  }

  const root = document.documentElement;
  const asked = new URLSearchParams(location.search).get("view");
  const view = /^(single|both)$/.test(asked) ? asked : recall("view", /^(single|both)$/);

  /** Puts on the page what settings.js has remembered; a page that is come back to takes what was chosen since. */
  function dress() {
    const theme = recall("theme", /^(auto|light|dark)$/);
    const reading = recall("reading", /^[a-z\d -]{0,60}$/);
    if (theme === "auto") delete root.dataset.theme;
    else if (theme) root.dataset.theme = theme;
    if (reading !== null) root.dataset.reading = reading;
  }

  root.classList.replace("no-js", "js");
  // Where page.js does not come, the page is one without scripts.
  addEventListener(
    "error",
    ({ target }) => /page\.js$/.test(target.src) && root.classList.replace("js", "no-js"),
    true,
  );
  if (view) root.dataset.view = view;
  dress();
  addEventListener("pageshow", ({ persisted }) => persisted && dress());
  window.edition = { recall, remember };
})();
