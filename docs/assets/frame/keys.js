// The panel of settings by its button, and the list of keys by the key ? (settings.js, key-list.js), fetched when they are
// wanted. A single key is one that is pressed alone, not while one writes; readers who speak to their machine or slip off a
// key can turn all of them off (WCAG 2.1.4).
(() => {
  "use strict";

  if (!window.edition?.fetched) return;
  const settings = document.querySelector(".settings-button");
  const keys = document.querySelector("#settings a");

  /** Whether single keys are on; a value given is remembered. */
  edition.singleKeys = (value) => {
    if (value === undefined) return edition.recall("search-key", /^(on|off)$/) !== "off";
    edition.remember("search-key", value ? "on" : "off");
    return value;
  };

  /** Whether an event is a single key that has a meaning here. */
  edition.isSingle = (event, key) =>
    event.key === key &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.isComposing &&
    !edition.isWriting(event) &&
    edition.singleKeys();

  const list = () =>
    import("./key-list.js")
      .then(({ open }) => open(keys.href, settings.dataset.close))
      .catch(() => location.assign(keys.href));

  const pressed = edition.lastPress();

  settings.hidden = false;
  settings.addEventListener("click", () =>
    pressed(Promise.all(["settings.css", "settings.js"].map(edition.fetched)), () => edition.settings()).catch(
      () => {},
    ),
  );
  keys.addEventListener("click", (event) => {
    if (!edition.isPlain(event)) return;
    event.preventDefault();
    list();
  });
  document.addEventListener("keydown", (event) => {
    if (!edition.isSingle(event, "?") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    list();
  });
})();
