/* The search dialog: hands what is typed to the worker and shows what comes back. Fetched when search is wanted. */

import { element } from "./element.js";
import { address, ask, listen, marked, readdress, state, tags, typed } from "./search-client.js";

const dialog = document.querySelector("#search");
const field = dialog.querySelector("[name=q]");
const results = dialog.querySelector("#search-results");
const status = dialog.querySelector(".search-status");
const lost = dialog.querySelector(".search-failed");
const all = dialog.querySelector(".search-all");
const askOther = dialog.querySelector(".search-ask-other");
const { language } = dialog.dataset;
const foreign = language === "zh" ? "en" : "zh";
const allPage = all.href;
let other = false,
  timer;
let shown = "",
  wanted = false; // the query that the results answer; whether Enter was pressed before they did

function hear(state) {
  lost.hidden = state !== "failed" && state !== "partial";
  if (!lost.hidden) status.textContent = "";
  if (dialog.open) search();
}

/* --- asking -------------------------------------------------------------------------------------------------- */

/* When the dialog is opened; what has failed is tried again then. */
export function open() {
  listen(language, hear);
  if (!state) search();
}

function search() {
  if (composing()) return;
  const query = field.value;
  if (query !== search.last) other = false;
  search.last = query;
  const every = new URL(allPage);
  if (query.trim()) every.searchParams.set("q", query.trim());
  all.href = every.href;
  clearTimeout(timer);
  timer = setTimeout(remember, 500);
  if (!state) status.textContent = status.dataset.loading;
  if (state && state !== "failed") ask({ query, other }, show);
}

/* As long as the dialog is open; on the page of the concordance the address has the query of that. */
function remember() {
  if (!document.getElementById("concordance")) readdress(dialog.open ? field.value : "");
}

const composing = typed(field, () => {
  wanted = false;
  clearTimeout(timer);
  search();
});
askOther.addEventListener("click", () => ((other = true), ask({ query: field.value, other }, show), field.focus()));

/* --- showing ------------------------------------------------------------------------------------------------- */

/* The rest of what is fetched may bring the same results anew: the one that has the focus keeps it. */
function show(answer) {
  const held = links().indexOf(document.activeElement);
  fill(answer);
  if (held >= 0) (links()[held] || field).focus();
  else results.scrollTop = 0;
  if (unanswered(answer)) return;
  shown = search.last;
  if (wanted) first();
}

/* Whether all that would answer may still be on its way. */
const unanswered = ({ empty, complete, rows }) => !empty && !complete && !rows.length;

function fill(answer) {
  results.replaceChildren();
  askOther.hidden = true;
  status.textContent = "";
  if (answer.empty) return;
  const asked = other || !answer.rows.length;
  if (unanswered(answer)) return void (status.textContent = status.dataset.loading);
  status.textContent = said(answer);
  results.append(list(language, answer.rows));
  if (answer.terms.length)
    results.append(heading("terms"), element("ul", { class: "search-terms" }, ...answer.terms.map(entry)));
  if (asked && answer.other.rows.length) results.append(heading("other"), list(foreign, answer.other.rows));
  askOther.hidden = asked || !answer.both;
}

/* How much was found and, where it is not what was typed, how it was found. */
function said({ rows, count, sections, partly, near, begins, through, other: theirs }) {
  const { none, some, near: close, begins: beginning, through: called, one, inOne, count: many } = status.dataset;
  const say = (text, words) => text.replace(/\{(\w)\}/g, (_, key) => words[key]);
  const q = field.value.trim();
  if (!rows.length && !theirs.rows.length) return say(none, { q });
  const shown = rows.length ? { count, sections, rows, partly } : theirs;
  const found = shown.sections > 1 ? many : shown.count > 1 ? inOne : one;
  return [
    ...through.map(([word, form]) => say(called, { q: word, w: form })),
    near && say(close, { q }),
    begins && say(beginning, { q: begins }),
    shown.partly && some,
    shown.count && say(found, { n: shown.count, m: shown.sections }),
  ]
    .filter(Boolean)
    .join(" ");
}

const heading = (key) => element("h2", {}, results.dataset[key]);
const list = (language, rows) => element("ol", { lang: tags[language] }, ...rows.map((row) => item(language, row)));

const FIRST = 2; // sentences of a section that are shown before one asks for the rest

/* One section: its title, and its sentences, the first of them with its counterpart; each is a link to where it stands. */
function item(language, { path, number, title, id, sentences, counterpart, marks }) {
  const to = (at) => {
    const link = new URL(address(language, path));
    if (marks.length) link.searchParams.set("h", marks.join("|"));
    link.hash = at;
    return link.href;
  };
  const words = (text, length) => marked(text, language === "zh" ? length : 100 - length);
  const mark = number ? [element("span", { class: "section-number" }, `${number} `)] : [];
  const excerpt = (sentence) =>
    element("a", { href: to(sentence.id), class: "search-sentence" }, ...place(sentence), ...words(sentence, 30));
  const shown = sentences.slice(0, FIRST).map(excerpt);
  const rest = sentences.slice(FIRST);
  if (counterpart)
    shown.splice(
      1,
      0,
      element(
        "p",
        { class: "search-counterpart", lang: tags[language === "zh" ? "en" : "zh"] },
        ...words(counterpart, 70),
      ),
    );
  if (rest.length) shown.push(unfolding(rest.length, () => rest.map(excerpt)));
  return element("li", {}, element("a", { href: to(id) }, element("b", {}, ...mark, ...marked(title))), ...shown);
}

/* A button that gives its place to what it stands for, of which the first has the focus. */
function unfolding(count, made) {
  const button = element(
    "button",
    { type: "button", class: "search-more", lang: tags[language] },
    results.dataset.more.replace("{n}", count),
  );
  button.addEventListener("click", () => {
    const all = made();
    button.replaceWith(...all);
    all[0].focus();
  });
  return button;
}

function place({ id, note }) {
  const paragraph = /^p(\d+)s/.exec(id)?.[1];
  const name = note ? results.dataset.note : paragraph ? `¶${paragraph}` : "";
  return name ? [element("small", {}, name), " "] : [];
}

function entry({ path, id, zh, en }) {
  const link = element("a", { href: `${address(language, path)}#${id}` });
  link.append(element("span", { lang: "zh-Hans" }, zh), " ", element("span", { lang: "en" }, en));
  return element("li", {}, link);
}

/* --- keyboard ------------------------------------------------------------------------------------------------ */

const links = () => [...results.querySelectorAll("a, .search-more")];

dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing) return;
  const stops = [field, ...links()];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  (stops[at + step] || stops[step > 0 ? 0 : stops.length - 1]).focus();
});

/* Enter opens the first result of what stood in the field when it was pressed, not of what stood there before or since. */
export function enter(query) {
  if (query !== field.value) return;
  if (shown === query) first();
  else wanted = true;
}

function first() {
  wanted = false;
  results.querySelector("a")?.click();
}

/* A link to this very page closes the dialog. */
dialog.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link && link.pathname === location.pathname && edition.isPlain(event)) dialog.close();
});
dialog.addEventListener("close", () => {
  wanted = false;
  remember();
});
