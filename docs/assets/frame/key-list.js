/* The list of keys, which stands on the page about the edition, as a dialog over any page. */

import { dialogWith, once, pageAt } from "./page-dialog.js";

const dialog = once(async (address, closing) => dialogWith(await told(address), "keys", closing));

/* Open the list that stands at an address, with the words of a button that closes it; rejects where it cannot be had. */
export async function open(address, closing) {
  const opener = document.activeElement;
  const show = await dialog(address, closing);
  show(opener);
}

async function told(address) {
  const heading = (await pageAt(address, "#keys")).getElementById("keys");
  return [heading, heading.nextElementSibling].map((one) => document.importNode(one, true));
}
