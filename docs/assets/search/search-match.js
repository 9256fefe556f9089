/* Finds and ranks: what a query asks of the text of one language, and which sections and sentences have it. Weaker
   measures are tried only when stronger ones find nothing: literal, terms and what else they are called, word family, one
   wrong letter, pieces. */

import { CJK, fold, near, pattern, phrases, stem, until } from "./search-fold.js";

// What a hit is worth by what leads to it, and what a section is worth by where its hits are.
const WEIGHTS = { exact: 1, whole: 1, prefix: 0.8, synonym: 0.7, inside: 0.5, family: 0.5, near: 0.4 };
const HEADING = 14; // a heading that has all; of the title page, more
const TITLE_PAGE = 24;
const PART_OF_HEADING = 3;
const RUN_IN_HEAD = 1.5;
const PHRASE = 0.8; // the words together, in their order
const AGAIN = 0.4; // each further time, up to the fourth
const APPARATUS = 0.15; // in notes and works cited, beside the paper itself
const SMALL =
  /^(?:a|an|the|of|and|or|in|on|to|for|by|with|is|are|what|how|who|many|much|which|that|this|there|does|did|do|has|have|had|was|were|at|from|as|its|it|be|out|of|的|与|和|及|在|之|是|了|吗|有多少|多少|哪些|什么|如何|怎么)$/;
const LOOSE = /^[的了]|[的了]$/; // no word begins or ends so

export const books = {}; // by language: sections, words, glossary
export const simple = {}; // traditional characters and the simplified ones of the text

const occurs = (book, expression) => book.all.search(expression) >= 0;

/* What the query asks of a book: `found`, a list of wants, each a list of patterns with their weights and what it is
   worth; `lost`, what of the query is nowhere; `glue`, its small words. */
export function wants(book, query) {
  const asked = phrases(query, simple);
  const large = asked.filter(({ text, exact }) => exact || !SMALL.test(text));
  const all = spans(book, large.length ? large : asked).flatMap((part) =>
    part.patterns ? [part] : want(book, part, asked.length === 1),
  );
  const found = all.filter(({ patterns }) => patterns.length).map((part) => ({ ...part, value: value(book, part) }));
  const glue = new Set(asked.map(({ text }) => text).filter((text) => SMALL.test(text)));
  return { found, glue, lost: all.filter(({ patterns }) => !patterns.length).map(({ text }) => text) };
}

/* What a want is worth where no place has all: the longer and the rarer, the more. */
function value({ sections }, { text, patterns }) {
  const passages = sections.flatMap((section) => section.passages);
  const having = passages.filter(({ folded }) =>
    patterns.some(({ expression }) => folded.search(expression) >= 0),
  ).length;
  return Math.log(1 + passages.length / (1 + having)) * (CJK.test(text) ? Math.min(text.length, 6) : 3);
}

/* Runs of words that are a term: replaced by its forms in the language of the book where the words are not there. */
function spans(book, parts) {
  for (let length = parts.length; length > 0; length--)
    for (let at = 0; at + length <= parts.length; at++) {
      const text = parts
        .slice(at, at + length)
        .map((part) => part.text)
        .join(" ");
      const expression = pattern("whole", text);
      const forms = stands(book, text, expression) ? [] : synonyms(book, text);
      const patterns = [weighted("inside", expression), ...forms.map(called)];
      if (patterns.some(({ kind, expression }) => kind === "synonym" && occurs(book, expression)))
        return [...spans(book, parts.slice(0, at)), { text, patterns }, ...spans(book, parts.slice(at + length))];
    }
  return parts;
}

/* Whether a word is in the paper as itself, not only at the beginning of a longer name: 印度 is not in 印度尼西亚. A word
   of the other language is not, where only works that are cited have it. */
function stands(book, text, expression) {
  const foreign = CJK.test(text) !== (book.language === "zh");
  if (book[foreign ? "main" : "paper"].search(expression) < 0) return false;
  const longer = keyed(book)
    .forms.flat()
    .filter((form) => form.length > text.length && form.startsWith(text));
  return longer.reduce((rest, form) => rest.split(form).join("|"), book.paper).search(expression) >= 0;
}

const weighted = (kind, expression) => ({ kind, weight: WEIGHTS[kind], expression });
const called = (form) => ({ ...weighted("synonym", pattern("whole", fold(form).folded.trim())), form });

