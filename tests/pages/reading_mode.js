// What a browser's reading mode takes for the article of each page: prints {path: text}, without the marks of notes.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM } from "jsdom";

const taken = (path) => {
  const { window } = new JSDOM(readFileSync(path, "utf8"), { url: "https://example.org/" });
  const article = new Readability(window.document).parse();
  const { body } = new JSDOM(article?.content ?? "").window.document;
  body.querySelectorAll("sup").forEach((mark) => mark.remove());
  return body.textContent;
};

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((path) => [path, taken(path)]))));
