// Keeps the whole edition for reading offline, once a reader has asked for it on the page of downloads (keep-box.js).
// Before this text stands EDITION = {version, files}: the files by address from this one, the version by their content.
// A kept edition is answered whole, never half old and half new; a newer one is fetched beside it and offered.
"use strict";

const root = new URL("./", location).href;
const OURS = `edition:${new URL(root).pathname}:`; // caches are the host's, on which there may be other copies
const CACHE = OURS + EDITION.version;
let keeping = null;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) =>
  event.waitUntil(
    forget()
      .catch(() => {})
      .then(() => clients.claim()),
  ),
);
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "keep")
    event.waitUntil(
      keep()
        .then(
          () => true,
          () => false,
        )
        .then((kept) => event.ports[0].postMessage(kept)),
    );
});
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(root)) event.respondWith(answer(event.request));
});

/* Once at a time, and not again what is there: an edition in use may be what this one is. */
function keep() {
  keeping ??= whole()
    .then((kept) => kept || fill())
    .finally(() => (keeping = null));
  return keeping;
}

/* Whether every file is there, and this script, which comes last. */
async function whole() {
  return (await caches.has(CACHE)) && (await (await caches.open(CACHE)).keys()).length > EDITION.files.length;
}

/* All or nothing: a file that does not come leaves the edition that was kept before. Six at a time, as browsers do. */
async function fill() {
  await caches.delete(CACHE); // what one left that was interrupted
  const cache = await caches.open(CACHE);
  const left = [...EDITION.files];
  let done = 0;
  const next = async () => {
    for (let path; (path = left.pop()) !== undefined; tell(++done))
      await cache.put(root + path, await fetched(root + path));
  };
  try {
    await Promise.all(Array.from({ length: 6 }, next));
    await cache.put(location.href, await unchanged());
    if (!(await whole())) throw new Error("not kept");
  } catch (error) {
    left.length = 0;
    await caches.delete(CACHE);
    throw error;
  }
}

/* Asked of the server again, so that no older copy on the way is kept. */
async function fetched(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/* This script, as long as it is the host's: had another edition come meanwhile, the files would be of both. */
async function unchanged() {
  const response = await fetched(location.href);
  if (!(await response.clone().text()).includes(EDITION.version)) throw new Error("another edition");
  return response;
}

async function tell(done) {
  for (const client of await clients.matchAll({ includeUncontrolled: true }))
    if (client.url.startsWith(root)) client.postMessage({ done, of: EDITION.files.length });
}

async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
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
