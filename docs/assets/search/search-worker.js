/* Answers searches, away from the page: looks at every sentence for every query, which a text of this size allows.
   In: {open: {base, language}}, then {id, query, other, all}. Out: {state}, then answers with the same id.
   First the index of the page's language; with that in hand, the other language and what needs both. */

import { fold, until } from "./search-fold.js";
import { books, looked, marked, ranked, simple, wants } from "./search-match.js";

let own, foreign, pairs;
let done = false; // whether nothing more is on its way
const HEAD = /^（\d）.{1,24}?[。：]|^\(\d\) .{1,120}?[.:]/; // a run-in head

self.onmessage = ({ data }) => (data.open ? open(data.open) : postMessage({ id: data.id, ...answer(data) }));

async function open({ base, language }) {
  [own, foreign] = language === "zh" ? ["zh", "en"] : ["en", "zh"];
  const load = async (name) => (await fetch(`${base}search/${name}.json`)).json();
  try {
    books[own] = book(await load(`index.${own}`), own);
    postMessage({ state: "ready" });
  } catch {
    return postMessage({ state: "failed" });
  }
  const whole = await rest(load).catch(() => false);
  done = true;
  postMessage({ state: whole ? "complete" : "partial" });
}

/* What comes after the index of the page's language; whether all of it came, whole and of one build. */
async function rest(load) {
  const parts = [import("./search-pairs.js"), load(`index.${foreign}`), load(`more.${own}`), load(`more.${foreign}`)];
  const [module, index, mine, theirs] = await Promise.all(parts.map((part) => part.catch(() => null)));
  const other = index && book(index, foreign);
  if (other && level(books[own], other)) books[foreign] = other;
  if (mine) add(books[own], mine);
  if (books[foreign] && theirs) add(books[foreign], theirs);
  if (books[foreign] && mine && theirs) pairs = module;
  return Boolean(pairs);
}

/* Whether two books have the same sections; those of two builds may not. */
const level = (one, other) =>
  String(one.sections.map(({ path }) => path)) === String(other.sections.map(({ path }) => path));

/* An index as it is searched: passages with ids, folded; all words; what is in its own language (`main`), for on the page
   of references both languages stand. */
function book(index, language) {
  if (index.traditional) simplify(index);
  let number = 0;
  const sections = index.sections.map(section);
  for (const { paragraphs, passages } of sections)
    passages.unshift(
      ...paragraphs.flatMap(
        (sentences) => (number++, sentences.map((text, k) => passage([`p${number}s${k + 1}`, text]))),
      ),
    );
  const paper = text(sections);
  const words = [...new Set(paper.match(/[a-z]{3,}/g))];
  const main = sections
    .flatMap(({ passages }) => passages.filter(({ main }) => main).map(({ folded }) => folded))
    .join("\n");
  return { language, sections, paper, main, all: paper, words, glossary: [], aliases: [] };
}

const section = ([path, number, title, paragraphs, more]) => ({
  path,
  number,
  title,
  head: fold(title),
  paragraphs,
  passages: more.map(passage),
});
const text = (sections) =>
  sections.flatMap(({ head, passages }) => [head, ...passages].map(({ folded }) => folded)).join("\n");

/* `traditional` has, for each Chinese character of the index in their order, its traditional ones, or "-" if none. */
function simplify({ sections, traditional }) {
  const characters = [...new Set(JSON.stringify(sections).match(/[\u4e00-\u9fff]/g))].sort();
  traditional
    .match(/\(.*?\)|./g)
    .forEach((olds, k) => olds.match(/[\u4e00-\u9fff]/g)?.forEach((old) => (simple[old] = characters[k])));
}

const passage = ([id, text]) => ({
  id,
  text,
  ...fold(text),
  main: /^(p|abstract)/.test(id),
  head: (HEAD.exec(text) || "")[0]?.length,
});

/* Terms, names and figures, the authors' biographies and the editor's notes. */
function add(book, { glossary, aliases, notes, authors, ...rest }) {
  const words = (row) => (row ? row.split("|") : []);
  Object.assign(book, { glossary: glossary.map(words), aliases: aliases.map(words) });
  book.sections.push(section(authors));
  for (const [path, ...note] of notes)
    book.sections
      .find((section) => section.path === path)
      ?.passages.push({ ...passage(note), main: false, note: true });
  Object.assign(book, rest, { all: text(book.sections), forms: null });
}

