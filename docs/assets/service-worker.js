// Keeps the whole edition for reading offline, once a reader has asked for it on the page of downloads (offline.js).
// Before this text stands EDITION = {version, files}: the files by address from this one, the version by their content.
// A kept edition is answered whole, never half old and half new; a newer one is fetched beside it and offered.
"use strict";

const CACHE = `edition-${EDITION.version}`;
const root = new URL("./", self.location).href;

addEventListener("install", (event) => event.waitUntil(keep().catch((error) => caches.delete(CACHE).then(() => Promise.reject(error)))));
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(root)) event.respondWith(answer(event.request));
});

/* All or nothing: a file that does not come leaves the edition that was kept before. Six at a time, as browsers do. */
async function keep() {
  const cache = await caches.open(CACHE);
  const left = EDITION.files.filter(Boolean);
  let done = 0;
  const next = async () => {
    for (let path; (path = left.pop()) !== undefined; tell(++done)) await fetchInto(cache, root + path);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

/* Asked of the server again, so that no older copy on the way is kept. */
async function fetchInto(cache, address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

async function tell(done) {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage({ done, of: EDITION.files.length });
}

async function forget() {
  for (const name of await caches.keys()) if (/^edition-/.test(name) && name !== CACHE) await caches.delete(name);
}

/* From what is kept, whatever the query says; else from the network; where there is none, the page for no page. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === "navigate" && (await cache.match(`${root}404.html`));
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}
