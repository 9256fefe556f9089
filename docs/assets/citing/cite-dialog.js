/* The dialog with the citations, which stand on the title page. Where the page has paragraphs, the one at the top of the
   screen is offered as the place that is cited. */

import { arm } from "./copy.js";
import { dialogWith, once, pageAt } from "./page-dialog.js";
import { element } from "./element.js";

const dialog = once(made);
const where = element("p", { class: "cite-place" });

/* Open the dialog, with the words of the button in the header; `opener` has the focus again when it is closed, and the
   place is that of a sentence. Rejects where the citations cannot be fetched. */
export async function open(button, opener, id = window.edition.place?.find()?.id) {
  const show = await dialog(button);
  where.replaceChildren(...place(button.dataset.place, id));
  show(opener);
}

async function made(button) {
  const page = await pageAt(button.href, "section.cite");
  const [section, style] = [page.querySelector("section.cite"), page.querySelector('link[href*="cite.css"]')];
  for (const link of [style, ...section.querySelectorAll("[href]")]) link.setAttribute("href", link.href); // of that page, not of this
  const parts = [style, section].map((one) => document.importNode(one, true));
  parts[1].querySelector("h2").after(where);
  const shows = dialogWith(parts, "cite", document.querySelector(".settings-button").dataset.close);
  arm(parts[1], () => (where.querySelector("input:checked") ? where.textContent.trim() : ""));
  return shows;
}

/* “p. 1410 (inferred), ¶12” with a box that puts it after what is copied; nothing where a page has no paragraphs. */
function place(words, id) {
  const paragraph = document.getElementById(id)?.closest(".paragraph");
  if (!paragraph) return [];
  const said = words.replace("{page}", paragraph.dataset.pages).replace("{paragraph}", paragraph.id.slice(1));
  return [element("label", {}, element("input", { type: "checkbox", checked: "checked" }), ` ${said}`)];
}
