/* Finds and ranks: what a query asks of the text of one language, and which sections and sentences have it. Weaker
   measures are tried only when stronger ones find nothing: literal, terms, word family, one wrong letter, pieces. */

import { CJK, fold, near, pattern, phrases, stem } from "./search-fold.js";

const WEIGHTS = { exact: 1, whole: 1, prefix: 0.8, synonym: 0.7, inside: 0.5, family: 0.5, near: 0.4 };
const SMALL = /^(?:a|an|the|of|and|or|in|on|to|for|by|with|is|are|what|how|的|与|和|及|在|之|是)$/;

export const books = {}; // by language: sections, words, glossary
export const simple = {}; // traditional characters and the simplified ones of the text

const occurs = (book, expression) => book.all.search(expression) >= 0;

/* What the query asks of a book: a list of wants, each a list of patterns with their weights; null if one is nowhere. */
function wants(book, query) {
  const asked = phrases(query, simple);
  const large = asked.filter(({ text, exact }) => exact || !SMALL.test(text));
  const found = spans(book, large.length ? large : asked).flatMap((part) => (part.patterns ? [part] : want(book, part, asked.length === 1)));
  found.glue = new Set(asked.map(({ text }) => text).filter((text) => SMALL.test(text)));
  const there = found.filter((part) => part.patterns.length);
  return { found: Object.assign(there, { glue: found.glue }), lost: found.filter((part) => !part.patterns.length) };
}

/* Runs of words that are a term: replaced by its forms in the language of the book where the words are not there. */
function spans(book, parts) {
  for (let length = parts.length; length > 0; length--)
    for (let at = 0; at + length <= parts.length; at++) {
      const text = parts.slice(at, at + length).map((part) => part.text).join(" ");
      const literal = weighted("whole", pattern("whole", text));
      const forms = book.paper.search(literal.expression) >= 0 ? [] : synonyms(book, text);
      const patterns = [literal, ...forms.map((form) => weighted("synonym", pattern("whole", fold(form).folded)))];
      if (patterns.some(({ kind, expression }) => kind === "synonym" && occurs(book, expression)))
        return [...spans(book, parts.slice(0, at)), { text, patterns }, ...spans(book, parts.slice(at + length))];
    }
  return parts;
}

const weighted = (kind, expression) => ({ kind, weight: WEIGHTS[kind], expression });

/* The forms in the language of the book of every term that has `text` as one of its forms in either language. */
function synonyms(book, text) {
  const key = singular(text);
  const rows = new Set();
  for (const { keys } of Object.values(books).map(keyed)) keys.forEach((forms, row) => forms.includes(key) && rows.add(row));
  return [...rows].flatMap((row) => book.glossary[row] || []);
}

export const singular = (text) => text.replace(/([a-z]{2}[a-rtv-z])s\b/g, "$1");
export const keyed = (book) => (book.keys ||= book.glossary.map((forms) => forms.map((form) => singular(fold(form).folded.trim()))), book);

/* The patterns for one word or phrase: the first kind that the book has. A Chinese run may fall into several. */
function want(book, { text, exact }, alone) {
  const are = (kind, form = text) => (occurs(book, pattern(kind, form)) ? [weighted(kind, pattern(kind, form))] : []);
  const part = (patterns) => [{ text, patterns, exact }];
  if (exact && are("exact").length) return part(are("exact"));
  const literal = literally(text, are, alone);
  const printed = literal.some(({ expression }) => book.paper.search(expression) >= 0);
  if (literal.length) return part(printed ? literal : [...literal, ...related(book, text, are)]);
  for (const try_ of [() => are("inside", text.length > (CJK.test(text) ? 0 : 3) ? text : "\0"), () => related(book, text, are)]) {
    const patterns = try_();
    if (patterns.length) return part(patterns);
  }
  const pieces = text.includes(" ") ? text.split(" ") : divided(book, text);
  return pieces.length > 1 ? pieces.flatMap((piece) => want(book, { text: piece })) : part([]);
}

/* In a query of one word an inflected form asks for its family; developed countries are not developing ones. */
function literally(text, are, alone) {
  if (CJK.test(text)) return are("prefix");
  const patterns = are("whole");
  if (alone && /(?:ing|ed|ation|ions)$/.test(text) && stem(text).length > 3) patterns.push(...are("family"));
  return patterns.length && text.length < 4 ? patterns : [...patterns, ...are("prefix")];
}

/* Words of the same family, or one letter away; for Chinese one character away, where only one thing is. */
function related(book, text, are) {
  if (CJK.test(text)) {
    const gap = pattern("gap", text);
    const near = new Set((text.length > 2 && book.all.match(gap)) || []);
    return near.size === 1 ? [weighted("near", pattern("prefix", [...near][0]))] : [];
  }
  if (text.includes(" ") || text.length < 4) return [];
  const kin = stem(text).length > 3 ? are("family") : [];
  if (kin.length || !/^[a-z]+$/.test(text)) return kin;
  return book.words.filter((word) => near(text, word)).map((word) => weighted("near", pattern("whole", word)));
}

/* A Chinese run that is nowhere as it stands, cut into the longest pieces that are somewhere; [] if that fails. `dead` has
   the lengths of the ends for which it has failed, each of which would be tried from every cut before it. */
