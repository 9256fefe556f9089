/* Text as the search compares it: one width, one case, one spelling, simplified characters, no quotation marks, no
   hyphens, numbers without spaces; and the patterns that find a word in such text. */

const DROPPED = /[“”‘’"'`´«»「」『』《》〈〉〝〞\u200b\u00ad]/;
const KEPT = /[\p{L}\p{N}+%$@€]/u;
export const CJK = /[\u3400-\u9fff]/;
const WORD = /[a-z0-9\u00c0-\u024f]/;

/* What is spelt in two ways, and the end that texts and queries are compared with: organize as organise, center as centre,
   labour as labor, programme as program, travelled as traveled. No end is longer than what it replaces. */
const SPELLINGS = [
  [/\B([iy])z(?=e|ing|ation|able)/g, "s"],
  [/\b(cent|fib|lit|met|theat)er(?=s?\b)/g, "re"],
  [/\b(arm|behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|sav|vap|vig)our/g, "or"],
  [/\b(program)me/g, ""],
  [/([a-z]{2}[aeiou]l)l(?=ed\b|ing\b|ers?\b)/g, ""],
];
/* Short ways of writing a number, as the text has it; “_” holds together what is one phrase. */
const SHORT = [
  [/(\d) ?(?:bn|b|billion)(?![a-z])/gi, "$1_billion"],
  [/(\d) ?(?:mn|m|million)(?![a-z])/gi, "$1_million"],
  [/(\d) ?per ?cent(?![a-z])/gi, "$1%"],
];

/* `text` folded, with the place in the original of each character of it. `simple` maps traditional characters. */
export function fold(text, simple = {}) {
  let folded = "";
  const places = [];
  for (let at = 0; at < text.length; at++)
    for (let character of text[at].normalize("NFKC").toLowerCase()) {
      character = kept(simple[character] || character, folded, text, at);
      if (!character || (character === " " && / $/.test(folded))) continue;
      folded += character;
      places.push(at);
    }
  return SPELLINGS.reduce(respelled, { folded, places });
}

/* A folded text with one thing respelled; the letters that this drops have no place. */
function respelled({ folded, places }, [expression, tail]) {
  let text = "",
    end = 0;
  const kept = [];
  for (const match of folded.matchAll(expression)) {
    const until = match.index + match[1].length;
    text += folded.slice(end, until) + tail;
    kept.push(...places.slice(end, until + tail.length));
    end = match.index + match[0].length;
  }
  return end ? { folded: text + folded.slice(end), places: [...kept, ...places.slice(end)] } : { folded, places };
}

/* Where in the original what is folded up to `end` ends, with the letters dropped there. */
export function until(text, places, end) {
  let at = places[end - 1] + 1;
  while (at < (end < places.length ? places[end] : text.length) && /[a-z]/i.test(text[at])) at++;
  return at;
}

function kept(character, before, text, at) {
  const next = text[at + 1] || "";
  if (DROPPED.test(character)) return "";
  if (KEPT.test(character)) return character;
  if (/[./]/.test(character) && /\d$/.test(before) && /\d/.test(next)) return character;
  if (/[.]/.test(character) && WORD.test(before.slice(-1)) && /[a-z]/i.test(next)) return "";
  if (/[\s,]/.test(character) && /\d$/.test(before) && /^\d{3}(?!\d)/.test(text.slice(at + 1).normalize("NFKC")))
    return "";
  if (/\s/.test(character) && (CJK.test(before.slice(-1)) || CJK.test(next))) return "";
  return " ";
}

/* A query as phrases to be found, in order: what stands in quotation marks, and the words outside them. */
export function phrases(query, simple) {
  const quoted = /[“"「『«](.+?)[”"」』»]|(?:^|\s)[‘'](.+?)[’'](?=$|\s)/g;
  const found = [];
  const words = (part) => {
    const joined = part.normalize("NFKC").replace(/(\d)[ ,](?=\d{3}(?!\d))/g, "$1");
    const long = SHORT.reduce((text, [expression, whole]) => text.replace(expression, whole), joined);
    for (const word of long.split(/[\s,;!?:、。，；！？：（）()…]+/))
      found.push({ text: fold(word, simple).folded.trim() });
  };
  let end = 0;
  for (const match of query.matchAll(quoted)) {
    words(query.slice(end, match.index));
    found.push({ text: fold(match[1] || match[2], simple).folded.trim(), exact: true });
    end = match.index + match[0].length;
  }
  words(query.slice(end));
  return found.filter(({ text }) => text);
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/* What stands before a word: no letter or digit, before a number no digit or point, which is then the group of the match
   (Safari before 16.4 has no lookbehind). Before a letter with an accent, which is none to \b, \B says the same. */
function start(word) {
  if (/[a-z]/.test(word[0])) return "\\b";
  if (/\d/.test(word[0])) return "(^|[^\\d.])";
  return WORD.test(word[0]) ? "\\B" : "";
}

/* A word with its own inflections: market, markets; country, countries. Digits end where the number ends. */
function whole(word) {
  if (!/[a-z]$/.test(word)) return escaped(word) + (/\d$/.test(word) ? "(?!\\.?\\d)" : "");
  const base = word.replace(/([^aeiou])ies$/, "$1y").replace(/([^su])s$/, "$1");
  if (CJK.test(word) || base.length < 3) return `${escaped(word)}(?:'?s)?(?![a-z0-9])`;
  const stem = /[^aeiou]y$/.test(base) ? `${escaped(base.slice(0, -1))}(?:y|ies)` : escaped(base);
  return `${stem}(?:e?s|e?d|ing)?(?![a-z0-9])`;
}

const PATTERNS = {
  whole: (text) => start(text) + text.split(" ").map(whole).join(" "),
  exact: (text) => start(text) + escaped(text) + (WORD.test(text.slice(-1)) ? "(?![a-z0-9])" : ""),
  prefix: (text) => start(text) + escaped(text),
  inside: (text) => escaped(text),
  family: (text) => `${start(text)}${stem(text)}[a-z]*`,
  gap: (text) =>
    text
      .split("")
      .map((_, k) => `${escaped(text.slice(0, k))}[^ ]${escaped(text.slice(k + 1))}`)
      .join("|"),
};

/* A pattern for folded text, one of the kinds above. */
export const pattern = (kind, text) => new RegExp(PATTERNS[kind](text), "g");

/* What a word has in common with its family: cooperating, cooperation, cooperative. */
export const stem = (word) =>
  word.replace(/(ion)al(?:ly)?$/, "$1").replace(/(?:at|it|t)?(?:ions?|ives?|ing|ed|es?|s|ors?|ers?|ism|ist)$/, "");

/* Whether two words differ by one letter put in, left out, changed or changed places with its neighbour. */
export function near(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let k = 0;
  while (a[k] === b[k]) k++;
  const rest = (text, from) => text.slice(k + from);
  if (a.length !== b.length) return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1);
  return rest(a, 1) === rest(b, 1) || (a[k] === b[k + 1] && a[k + 1] === b[k] && rest(a, 2) === rest(b, 2));
}
