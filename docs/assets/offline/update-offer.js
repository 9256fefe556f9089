// Offers a newer edition that the service worker has fetched beside the kept one; it is taken when the reader says so. Where
// an edition is kept in the first place is keep-box.js, on the page of downloads.
(() => {
  "use strict";

  const workers = navigator.serviceWorker;
  if (!window.edition || !workers || edition.offline) return;

  const words = document.getElementById("offline-words").dataset;
  const root = new URL("../../", document.currentScript.src).href; // of the edition: this script is in assets/<digest>/
  let asked = false;

  /** What the browser has registered for this edition; what another site on the host has is none of ours. */
  async function registered() {
    const registration = await workers.getRegistration(root);
    return registration?.scope === root ? registration : undefined;
  }

  /** Another tab may have taken it already: then this page is the old one's. */
  function take({ waiting }) {
    if (!waiting) return location.reload();
    asked = true;
    waiting.postMessage("take over");
  }

  function offer(registration) {
    if (document.querySelector(".newer")) return;
    const notice = document.createElement("aside");
    const button = document.createElement("button");
    notice.className = "newer";
    button.type = "button";
    button.textContent = words.take;
    button.addEventListener("click", () => take(registration));
    notice.append(`${words.newer} `, button);
    document.body.append(notice);
    document.getElementById("said").textContent = words.newer;
  }

  function watch(registration) {
    if (registration.waiting && registration.active) offer(registration);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener(
        "statechange",
        () => worker.state === "installed" && registration.active && offer(registration),
      );
    });
  }

  edition.offline = { root, registered };
  workers.addEventListener("controllerchange", () => asked && location.reload());
  registered()
    .then((registration) => registration && watch(registration))
    .catch(() => {});
})();
