/* The dialog with the citations of the title page, which is where they stand: so there is one home for them. Where the page
   has paragraphs, the one at the top of the screen is offered as the place that is cited. */

import { arm } from "./copy.js";

let dialog;

/* Open the dialog for the button that asked for it; it has the focus again when the dialog is closed. Rejects where the
   citations cannot be fetched. */
export async function open(button) {
  dialog ??= await made(button);
  dialog.querySelector(".cite-place").replaceChildren(...place(button.dataset.place));
  dialog.showModal();
}

async function made(button) {
  const page = await fetched(button.href.split("#")[0]);
  const section = page.querySelector("section.cite");
  for (const link of section.querySelectorAll("[href]")) link.setAttribute("href", link.href); // of that page, not of this
  const box = document.createElement("dialog");
  box.className = "cite-dialog md-typeset";
  box.setAttribute("aria-labelledby", "cite");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "icon-button close-button";
  close.setAttribute("aria-label", button.dataset.close);
  close.append("×");
  const where = document.createElement("p");
  where.className = "cite-place";
  const style = page.querySelector('link[href*="cite.css"]');
  style.setAttribute("href", style.href);
  box.append(document.importNode(style, true), close, document.importNode(section, true));
  box.querySelector("h2").after(where);
  document.body.append(box);
  arm(box, () => (box.querySelector(".cite-place input:checked") ? box.querySelector(".cite-place").textContent.trim() : ""));
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", ({ target }) => target === box && box.close());
  box.addEventListener("close", () => button.focus({ preventScroll: true }));
  return box;
}

/* A page as a document. No text becomes markup here: the browser reads the page as it reads any. */
function fetched(address) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => (request.response?.querySelector("section.cite") ? done(request.response) : failed());
    request.onerror = failed;
    request.open("GET", address);
    request.send();
  });
}

/* “p. 1410 (inferred), ¶12” with a box that puts it after what is copied; nothing where a page has no paragraphs. */
function place(words) {
  const sentence = document.getElementById(window.edition.place?.find()?.id);
  const paragraph = sentence?.closest(".paragraph");
  if (!paragraph) return [];
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.checked = true;
  label.append(input, ` ${words.replace("{page}", paragraph.dataset.pages).replace("{paragraph}", paragraph.id.slice(1))}`);
  return [label];
}