/* The forms in the language of the book of every entry that `text` is a form of, or another word for, in either language. */
function synonyms(book, text) {
  const key = singular(text);
  const rows = new Set();
  for (const { keys, other } of Object.values(books).map(keyed))
    for (const names of [keys, other]) names.forEach((forms, row) => forms.includes(key) && rows.add(row));
  return [...rows].flatMap((row) => book.glossary[row] || []);
}

export const singular = (text) => text.replace(/([a-z]{2}[a-rtv-z])s\b/g, "$1");

/* A book with the forms of its entries folded, the same as they are compared (`keys`), and their aliases likewise. */
export function keyed(book) {
  if (book.forms) return book;
  const folded = (rows) => rows.map((words) => words.map((word) => fold(word).folded.trim()));
  const compared = (rows) => rows.map((words) => words.map(singular));
  const forms = folded(book.glossary);
  return Object.assign(book, { forms, keys: compared(forms), other: compared(folded(book.aliases)) });
}

/* The patterns for one word or phrase: the first kind that the book has. A Chinese run may fall into several. */
function want(book, { text, exact }, alone) {
  const are = (kind, form = text) => (occurs(book, pattern(kind, form)) ? [weighted(kind, pattern(kind, form))] : []);
  const part = (patterns) => [{ text, patterns, exact }];
  if (exact && are("exact").length) return part(are("exact"));
  const literal = literally(text, are, alone);
  const printed = literal.some(({ expression }) => book.paper.search(expression) >= 0);
  if (literal.length) return part(printed ? literal : [...literal, ...related(book, text, are)]);
  for (const try_ of [
    () => are("inside", text.length > (CJK.test(text) ? 0 : 3) ? text : "\0"),
    () => related(book, text, are),
  ]) {
    const patterns = try_();
    if (patterns.length) return part(patterns);
  }
  if (text.includes(" ")) return text.split(" ").flatMap((piece) => want(book, { text: piece }));
  return CJK.test(text) ? divided(book, text) : part([]);
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

/* A Chinese run that is nowhere as it stands, cut so that the most of it is somewhere, and in long pieces: two of two
   characters are worth more than one of three, and one of four more than they. A piece is in the text or another word for
   what is; the rest is lost. */
function divided(book, text) {
  const best = [{ worth: 0, parts: [] }]; // for each beginning of the text
  for (let end = 1; end <= text.length; end++) {
    best[end] = best[end - 1];
    for (let start = Math.max(0, end - 12); start < end - 1; start++) {
      const gain = best[start].worth + (end - start) ** 1.3;
      if (
        gain <= best[end].worth ||
        /[a-z\d]{2}/.test(text.slice(start - 1, start + 1)) ||
        /[a-z\d]{2}/.test(text.slice(end - 1, end + 1))
      )
        continue;
      const patterns = pieces(book, text.slice(start, end));
      if (patterns.length)
        best[end] = { worth: gain, parts: [...best[start].parts, { text: text.slice(start, end), start, patterns }] };
    }
  }
  return withGaps(text, best[text.length].parts);
}

/* The patterns for a piece: as it stands, else what it is another word for. */
function pieces(book, text) {
  const literal = pattern("prefix", text);
  if (LOOSE.test(text)) return [];
  return occurs(book, literal)
    ? [weighted("prefix", literal)]
    : synonyms(book, text)
        .map(called)
        .filter(({ expression }) => occurs(book, expression));
}

/* The pieces of a text and, without patterns, what is left between them, but for small words. */
function withGaps(text, parts) {
  let end = 0;
  const all = [];
  for (const part of [...parts, { start: text.length, text: "" }]) {
    const gap = text.slice(end, part.start);
    if (gap && !SMALL.test(gap)) all.push({ text: gap, patterns: [] });
    if (part.text) all.push(part);
    end = part.start + part.text.length;
  }
  return all;
}

/* Where one want is in a folded text: [start, end, weight], overlaps left out. */
function hits({ folded }, { patterns }) {
  const all = patterns.flatMap(({ expression, weight }) =>
    [...folded.matchAll(expression)].map((m) => [m.index + (m[1] || "").length, m.index + m[0].length, weight]),
  );
  const kept = [];
  for (const hit of all.filter(([a, b]) => b > a).sort((x, y) => x[0] - y[0] || y[2] - x[2] || y[1] - x[1]))
    if (!kept.length || hit[0] >= kept[kept.length - 1][1]) kept.push(hit);
  return kept;
}

/* A passage looked at for all wants: how many are there, how well, and whether they stand together in their order. */
export function looked(passage, { found: wanted, glue }) {
  const found = wanted.map((want) => hits(passage, want));
  const have = found.filter((list) => list.length);
  const weight = have.reduce((sum, list) => sum + Math.max(...list.map((hit) => hit[2])), 0) / wanted.length;
  const follows = (k, end) =>
    k === found.length || found[k].some(([a, b]) => a >= end && a <= end + 1 && follows(k + 1, b));
  const phrase = have.length > 0 && have.length === found.length && found[0].some(([, end]) => follows(1, end));
  return {
    passage,
    found,
    spots: joined(passage.folded, found.flat(), glue),
    have: have.length,
    worth: worth(wanted, found),
    weight,
    phrase,
    times: Math.max(0, ...found.map((list) => list.length)),
    ...closest(have),
  };
}

/* What of the wants has been found, by its value. */
const worth = (wanted, found) => wanted.reduce((total, { value }, k) => total + (found[k].length ? value : 0), 0);

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
  const groups = first
    .map(([at]) => [at, ...rest.map((list) => near(list, at))])
    .map((all) => ({ from: Math.min(...all), span: Math.max(...all) - Math.min(...all) }));
  return groups.sort((a, b) => a.span - b.span)[0];
}

