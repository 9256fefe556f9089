// A small button below what is selected in the text: it opens the sheet for that and copies it with its citation. What is
// selected is taken when the button comes, since the touch that presses it may end the selection.
(() => {
  "use strict";

  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote";
  button.hidden = true;
  button.textContent = document.getElementById("sheet-words").dataset.quote;
  document.getElementById("main").append(button);
  let passage = null;

  /** Below the end of the selection, inside the window. */
  function place() {
    const boxes = getSelection().getRangeAt(0).getClientRects();
    const { right, bottom } = boxes[boxes.length - 1];
    button.style.left = `${Math.max(8, Math.min(right, document.documentElement.clientWidth - 8) - button.offsetWidth) + scrollX}px`;
    button.style.top = `${bottom + 8 + scrollY}px`;
  }

  /** Shows the button where sentences are selected, and takes it away where none are. */
  function offer() {
    passage = edition.quotation.selected();
    button.hidden = !passage;
    if (passage) place();
  }

  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", (event) => {
    button.hidden = true;
    edition.sheet(document.getElementById(passage.id), !event.detail, passage);
  });

  edition.offer = offer;
})();
