// Offline reading: the page of downloads keeps the whole edition in the browser when asked, and forgets it when asked.
// On every page, a newer edition that has been fetched beside a kept one is offered, and taken only then.
(() => {
  "use strict";

  const workers = navigator.serviceWorker;
  const box = document.getElementById("offline");
  if (!workers) return;

  const words = document.getElementById("offline-words").dataset;
  let asked = false;

  function offer(worker) {
    const notice = document.createElement("p");
    const button = document.createElement("button");
    notice.className = "newer";
    notice.setAttribute("role", "status");
    button.type = "button";
    button.textContent = words.take;
    button.addEventListener("click", () => (asked = true) && worker.postMessage("take over"));
    notice.append(`${words.newer} `, button);
    document.body.append(notice);
  }

  function watch(registration) {
    if (registration.waiting && registration.active) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && registration.active) offer(worker);
      });
    });
  }

  workers.addEventListener("controllerchange", () => asked && location.reload());
  workers.getRegistration().then((registration) => registration && watch(registration), () => {});
  if (box) page(box);

  /** The box on the page of downloads. */
  function page(box) {
    const [keep, forget] = box.querySelectorAll("button");
    const status = box.querySelector("[role=status]");

    async function show(text) {
      const registration = await workers.getRegistration();
      keep.hidden = Boolean(registration?.active);
      forget.hidden = !registration?.active;
      status.textContent = text ?? (registration?.active ? status.dataset.kept : "");
    }

    async function kept() {
      keep.disabled = true;
      try {
        const registration = await workers.register(keep.value, { updateViaCache: "none" });
        const worker = registration.installing ?? registration.waiting ?? registration.active;
        if (worker.state !== "activated") await new Promise((done, failed) => worker.addEventListener("statechange", () => {
          if (worker.state === "activated") done();
          if (worker.state === "redundant") failed(new Error("not kept"));
        }));
        keep.disabled = false;
        await show();
        forget.focus();
      } catch {
        keep.disabled = false;
        await show(status.dataset.failed);
      }
    }

    async function forgotten() {
      await (await workers.getRegistration())?.unregister();
      for (const name of await caches.keys()) if (name.startsWith("edition-")) await caches.delete(name);
      await show(status.dataset.forgotten);
      keep.focus();
    }

    workers.addEventListener("message", ({ data }) => {
      if (keep.disabled) status.textContent = status.dataset.keeping.replace("{}", `${data.done} / ${data.of}`);
    });
    keep.addEventListener("click", kept);
    forget.addEventListener("click", forgotten);
    box.hidden = false;
    show();
  }
})();