/* A section (the `first` is the title page) looked at: its sentences from the best on, those that have all, its score, and
   `part`, by which sections are ranked where none has all. */
function scored(section, wants, first) {
  const wanted = wants.found;
  const head = looked(section.head, wants);
  const passages = section.passages.map((passage) => looked(passage, wants)).filter(({ have }) => have);
  const everywhere = (looks) =>
    worth(
      wanted,
      wanted.map((_, k) => [head, ...looks].flatMap(({ found }) => found[k])),
    );
  const paper = passages.filter(({ passage }) => passage.main);
  const whole = passages.filter(({ have }) => have === wanted.length);
  const all = whole.reduce((total, look) => total + quality(look), 0);
  const title =
    head.have === wanted.length
      ? (first ? TITLE_PAGE : HEADING) * head.weight + (head.phrase ? 4 : 0)
      : (PART_OF_HEADING * head.have) / wanted.length;
  const some = passages.reduce((total, { weight }) => total + weight, 0);
  const best = [...passages].sort(
    (a, b) =>
      b.worth - a.worth ||
      b.passage.main - a.passage.main ||
      b.phrase - a.phrase ||
      b.weight - a.weight ||
      a.span - b.span,
  );
  const densest = Math.max(0, ...passages.map(({ worth, passage }) => worth * (passage.main ? 1 : 0.4)));
  const covered = everywhere(passages);
  return {
    section,
    covered,
    part: densest + 0.5 * Math.max(everywhere(paper), 0.4 * covered),
    head,
    best,
    whole,
    score: title + 4 * Math.sqrt(all) + 0.1 * some,
  };
}

/* What a sentence that has all is worth. */
const quality = ({ passage, weight, phrase, times, from }) =>
  weight *
  (passage.main ? 1 : APPARATUS) *
  (1 + (phrase ? PHRASE : 0) + (from < passage.head ? RUN_IN_HEAD : 0) + AGAIN * (Math.min(times, 4) - 1));

/* The sections that have what is wanted, best first; where none has all of it, those that have most. */
export function ranked(book, query) {
  const asked = wants(book, query);
  const { found, lost } = asked;
  const unlike = lost.length && found.every(({ patterns }) => patterns.every(({ kind }) => kind === "near"));
  if (!found.length || unlike) return { rows: [], wants: asked };
  const total = found.reduce((sum, { value }) => sum + value, 0);
  const all = book.sections.map((section) => scored(section, asked, section === book.sections[0]));
  const full = all.filter(({ covered }) => covered > total - 1e-6);
  if (full.length) return { rows: full.sort((a, b) => b.score - a.score), wants: asked, partly: lost.length > 0 };
  const most = Math.max(...all.map(({ part }) => part));
  const rows = all.filter(({ part }) => part >= most / 2).sort((a, b) => b.part - a.part || b.score - a.score);
  return { rows, wants: asked, partly: true };
}

/* The original text of a folded place, and its hits as places in it. */
export function marked(text, { spots, from }) {
  const { places, text: words = text.title } = text.places ? text : { places: text.head.places };
  return { text: words, from: places[from], marks: spots.map(([a, b]) => [places[a], until(words, places, b)]) };
}
