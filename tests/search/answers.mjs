/* Asks the search worker without a browser. node answers.mjs <folder of its scripts> <built site> <zh or en>, with a JSON
   list of queries on standard input; prints the list of its answers. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [scripts, site, language] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(0, "utf8"));
const answers = new Map();
let settled;
const whole = new Promise((done) => (settled = done));

globalThis.self = globalThis;
globalThis.fetch = async (address) => ({ json: async () => JSON.parse(readFileSync(address, "utf8")) });
globalThis.postMessage = ({ state, ...answer }) => (state ? state !== "ready" && settled(state) : answers.set(answer.id, answer));

await import(pathToFileURL(`${scripts}/search-worker.js`));
self.onmessage({ data: { open: { base: `${site}/`, language } } });
if ((await whole) !== "complete") throw new Error("the indexes were not read whole");
queries.forEach((query, id) => self.onmessage({ data: { id, query } }));
console.log(JSON.stringify(queries.map((_, id) => answers.get(id))));
