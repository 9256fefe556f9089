// The menu of a paragraph: its number, a plain link without scripts, becomes a button that opens the one menu of the
// page (Esc and a press elsewhere close it): copy the link or a quotation, show the counterpart, cite.
(() => {
  "use strict";

  if (!window.edition?.quotation) return;
  const menu = document.getElementById("passage");
  if (!menu) return;
  const { selected, whole, link, quote } = edition.quotation;
  const scope = menu.querySelector("select");
  const said = menu.querySelector("[role=status]");
  const fallback = menu.querySelector("textarea");
  const reveal = menu.querySelector("[data-do=reveal]");
  let paragraph = null;
  let selection = null;

  /** The ids of the sentences of the paragraph. */
  const ids = () => [...paragraph.querySelectorAll(".sentence")].map((one) => one.id);

  /** The passage that the menu is about: {ids, text, own, id}. */
  function passage() {
    if (scope.value === "selection") return { ...selection, id: selection.ids[0] };
    const some = scope.value === "whole" ? ids() : [scope.value];
    return { ids: some, text: whole(some, true), own: true, id: scope.value === "whole" ? paragraph.id : scope.value };
  }

  /** Offers the selection, the paragraph and each of its sentences; what the reader has chosen comes first. */
  function offer() {
    const { whole: all, sentence, selection: marked } = menu.dataset;
    const options = ids().map((id, k) => new Option(sentence.replace("{}", k + 1), id));
    options.unshift(new Option(`¶${paragraph.id.slice(1)}: ${all}`, "whole"));
    if (selection) options.unshift(new Option(marked, "selection"));
    scope.replaceChildren(...options);
    const { chosen } = document.querySelector("article").dataset;
    scope.value = selection ? "selection" : ids().includes(chosen) ? chosen : "whole";
  }

  /** Says whether the counterpart is shown; with both languages on the page there is nothing to reveal. */
  function revealing() {
    const shown = paragraph.classList.contains("revealed");
    reveal.textContent = shown ? menu.dataset.hide : menu.dataset.show;
    reveal.hidden = document.documentElement.dataset.view === "both";
  }

  /** Below the number, inside the window. */
  function position(button) {
    const { left, bottom } = button.getBoundingClientRect();
    menu.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - menu.offsetWidth - 8)) + scrollX}px`;
    menu.style.top = `${bottom + scrollY}px`;
  }

  const isOpen = () => !menu.hidden;
  const number = () => paragraph.querySelector(".number");

  /** Closes the menu; its number says so, and has the focus of whoever was in it. */
  function close() {
    if (!isOpen()) return;
    const inside = menu.contains(document.activeElement);
    menu.hidden = true;
    number().setAttribute("aria-expanded", "false");
    if (inside) number().focus({ preventScroll: true });
  }

  /** Opens the menu of a paragraph beside its number, so that Tab goes on into it. */
  function open(button) {
    close();
    paragraph = button.closest(".paragraph");
    selection = selected();
    if (!selection?.ids.some((id) => ids().includes(id))) selection = null;
    said.textContent = "";
    fallback.hidden = true;
    button.after(menu);
    offer();
    revealing();
    menu.hidden = false;
    position(button);
    button.setAttribute("aria-expanded", "true");
    scope.focus({ preventScroll: true });
  }

  /** The number opens its menu, or closes it. */
  function toggle(button) {
    if (isOpen() && paragraph.contains(button)) close();
    else open(button);
  }

  /** Copies, or shows what was to be copied where the browser does not let us. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = menu.dataset.copied;
    } catch {
      said.textContent = menu.dataset.notCopied;
      fallback.hidden = false;
      fallback.value = text;
      fallback.focus();
      fallback.select();
    }
  }

  const actions = {
    link: () => copy(link(passage().id)),
    quote: () => copy(quote(passage())),
    reveal: () => {
      paragraph.classList.toggle("revealed");
      revealing();
    },
  };

  /** A button with the name of the link whose place it takes. */
  function numberButton(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "number";
    button.textContent = link.textContent;
    button.setAttribute("aria-label", link.getAttribute("aria-label"));
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", menu.id);
    button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
    button.addEventListener("click", () => toggle(button));
    return button;
  }

  for (const link of document.querySelectorAll(".number")) {
    const button = numberButton(link);
    const focused = link === document.activeElement;
    link.replaceWith(button);
    if (focused) button.focus();
  }
  menu.addEventListener("click", (event) => actions[event.target.closest("button")?.dataset.do]?.());
  /** A press or a focus outside of the menu and its number has left it. */
  function leave({ target }) {
    if (isOpen() && !menu.contains(target) && !number().contains(target)) close();
  }
  document.addEventListener("focusin", leave);
  document.addEventListener("pointerdown", leave);
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
})();
