// What a reader may ask of the text. A press on a sentence, in either language, and the number of a paragraph open the
// sheet (sheet.js); a citation, a note or a term shows its card (cards.js). Both are fetched when they are first wanted;
// where they cannot be had, links lead where they lead without scripts. A press that selects, or that ends a selection,
// opens nothing; what is selected can be copied with its citation (selection.js). With the keyboard the numbers are the
// way in: a stop at each of 160 sentences would be in the way, so a number opens the sheet of its paragraph, and the sheet
// has buttons for the sentence before and after.
(() => {
  "use strict";

  const article = document.querySelector("article");
  if (!window.edition?.fetched || !document.getElementById("sheet-words")) return;
  const MARKS = "a.citation, a.note, a.editor";
  const TWICE = 250; // milliseconds in which a second press of the mouse makes the first one a selection
  const parts = () =>
    Promise.all(["cards.js", "quotation.js", "sheet.js", "selection.js", "sheet.css"].map(edition.fetched));
  const pressed = edition.lastPress();
  const sheet = (from, byKeyboard) => pressed(parts(), () => edition.sheet(from, byKeyboard));
  const card = (mark) => edition.fetched("cards.js").then(() => edition.cards.open(mark));

  let pressedBy = ""; // what the click to come is made with; a click does not say so in every browser
  let selected = false; // whether something was selected before the press
  let waiting = 0;
  let settling = 0;

  /** Opens the sheet of a sentence, unless the press turns out to select a word. */
  function ask(sentence) {
    clearTimeout(waiting);
    if (selected || !getSelection().isCollapsed) return;
    parts().catch(() => {});
    waiting = setTimeout(
      () => getSelection().isCollapsed && sheet(sentence).catch(() => {}),
      pressedBy === "mouse" ? TWICE : 0,
    );
  }

  /** What a press asks for, by where it is: a mark (of which the first tap shows the card), a number, or plain text. */
  function press(event) {
    const { target } = event;
    if (!edition.isPlain(event) || target.closest(".sheet")) return;
    const link = target.closest("a, button, input");
    const sentence = target.closest(".paragraph :is(.sentence, [data-s])");
    const wanted = link?.matches(MARKS)
      ? pressedBy === "touch" && !link.matches(".open") && card
      : link?.matches(".number") && sheet;
    if (wanted) {
      event.preventDefault();
      wanted(link, !event.detail).catch(() => location.assign(link.href));
    } else if (!link && sentence) ask(sentence);
  }

  /** Shows the first card; from then on cards.js does it. */
  function rest({ target, pointerType }) {
    const mark = pointerType !== "touch" && target.closest(`.term, ${MARKS}`);
    if (!mark || edition.cards) return;
    edition
      .fetched("cards.js")
      .then(() => mark.matches(":hover, :focus-visible") && edition.cards.open(mark))
      .catch(() => {});
  }

  /** Offers to quote what is selected, once it stays so. */
  function offer() {
    clearTimeout(settling);
    settling = setTimeout(
      () =>
        (edition.offer || !getSelection().isCollapsed) &&
        parts()
          .then(() => edition.offer())
          .catch(() => {}),
      TWICE,
    );
  }

  document.addEventListener("selectionchange", offer);
  document.addEventListener("pointerdown", ({ pointerType }) => {
    pressedBy = pointerType;
    selected = !getSelection().isCollapsed;
  });
  document.addEventListener("keydown", () => (pressedBy = ""));
  article.addEventListener("click", press);
  article.addEventListener("pointerover", rest);
  article.addEventListener("focusin", rest);
  for (const number of article.querySelectorAll(".number")) {
    number.setAttribute("role", "button");
    number.setAttribute("aria-haspopup", "dialog");
    number.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    number.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), number.click()));
  }
})();
