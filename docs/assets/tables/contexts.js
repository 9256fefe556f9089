// The sentences of a term or name in context: the page has their links, under each rendering; once a row is opened, their
// words in both languages come from the table's own JSON file. Where it cannot be had, as from a disk, the links stay.
(() => {
  "use strict";

  const table = document.querySelector("table.cross-reference");
  const source = document.querySelector('.downloads a[href$=".json"]');
  let loading;

  table.addEventListener("toggle", ({ target }) => target.open && show(target), true);
  table.addEventListener("click", ({ target }) => {
    // A count leads to its row, and opens its sentences in the row below.
    if (target.matches(".column-count_zh a"))
      target.closest("tr").nextElementSibling.querySelector("details").open = true;
  });

  async function show(details) {
    const list = details.querySelector(".concordance");
    if (location.protocol === "file:" || list.querySelector("ol")) return;
    list.setAttribute("aria-busy", "true");
    try {
      fill(list, (await load()).get(details.closest("tr").previousElementSibling.id));
    } catch {
      loading = null; // asked for again when a row is opened next
    }
    list.removeAttribute("aria-busy");
  }

  /** The lines of each entry by its id, asked for once. */
  function load() {
    loading ??= fetch(source.href)
      .then((answer) => answer.json())
      .then((rows) => new Map(rows.map(({ id, concordance }) => [id, concordance])));
    return loading;
  }

  /** Each list of links becomes the lines of its rendering, with the same links. */
  function fill(list, lines) {
    const several = list.querySelector(".rendering");
    for (const links of list.querySelectorAll("p:not(.rendering)")) {
      const title = links.previousElementSibling;
      const words = title?.lang ? title.textContent : "";
      const places = new Map([...links.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
      const own = lines.filter(({ rendering }) => !several || rendering === words);
      links.replaceWith(element("ol", {}, ...own.map(({ at, ...words }) => line(words, places.get(at)))));
    }
  }

  function line({ zh, en }, link) {
    return element("li", {}, link.cloneNode(true), " ", context(zh, "zh-Hans"), " ", context(en, "en"));
  }

  function context({ before, word, after }, lang) {
    return element("span", { className: "context", lang }, before, element("mark", {}, word), after);
  }

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }
})();
