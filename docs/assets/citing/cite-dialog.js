/* The dialog with the citations of the title page, which is where they stand: so there is one home for them. Where the page
   has paragraphs, the one at the top of the screen is offered as the place that is cited. */

import { arm } from "./copy.js";
import { element } from "./search-client.js";

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
  const [section, style] = [page.querySelector("section.cite"), page.querySelector('link[href*="cite.css"]')];
  for (const link of [style, ...section.querySelectorAll("[href]")]) link.setAttribute("href", link.href); // of that page, not of this
  const close = element("button", { type: "button", class: "icon-button close-button", "aria-label": button.dataset.close }, "×");
  const where = element("p", { class: "cite-place" });
  const parts = [style, section].map((one) => document.importNode(one, true));
  const box = element("dialog", { class: "cite-dialog md-typeset", "aria-labelledby": "cite" }, parts[0], close, parts[1]);
  box.querySelector("h2").after(where);
  document.body.append(box);
  arm(box, () => (where.querySelector("input:checked") ? where.textContent.trim() : ""));
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
  const said = words.replace("{page}", paragraph.dataset.pages).replace("{paragraph}", paragraph.id.slice(1));
  return [element("label", {}, element("input", { type: "checkbox", checked: "checked" }), ` ${said}`)];
}
