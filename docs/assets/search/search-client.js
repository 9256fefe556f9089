/* The way to the search worker, for the dialog and the concordance: starts it, and passes each answer to the function that asked. */

import { element } from "./element.js";

const base = new URL("../../", import.meta.url).href;
const script = new URL("search-worker.js", import.meta.url).href;
const trusted = window.trustedTypes?.createPolicy("search-worker", { createScriptURL: () => script });
let worker,
  number = 0;
const listeners = new Set();
const last = new Map(); // by who hears the answer: the number of the last question
export let state = "";
export const tags = { zh: "zh-Hans", en: "en" }; // BCP 47

/* Start the worker for a language, anew where it has failed; `hear` gets its state: ready | complete | partial | failed. */
export function listen(language, hear) {
  listeners.add(hear);
  if (!worker) start(language);
  else if (state) hear(state);
}

function start(language) {
  state = "";
  try {
    worker = new Worker(trusted?.createScriptURL("") ?? script, { type: "module" });
  } catch {
    return changed("failed");
  }
  worker.onerror = (event) => (event.preventDefault(), changed("failed"));
  worker.onmessage = ({ data }) => (data.state ? changed(data.state) : answered(data));
  worker.postMessage({ open: { base, language } });
}

function changed(next) {
  state = next;
  if (state === "failed") {
    worker?.terminate();
    worker = null;
  }
  for (const hear of listeners) hear(state);
}

/* `hear` gets the answer, unless it has asked again by then. */
export function ask(question, hear) {
  last.set(hear, ++number);
  worker.postMessage({ ...question, id: number });
}

function answered(answer) {
  for (const [hear, id] of last) if (id === answer.id) hear(answer);
}

/* The query stands in the address, so that it can be shared and come back to. */
export function readdress(query) {
  const here = new URL(location.href);
  here.searchParams.delete("q");
  if (query.trim()) here.searchParams.set("q", query.trim());
  try {
    if (here.href !== location.href) history.replaceState(history.state, "", here);
  } catch {} // too often for the browser: the address may lag behind
}

/* `hear` whenever what stands in a field has changed. Returns whether letters are being composed there, by an input
   method: half-typed they are no query, neither to be looked for nor to be remembered. */
export function typed(field, hear) {
  let composing = false;
  field.addEventListener("input", ({ isComposing }) => {
    composing = isComposing;
    hear();
  });
  field.addEventListener("compositionend", () => {
    composing = false;
    hear();
  });
  return () => composing;
}

/* The address of a page of the edition in a language. */
export const address = (language, path) => base + (language === "en" ? "en/" : "") + path;

/* A text with its hits in <mark>; a long one begins not far before `from`, where the hits stand closest. */
export function marked({ text, marks, from: first = 0 }, room = Infinity) {
  let end = first > room ? text.slice(0, first - room / 2).search(/[^\s，。；、,;]*$/) : 0;
  const pieces = end ? ["…"] : [];
  for (const [a, b] of marks.filter(([at]) => at >= end)) {
    pieces.push(text.slice(end, a), element("mark", {}, text.slice(a, b)));
    end = b;
  }
  return [...pieces, text.slice(end)];
}
