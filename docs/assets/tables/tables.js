// Tables that sort and filter. Sorting is the vendored sortable-tablesort; this gives its headings buttons, so that
// the keyboard reaches them, and has the field above the table hide the rows without the words typed.
(() => {
  "use strict";

  for (const table of document.querySelectorAll("table.cross-reference")) {
    for (const heading of table.tHead.rows[0].cells) addButton(heading);
    const owners = contexts(table);
    table.addEventListener("sort-end", () => owners.forEach((owner, row) => owner.after(row)));
    filter(table, document.querySelector(".table-tools"));
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
    const count = tools.querySelector("output");
    tools.querySelector(".filter").hidden = false;
    const show = () => {
      const shown = filterRows(table, field.value);
      count.textContent = field.value ? `${shown} ${table.dataset.filtered}` : "";
    };
    field.addEventListener("input", (event) => event.isComposing || show());
    field.addEventListener("compositionend", show);
    addEventListener("pageshow", () => field.value && show()); // a browser that comes back restores the field
  }

  function filterRows(table, typed) {
    const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of table.querySelectorAll("tbody tr:not(.in-context)")) {
      const text = [...row.cells].map((cell) => cell.textContent).join(" ").normalize("NFKC").toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    contexts(table).forEach((owner, row) => (row.hidden = owner.hidden));
    return shown;
  }
})();
