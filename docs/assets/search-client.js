/* The way to the search worker, for the dialog and the concordance: starts it once, hands on its answers. */

const base = new URL("../../", import.meta.url).href;
let worker, number = 0;
const listeners = new Set();
export let state = "";

/* Start the worker for a language; `hear` gets {state: ready | complete | partial | failed} and the answer to the last question. */
export function listen(language, hear) {
  listeners.add(hear);
  if (!worker) start(language);
  else if (state) hear({ state });
}

function start(language) {
  const tell = (message) => listeners.forEach((hear) => hear(message));
  const changed = (next) => tell({ state: (state = next) });
  try {
    worker = new Worker(new URL("search-worker.js", import.meta.url), { type: "module" });
  } catch {
    return changed("failed");
  }
  worker.onerror = (event) => (event.preventDefault(), changed("failed"));
  worker.onmessage = ({ data }) => (data.state ? changed(data.state) : data.id === number && tell(data));
  worker.postMessage({ open: { base, language } });
}

export const ask = (question) => worker.postMessage({ ...question, id: ++number });

/* The address of a page of the edition in a language. */
export const address = (language, path) => base + (language === "en" ? "en/" : "") + path;

/* An element: properties and attributes by name, children as nodes or text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) if (value) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

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
