/* What takes both languages: entries of the tables of terms and names, and every sentence that has a query, side by
   side. The search worker imports this once it has both indexes. */

import { CJK, phrases } from "./search-fold.js";
import { books, keyed, marked, simple, singular } from "./search-match.js";

/* Terms and names that have the query in one of their forms, as entries of the tables. */
export function terms(query) {
  const asked = phrases(query, simple)
    .map(({ text }) => text)
    .join(" ");
  const key = asked.length > 1 && singular(asked);
  const fits = (form) =>
    key && (form === key || (form.includes(key) && (CJK.test(key) || ` ${form}`.includes(` ${key}`))));
  const called =
    (row) =>
    ({ keys, other }) =>
      [...keys[row], ...other[row]].some(fits);
  const rows = books.en.ids.map((_, row) => row).filter((row) => [books.zh, books.en].map(keyed).some(called(row)));
  const exact = (row) => [books.zh, books.en].some((book) => book.keys[row]?.includes(key));
  return rows
    .sort((a, b) => exact(b) - exact(a) || a - b)
    .slice(0, 4)
    .map((row) => ({
      path: `tables/${row < books.en.terms ? "terms" : "names"}/`,
      id:
        books.en.ids[row] ||
        books.en.glossary[row][0]
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "-")
          .replace(/^-|-$/g, ""),
      zh: books.zh.glossary[row][0],
      en: books.en.glossary[row][0],
    }));
}

/* Every passage that has all that is wanted in either language, in the order of the paper. `found` is what `ranked`
   gives for each language. */
export function occurrences(found) {
  const sides = Object.fromEntries(Object.entries(books).map(([language]) => [language, whole(found[language])]));
  return books.zh.sections.flatMap(({ path, number, passages }) => {
    const pages = Object.entries(books).map(([language, { sections }]) => [
      language,
      sections.find((section) => section.path === path),
    ]);
    const sentences = passages.flatMap(({ id, note }) => pair(sides, pages, id, note));
    return sentences.length
      ? [
          {
            path,
            number,
            titles: Object.fromEntries(pages.map(([language, { title }]) => [language, title])),
            sentences,
          },
        ]
      : [];
  });
}

/* The passages that have all that is wanted, each with its hits marked. */
const whole = ({ rows }) =>
  new Map(rows.flatMap(({ whole }) => whole.map((look) => [look.passage, marked(look.passage, look)])));

/* The passage with an id of a page in both languages, if it is a hit in either. */
function pair(sides, pages, id, note) {
  const found = pages.map(([language, { passages }]) => [language, passages.find((passage) => passage.id === id)]);
  if (!found.some(([language, passage]) => sides[language].has(passage))) return [];
  const texts = found.map(([language, passage]) => [
    language,
    sides[language].get(passage) || { text: passage?.text || "", marks: [] },
  ]);
  return [{ id, note, ...Object.fromEntries(texts) }];
}
