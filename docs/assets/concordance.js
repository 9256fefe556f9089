/* The concordance: every sentence that has what is typed, Chinese and English together, counted by section. */

import { address, ask, element, listen, marked, state } from "./search-client.js";

const page = document.querySelector("#concordance");
const field = page.querySelector("[name=q]");
const status = page.querySelector(".occurrences-status");
const rows = page.querySelector(".occurrences");
const { language } = page.dataset;
const sides = language === "zh" ? ["zh", "en"] : ["en", "zh"];
const tags = { zh: "zh-Hans", en: "en" };
let timer;

page.querySelector("form").hidden = false;
page.querySelector(".no-script").hidden = true;
field.value = (new URL(location.href).searchParams.get("q") || "").slice(0, field.maxLength);
field.addEventListener("input", (event) => event.isComposing || search());
field.addEventListener("compositionend", search);
page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
listen(language, hear);

function hear(message) {
  if (message.state === "failed" || message.state === "partial") failed();
  else if (message.state) search();
  else show(message);
}

function failed() {
  page.querySelector(".no-script").hidden = false;
  status.textContent = page.dataset.failed;
}

function search() {
  clearTimeout(timer);
  timer = setTimeout(remember, 500);
  if (state === "complete") ask({ query: field.value, all: true });
  else if (field.value.trim() && (!state || state === "ready")) status.textContent = page.dataset.loading;
}

/* The query stands in the address, so that it can be shared. */
function remember() {
  const here = new URL(location.href);
  here.searchParams.delete("q");
  if (field.value.trim()) here.searchParams.set("q", field.value.trim());
  try {
    if (here.href !== location.href) history.replaceState(history.state, "", here);
  } catch {} // too often for the browser
}

function show({ rows: sections = [], empty }) {
  rows.replaceChildren(...sections.map(section));
  const count = sections.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const text = count > 1 ? page.dataset.count : count ? page.dataset.one : empty ? "" : page.dataset.none;
  status.textContent = text.replace("{q}", () => field.value.trim()).replace("{n}", count).replace("{m}", sections.length);
}

function section({ path, number, titles, sentences }) {
  const count = sentences.length > 1 ? page.dataset.here.replace("{n}", sentences.length) : page.dataset.one;
  const link = element("a", { href: address(language, path) }, `${number} ${titles[language]}`.trim());
  return element("section", {}, element("h2", {}, link, element("small", {}, count)), element("ol", {}, ...sentences.map((s) => sentence(path, s))));
}

function sentence(path, { id, note, ...texts }) {
  const name = note ? page.dataset.note : /^p(\d+)s/.test(id) ? `¶${/\d+/.exec(id)[0]}` : "→";
  const link = element("a", { href: `${address(language, path)}#${id}` }, name);
  return element("li", {}, element("p", {}, link), ...sides.map((side) => element("p", { lang: tags[side] }, ...marked(texts[side]))));
}
