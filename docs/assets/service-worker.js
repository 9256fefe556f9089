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
  const left = [...EDITION.files];
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

/* What is kept at an address, whatever its query says. Storage that fails is as good as none. */
async function find(address) {
  try {
    return await caches.match(address, { cacheName: CACHE, ignoreSearch: true, ignoreVary: true });
  } catch {
    return undefined;
  }
}

/* The way to a kept page that was asked for without the slash at its end, or by the name of its file. */
async function way(address) {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/(\/index\.html|\/)?$/, "/");
  return (await find(url.href)) && Response.redirect(url.href);
}

/* From what is kept; else from the network; where there is none, the page for no page. */
async function answer(request) {
  const kept = (await find(request.url)) ?? (await way(request.url));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const page = request.mode === "navigate" && (await find(`${root}404.html`));
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}
