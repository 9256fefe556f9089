// In: {headers, html} of a page as JSON. Out: {grade, score, tests: {name: [result, points]}} as the HTTP Observatory of
// MDN reckons them, if the host sends HTTP to HTTPS and has a valid certificate, which is no matter of headers.
import fs from "node:fs";
import { createRequire } from "node:module";
import { AxiosHeaders } from "axios"; // what the grader fetches with

const home = new URL(".", "file://" + createRequire(import.meta.url).resolve("@mdn/mdn-http-observatory"));
const preloaded = new URL("../conf/hsts-preload.json", home); // fetched when the package is installed with its scripts
if (!fs.existsSync(preloaded)) fs.writeFileSync(preloaded, "{}"); // no host of ours is on that list

const load = (path) => import(new URL(path, home));
const { ALL_TESTS } = await load("constants.js");
const { Requests } = await load("types.js");
const { Session } = await load("retriever/session.js");
const { parseHttpEquivHeaders } = await load("retriever/utils.js");
const { getGradeForScore, getScoreModifier } = await load("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load("grader/charts.js");

const { headers, html } = JSON.parse(fs.readFileSync(0, "utf8"));
const [http, https] = ["http://example.org/", "https://example.org/"].map((address) => new URL(address));
const answer = () => ({ headers: new AxiosHeaders(headers), request: { headers: {} }, status: 200, verified: true, data: html });

const asked = new Requests(https.hostname);
asked.session = new Session(https);
asked.resources.path = html;
for (const name of ["auto", "cors", "http", "https"]) asked.responses[name] = answer();
asked.responses.auto.httpEquiv = parseHttpEquivHeaders(html, https.href);
asked.responses.httpRedirects = [{ url: http, status: 301 }, { url: https, status: 200 }];
asked.responses.httpsRedirects = [{ url: https, status: 200 }];

// As its scanner sums them up: points above a hundred count for those who lose less than ten.
const results = ALL_TESTS.map((test) => test(asked));
const points = results.map(({ result }) => getScoreModifier(result));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 100);
const lost = sum(points.filter((number) => number < 0));
const total = lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(points) : lost;
const tests = Object.fromEntries(results.map(({ constructor, result }, k) => [constructor.name, [result, points[k]]]));
console.log(JSON.stringify({ ...getGradeForScore(total), tests }));
