// Tables that sort and filter. Sorting is the vendored sortable-tablesort; this gives its headings buttons, so that
// the keyboard reaches them, and has the fields above the table hide the rows without the words typed or of other kinds.
(() => {
  "use strict";

  for (const table of document.querySelectorAll("table.cross-reference")) {
    for (const heading of table.tHead.rows[0].cells) addButton(heading);
    const owners = contexts(table);
    table.addEventListener("sort-end", () => owners.forEach((owner, row) => owner.after(row)));
    filter(table, document.querySelector(".table-tools"));
    fit(table, table.closest(".table-frame"));
  }

  function addButton(heading) {
    const button = document.createElement("button");
    const text = heading.querySelector(".sort");
    button.type = "button";
    button.className = "sort";
    button.append(...text.childNodes);
    text.replaceWith(button);
    heading.classList.add("sorts");
  }

  /** The rows with sentences in context, each with the row of its term or name, below which it stays. */
  function contexts(table) {
    return new Map([...table.querySelectorAll(".in-context")].map((row) => [row, row.previousElementSibling]));
  }

  function filter(table, tools) {
    const field = tools.querySelector("input");
    const kind = tools.querySelector("select");
    const count = tools.querySelector("output");
    for (const label of tools.querySelectorAll(".filter")) label.hidden = false;
    const chosen = () => field.value || kind?.value;
    const show = () => {
      const shown = filterRows(table, field.value, kind?.value);
      count.textContent = chosen() ? `${shown} ${table.dataset.filtered}` : "";
    };
    kind?.addEventListener("change", show);
    field.addEventListener("input", (event) => event.isComposing || show());
    field.addEventListener("compositionend", show);
    addEventListener("pageshow", () => chosen() && show()); // a browser that comes back restores the fields
  }

  function filterRows(table, typed, kind) {
    const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of table.querySelectorAll("tbody tr:not(.in-context)")) {
      const text = [...row.cells]
        .map((cell) => cell.textContent)
        .join(" ")
        .normalize("NFKC")
        .toLowerCase();
      const other = kind && row.querySelector(".column-kind > span").textContent !== kind;
      row.hidden = other || !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    contexts(table).forEach((owner, row) => (row.hidden = owner.hidden));
    return shown;
  }

  /** A table that is wider than the page, since its reader has larger type, scrolls in its frame, which is a stop of the
      keyboard only where it scrolls. */
  function fit(table, frame) {
    const look = () => {
      frame.classList.toggle("tight", table.offsetWidth > frame.clientWidth + 1);
      const scrolls = frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight;
      frame.tabIndex = scrolls ? 0 : -1;
    };
    new ResizeObserver(look).observe(table);
  }
})();
