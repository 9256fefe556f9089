/* The concordance: every sentence that has what is typed, Chinese and English together, counted by section. */

import { element } from "./element.js";
import { address, ask, listen, marked, readdress, state, tags, typed } from "./search-client.js";

const page = document.querySelector("#concordance");
const field = page.querySelector("[name=q]");
const status = page.querySelector(".occurrences-status");
const rows = page.querySelector(".occurrences");
const { language } = page.dataset;
const sides = language === "zh" ? ["zh", "en"] : ["en", "zh"];
const lost = page.querySelector(".no-script");
let timer;
let place = history.state?.concordance; // how far one had gone down before one comes back

page.dataset.started = "";
page.querySelector("form").hidden = false;
lost.hidden = true;
field.value = (new URL(location.href).searchParams.get("q") || "").slice(0, field.maxLength);
const composing = typed(field, () => {
  clearTimeout(timer);
  search();
});
page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
addEventListener("pagehide", () => history.replaceState({ ...history.state, concordance: scrollY }, ""));
listen(language, hear);

function hear(state) {
  lost.hidden = state !== "failed" && state !== "partial";
  if (lost.hidden) search();
  else status.textContent = page.dataset.failed;
}

function search() {
  if (composing()) return;
  clearTimeout(timer);
  timer = setTimeout(() => readdress(field.value), 500);
  if (state === "complete") ask({ query: field.value, all: true }, show);
  else if (field.value.trim() && (!state || state === "ready")) status.textContent = page.dataset.loading;
}

function show({ rows: sections = [], empty, near, through = [] }) {
  rows.replaceChildren(...sections.map(section));
  if (place && sections.length) scrollTo({ top: place, behavior: "instant" });
  place = 0;
  const count = sections.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const many = sections.length > 1 ? page.dataset.count : page.dataset.inOne;
  const counted = count > 1 ? many : count ? page.dataset.one : empty ? "" : page.dataset.none;
  const text = count && near ? `${page.dataset.near} ${counted}` : counted;
  const named = through.map(([q, w]) => page.dataset.through.replace("{q}", () => q).replace("{w}", () => w));
  const words = text
    .replace("{q}", () => field.value.trim())
    .replace("{n}", count)
    .replace("{m}", sections.length);
  status.textContent = [...(count ? named : []), words].join(" ");
}

function section({ path, number, titles, sentences }) {
  const count = sentences.length > 1 ? page.dataset.here.replace("{n}", sentences.length) : page.dataset.one;
  const link = element("a", { href: address(language, path) }, `${number} ${titles[language]}`.trim());
  return element(
    "section",
    {},
    element("h2", {}, link, element("small", {}, count)),
    element("ol", {}, ...sentences.map((s) => sentence(path, s))),
  );
}

function sentence(path, { id, note, ...texts }) {
  const name = note ? page.dataset.note : /^p(\d+)s/.test(id) ? `¶${/\d+/.exec(id)[0]}` : "→";
  const link = element("a", { href: `${address(language, path)}#${id}` }, name);
  return element(
    "li",
    {},
    element("p", {}, link),
    ...sides.map((side) => element("p", { lang: tags[side] }, ...marked(texts[side]))),
  );
}
