// The box on the page of downloads: keeps the whole edition in the browser when asked, and forgets it when asked. It stays
// hidden where a browser lets no site do so.
(() => {
  "use strict";

  if (!window.edition?.offline) return;
  const { root, registered } = edition.offline;
  const workers = navigator.serviceWorker;
  const box = document.getElementById("offline");
  const [keep, forget] = box.querySelectorAll("button");
  const status = box.querySelector("[role=status]");
  const count = box.querySelector(".offline-count");
  const script = keep.value;
  const trusted = window.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => script });
  let busy = false;

  /** Whether an edition is kept whole: its worker puts its own script beside the files, last. */
  const isKept = async () => Boolean((await registered())?.active && (await caches.match(script)));

  /** What is so, or else what has come of what was asked. A button that goes hands its focus to the one that comes. */
  async function show(outcome) {
    const kept = await isKept().catch(() => false);
    const held = [keep, forget].includes(document.activeElement);
    keep.hidden = kept;
    forget.hidden = !kept;
    if (held) (kept ? forget : keep).focus();
    status.textContent = status.dataset[kept ? "kept" : outcome] ?? "";
    count.textContent = "";
  }

  /** One thing at a time. The button that was pressed is not disabled, for it would lose its focus. */
  async function work(button, job, outcome) {
    if (busy) return;
    busy = true;
    button.setAttribute("aria-disabled", "true");
    await job().catch(() => {});
    button.removeAttribute("aria-disabled");
    busy = false;
    await show(outcome);
  }

  /** The worker that is to answer; the host may have a newer one than that which is there. */
  async function register() {
    const registration = await workers.register(trusted?.createScriptURL("") ?? script, { updateViaCache: "none" });
    if (registration.active) await registration.update();
    return registration.installing ?? registration.waiting ?? registration.active;
  }

  /** Until a worker answers for the pages; it has nothing to wait for, as nothing is kept. */
  const active = (worker) =>
    new Promise((done, failed) => {
      const look = () => {
        if (worker.state === "installed") worker.postMessage("take over");
        if (worker.state === "activated") done();
        if (worker.state === "redundant") failed(new Error("not kept"));
      };
      worker.addEventListener("statechange", look);
      look();
    });

  /** A worker that had been let go is there again without having kept anything: so it is asked, and answers when it has. */
  const full = (worker) =>
    new Promise((done, failed) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => (data ? done() : failed(new Error("not kept")));
      worker.postMessage("keep", [port2]);
    });

  async function keepAll() {
    status.textContent = status.dataset.keeping;
    try {
      const worker = await register();
      await active(worker);
      await full(worker);
    } catch {
      if (!(await isKept())) await forgetAll();
    }
  }

  /** Only what is ours: the caches have the path of the edition in their names (service-worker.js). */
  async function forgetAll() {
    await (await registered())?.unregister();
    for (const name of await caches.keys())
      if (name.startsWith(`edition:${new URL(root).pathname}:`)) await caches.delete(name);
  }

  workers.addEventListener("message", ({ data }) => {
    if (busy) count.textContent = `${data.done} / ${data.of}`;
  });
  keep.addEventListener("click", () => work(keep, keepAll, "failed"));
  forget.addEventListener("click", () => work(forget, forgetAll, "forgotten"));
  registered()
    .then(() => show())
    .then(() => (box.hidden = false))
    .catch(() => {});
})();
