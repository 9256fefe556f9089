// Takes a reader's journeys through a built site in each engine and prints which went well:
//   node tests/engines/run.js [site] [--only chromium-88,webkit] [--journey contents] [--pictures folder]
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { chromium, chromium88, chromium109 } from "./engines/chromium.js";
import { firefox } from "./engines/firefox.js";
import { webkit } from "./engines/webkit.js";
import { journeys } from "./journeys.js";
import { Reader, Reason } from "./reader.js";
import { serve } from "./server.js";

const ENGINES = { "chromium-88": chromium88, "chromium-109": chromium109, chromium, firefox, webkit };
const LANES = 2; // engines at a time
const HEIGHT = 800;
const LIMIT = 60_000; // milliseconds for a journey: a browser that hangs says nothing
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SILENT = "no error behind any page";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string" }, journey: { type: "string" }, pictures: { type: "string" } },
});
const site = positionals[0] ?? join(ROOT, "site");
const words = parse(readFileSync(join(ROOT, "docs/_data/interface.yml"), "utf8"));
const names = Object.keys(ENGINES).filter((name) => !options.only || options.only.split(",").includes(name));
const chosen = journeys.filter(({ name }) => name.includes(options.journey ?? ""));
if (!names.length || !chosen.length)
  throw new Error(
    `there are the engines ${Object.keys(ENGINES)} and the journeys ${journeys.map(({ name }) => `“${name}”`)}`,
  );
const first = (error) => String(error?.message ?? error).split("\n")[0];
if (options.pictures) mkdirSync(options.pictures, { recursive: true });

/** All journeys of one engine: {version, seconds, results: {row: {sign, why}}}. */
async function through(name) {
  const start = Date.now();
  const report = { version: "", results: {} };
  const note = (row, sign, why = "") => (report.results[row] = { sign, why });
  const host = await serve(site);
  for (const system of ["light", "dark"]) {
    const some = chosen.filter((journey) => (journey.system ?? "light") === system);
    if (!some.length) continue;
    let page;
    try {
      page = await ENGINES[name](system);
      report.version = page.version;
      for (const journey of some)
        for (const language of journey.languages)
          note(`${journey.name}, ${language}`, ...(await walk(name, page, host, journey, language)));
    } catch (error) {
      note("the engine starts", "✗", first(error));
    } finally {
      await page?.close().catch(() => {});
    }
  }
  const trouble = [...new Set(host.trouble)];
  if (report.version)
    note(
      SILENT,
      trouble.length ? "✗" : "✓",
      trouble.slice(0, 3).join("; ") + (trouble.length > 3 ? `; and ${trouble.length - 3} more` : ""),
    );
  host.close();
  report.seconds = Math.round((Date.now() - start) / 1000);
  return report;
}

/** What `work` comes to, if it does so in time. */
async function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(fail, milliseconds, new Error("it comes to no end"))));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** One journey in one language: [sign, why]. */
async function walk(engine, page, { empty, address }, { name, width, run }, language) {
  let pictures = 0;
  const look = () =>
    options.pictures &&
    page.picture(join(options.pictures, `${engine} ${name.replace(/,/g, "")} ${language} ${++pictures}.png`));
  try {
    const wide = Math.max(width, page.narrowest);
    await page.open(empty);
    await page.evaluate(() => localStorage.clear());
    await page.move(1, 1);
    await page.resize(wide, HEIGHT);
    await within(LIMIT, run(new Reader({ page, address, language, words, width: wide, look })));
    return ["✓"];
  } catch (error) {
    if (error instanceof Reason) return ["–", error.message];
    await look()?.catch(() => {});
    return ["✗", first(error)];
  }
}

const reports = {};
const waiting = [...names];
await Promise.all(
  Array.from({ length: LANES }, async () => {
    for (let name; (name = waiting.shift());) {
      reports[name] = await through(name);
      console.log(`${name} (${reports[name].version}): ${reports[name].seconds} s`);
    }
  }),
);

const rows = [...new Set(names.flatMap((name) => Object.keys(reports[name].results)))];
const sign = (name, row) => reports[name].results[row]?.sign ?? " ";
console.log(`\n${names.map((name, k) => `${"│ ".repeat(k)}┌ ${name} ${reports[name].version}`).join("\n")}`);
for (const row of rows) console.log(`${names.map((name) => sign(name, row)).join(" ")}  ${row}`);

const cells = names.flatMap((name) => rows.map((row) => ({ name, row, ...reports[name].results[row] })));
const tell = (title, wanted) => {
  const some = cells.filter(({ sign }) => sign === wanted);
  if (some.length)
    console.log(`\n${title}\n${some.map(({ name, row, why }) => `${name} · ${row}: ${why}`).join("\n")}`);
  return some.length;
};
tell("Not tried:", "–");
const failed = tell("Failed:", "✗");
console.log(`\n${cells.filter(({ sign }) => sign === "✓").length} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