function divided(book, text, dead = new Set()) {
  if (!text || dead.has(text.length)) return [];
  for (let length = Math.min(text.length, 12); length > 0; length--) {
    const piece = text.slice(0, length);
    const small = length < 2 && CJK.test(piece) && !SMALL.test(piece);
    const inside = /[a-z\d]{2}/.test(text.slice(length - 1, length + 1));
    if (small || inside || !occurs(book, pattern("prefix", piece))) continue;
    const rest = divided(book, text.slice(length), dead);
    if (rest.length || length === text.length) return [piece, ...rest].filter((part) => !SMALL.test(part));
  }
  if (text.length === 1 && SMALL.test(text)) return [text];
  dead.add(text.length);
  return [];
}

/* Where one want is in a folded text: [start, end, weight], overlaps left out. */
function hits({ folded }, { patterns }) {
  const all = patterns.flatMap(({ expression, weight }) => [...folded.matchAll(expression)].map((m) => [m.index + (m[1] || "").length, m.index + m[0].length, weight]));
  const kept = [];
  for (const hit of all.filter(([a, b]) => b > a).sort((x, y) => x[0] - y[0] || y[2] - x[2] || y[1] - x[1]))
    if (!kept.length || hit[0] >= kept[kept.length - 1][1]) kept.push(hit);
  return kept;
}

/* A passage looked at for all wants: how many are there, how well, and whether they stand together in their order. */
function looked(passage, wanted) {
  const found = wanted.map((want) => hits(passage, want));
  const have = found.filter((list) => list.length);
  const weight = have.reduce((sum, list) => sum + Math.max(...list.map((hit) => hit[2])), 0) / wanted.length;
  const follows = (k, end) => k === found.length || found[k].some(([a, b]) => a >= end && a <= end + 1 && follows(k + 1, b));
  const phrase = have.length === found.length && found[0].some(([, end]) => follows(1, end));
  return { passage, found, spots: joined(passage.folded, found.flat(), wanted.glue), have: have.length, weight, phrase, times: Math.max(0, ...found.map((list) => list.length)), ...closest(have) };
}

/* Hits in their order; those with nothing between them but a space and asked-for small words are one. */
function joined(text, all, glue) {
  const spots = [];
  for (const [a, b] of all.sort((x, y) => x[0] - y[0])) {
    const last = spots[spots.length - 1];
    const between = last ? text.slice(last[1], a).trim().split(" ") : [];
    if (last && a > last[1] && glue.size && between.every((word) => glue.has(word))) last[1] = b;
    else if (!last || a >= last[1]) spots.push([a, b]);
  }
  return spots;
}

/* Where the hits of all wants stand closest: `from` is the first of them, `span` how far the last is. */
function closest([first = [], ...rest]) {
  const near = (list, at) => list.reduce((best, [a]) => (Math.abs(a - at) < Math.abs(best - at) ? a : best), Infinity);
  const groups = first.map(([at]) => [at, ...rest.map((list) => near(list, at))]).map((all) => ({ from: Math.min(...all), span: Math.max(...all) - Math.min(...all) }));
  return groups.sort((a, b) => a.span - b.span)[0];
}

function scored(section, wanted, first) {
  const head = looked(section.head, wanted);
  const passages = section.passages.map((passage) => looked(passage, wanted)).filter(({ have }) => have);
  const covered = wanted.filter((_, k) => head.found[k].length || passages.some(({ found }) => found[k].length)).length;
  const whole = passages.filter(({ have }) => have === wanted.length);
  const sum = whole.reduce((total, look) => total + worth(look), 0);
  const title = head.have === wanted.length ? (first ? 24 : 14) * head.weight + (head.phrase ? 4 : 0) : (3 * head.have) / wanted.length;
  const some = passages.reduce((total, { weight }) => total + weight, 0);
  const best = [...passages].sort((a, b) => b.have - a.have || b.passage.main - a.passage.main || b.phrase - a.phrase || b.weight - a.weight || a.span - b.span);
  return { section, covered, head, best, whole, score: title + 4 * Math.sqrt(sum) + 0.1 * some };
}

const worth = ({ passage, weight, phrase, times, from }) =>
  weight * (passage.main ? 1 : 0.15) * (1 + (phrase ? 0.8 : 0) + (from < passage.head ? 1.5 : 0) + 0.4 * (Math.min(times, 4) - 1));

/* The sections that have what is wanted, best first; where none has all of it, those that have most. */
export function ranked(book, query) {
  const { found, lost } = wants(book, query);
  if (!found.length || lost.length > found.length) return { rows: [], wanted: [] };
  const all = book.sections.map((section) => scored(section, found, section === book.sections[0]));
  const most = Math.max(...all.map(({ covered }) => covered));
  const enough = most === found.length ? most : Math.max(1, Math.ceil(found.length / 2));
  const rows = all.filter(({ covered }) => covered >= enough).sort((a, b) => b.covered - a.covered || b.score - a.score);
  return { rows, wanted: found, partly: most < found.length || lost.length > 0 };
}

/* The original text of a folded place, and its hits as places in it. */
export function marked(text, { spots, from }) {
  const { places, text: words = text.title } = text.places ? text : { places: text.head.places };
  return { text: words, from: places[from], marks: spots.map(([a, b]) => [places[a], places[b - 1] + 1]) };
}
