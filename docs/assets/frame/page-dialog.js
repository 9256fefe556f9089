/* A dialog that shows a part of another page of the edition, fetched when it is first opened. */

import { element } from "./element.js";

/* A function that makes something when it is first asked for, once, and again where that failed. */
export function once(make) {
  let made = null;
  return async (...given) => {
    made ??= make(...given);
    try {
      return await made;
    } catch (error) {
      made = null;
      throw error;
    }
  };
}

/* The page at an address as a document; rejects where it cannot be had or lacks what is wanted. No text becomes markup
   here: the browser reads the page as it reads any. */
export async function pageAt(address, wanted) {
  const [page] = await Promise.all([fetched(address, wanted), edition.fetched("page-dialog.css")]);
  return page;
}

function fetched(address, wanted) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => (request.response?.querySelector(wanted) ? done(request.response) : failed());
    request.onerror = failed;
    request.open("GET", address.split("#")[0]);
    request.send();
  });
}

/* A dialog named by the heading with an id; a function that opens it, after which its opener has the focus again. Esc, its
   button and a press beside it close it. */
export function dialogWith(content, labelledby, closing) {
  const close = element("button", { type: "button", class: "icon-button close-button", "aria-label": closing }, "×");
  const box = element("dialog", { class: "page-dialog md-typeset", "aria-labelledby": labelledby }, close, ...content);
  let opened;
  close.addEventListener("click", () => box.close());
  window.edition.closesBeside(box);
  box.addEventListener("close", () => opened.focus({ preventScroll: true }));
  document.body.append(box);
  return (opener) => {
    if (box.open) return; // two presses before it had come
    opened = opener;
    box.showModal();
  };
}