function answer({ query, other, all }) {
  if (!query.trim()) return { empty: true };
  let mine = ranked(books[own], query);
  let theirs = { rows: [] };
  if (books[foreign] && (other || all || mine.partly || isAside(mine))) theirs = ranked(books[foreign], query);
  const asked = { [own]: mine.wants, [foreign]: theirs.wants || (books[foreign] && wants(books[foreign], query)) };
  const better = !theirs.partly && isBetter(theirs, mine);
  if (better && (mine.partly || !all))
    mine = { rows: [] }; // the list of all occurrences keeps notes and works
  else if (!other && !all && !mine.partly && mine.rows.length) theirs = { rows: [] }; // the same works are cited in both
  const said = how(mine.rows.length ? mine : theirs);
  if (all) return { rows: pairs?.occurrences({ [own]: mine, [foreign]: theirs }) || [], ...said };
  return {
    ...shown(own, mine, asked),
    other: shown(foreign, theirs, asked),
    terms: (books[foreign] && pairs?.terms(query)) || [],
    ...said,
    both: Boolean(books[foreign]),
    complete: done,
  };
}

/* Whether the text of the other language answers better: one sentence there has all, or only there it is in the paper. */
const isBetter = (theirs, mine) =>
  mine.partly ? theirs.rows.some(({ whole }) => whole.length) : isAside(mine) && !isAside(theirs);

/* Whether nothing was found in the paper itself, but at most in notes and works cited. */
const isAside = ({ rows }) => rows.every(({ head, best }) => !head.have && !best.some(({ passage }) => passage.main));

/* By what the query was found where not as it stands: whether by a word `near` it; a word that others only begin with
   (`begins`); words with those that the text has for them (`through`). */
function how({ wants }) {
  const found = wants?.found || [];
  const only = (kind) =>
    found.filter(({ patterns }) => patterns.every((one) => one.kind === kind)).map(({ text }) => text);
  const through = found.map(({ text, patterns }) => [text, form(patterns)]).filter(([, form]) => form);
  return { near: only("near").length > 0, begins: only("prefix").find((text) => /^[a-z]/.test(text)), through };
}

/* The form of an entry for which a word was taken, if it stands nowhere as it is. */
function form(patterns) {
  const there = patterns.filter(({ expression }) =>
    Object.values(books).some(({ all }) => all.search(expression) >= 0),
  );
  return there.every(({ kind }) => kind === "synonym" || kind === "inside") && there.find(({ form }) => form)?.form;
}

function shown(language, { rows, partly }, asked) {
  const other = language === "zh" ? "en" : "zh";
  const counts = rows.map(
    ({ whole, best }) => whole.length || (partly ? best.filter(({ worth }) => worth === best[0].worth).length : 0),
  );
  const count = counts.reduce((sum, one) => sum + one, 0);
  return {
    partly,
    count,
    sections: counts.filter(Boolean).length,
    rows: rows.map((row) => result(other, row, asked[other])),
  };
}

/* A section as the dialog shows it: address, title, its sentences, the best first, with what to mark, the first of them
   with its counterpart, and what to mark on the page. */
function result(other, { section, head, best }, foreign) {
  const looks = best.filter(({ worth }) => worth === best[0].worth);
  return {
    path: section.path,
    number: section.number,
    title: marked(section, head),
    id: looks[0]?.passage.id || "",
    sentences: looks.map((look) => ({ id: look.passage.id, note: look.passage.note, ...marked(look.passage, look) })),
    counterpart: looks[0] && foreign && counterpart(books[other], section, looks[0].passage, foreign),
    marks: [
      ...new Set(
        [head, ...best].flatMap((look) => surfaces(look === head ? section.head : look.passage, look, section)),
      ),
    ].slice(0, 12),
  };
}

/* The words that were hit, as they are written; “*” where the word goes on. */
function surfaces(text, { spots }, { title }) {
  const word = /[a-z0-9]/;
  return spots.map(([a, b]) => {
    const before = word.test(text.folded[a]) && word.test(text.folded[a - 1] || "") ? "*" : "";
    const after = word.test(text.folded[b - 1]) && word.test(text.folded[b] || "") ? "*" : "";
    return before + (text.text || title).slice(text.places[a], until(text.text || title, text.places, b)) + after;
  });
}

/* The same passage in the other language, with what of the query is in it. */
function counterpart(book, { path }, { id }, asked) {
  const passage = book.sections.find((section) => section.path === path)?.passages.find((one) => one.id === id);
  return passage && marked(passage, { from: 0, ...looked(passage, asked) });
}
