// The contents follow the reading: the heading that is being read is marked, and the mark stays in sight. On a narrow
// page, where they are a popover, they close when a link in them leads to this very page.
(() => {
  "use strict";

  const navigation = document.getElementById("navigation");
  if (!navigation) return;
  const links = [...navigation.querySelectorAll(".headings a")];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));

  /** Scrolls the contents alone, never the page. */
  function reveal(link) {
    const box = navigation.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) navigation.scrollTop += top - box.top - box.height / 3;
  }

  /** Marks the last heading that has passed under the header. */
  function follow() {
    const passed = headings.filter((heading) => heading && heading.getBoundingClientRect().top < 120).length;
    const current = links[Math.max(0, passed - 1)];
    for (const link of links) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    reveal(current);
  }

  let waiting = false;
  function soon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }

  if (links.length) {
    addEventListener("scroll", soon, { passive: true });
    soon();
  } else {
    const current = navigation.querySelector("[aria-current]");
    if (current) reveal(current);
  }

  /** Browsers before 2024 have no popovers. */
  const close = () => navigation.hidePopover && navigation.matches(":popover-open") && navigation.hidePopover();

  // On a wide page they are no popover: one that is open would lie over the text, without its button.
  matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  navigation.addEventListener("toggle", (event) => {
    const current = navigation.querySelector("[aria-current=location], [aria-current=page]");
    if (event.newState === "open" && current) reveal(current);
  });
  // Who goes on with Tab past the last link would be behind what covers the page.
  document.addEventListener("focusin", ({ target }) => navigation.contains(target) || close());
  navigation.addEventListener("click", ({ target }) => target.closest(".headings a") && close());
})();
