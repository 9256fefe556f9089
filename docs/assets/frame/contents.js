// The contents follow the reading: the heading that is being read is marked, and the mark stays in sight. On a narrow
// page, where they are a drawer, Esc closes them, and so does a link in them that leads to this very page.
(() => {
  "use strict";

  const navigation = document.getElementById("navigation"); // the panel with the contents
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

  // On a narrow page: the drawer, open while its checkbox is checked.

  const toggle = document.getElementById("drawer");
  const narrow = matchMedia("(max-width: 76.2344em)");

  /** Closes the drawer; whoever was in it is back where it is opened. */
  function close() {
    if (!toggle.checked) return;
    const inside = navigation.contains(document.activeElement);
    toggle.checked = false;
    tell();
    if (inside && narrow.matches) toggle.focus();
  }

  /** Says to assistive technology whether the contents are open. */
  const tell = () => toggle.setAttribute("aria-expanded", toggle.checked);

  /** What the keyboard goes on with: the entry of this page or of the heading that is read. */
  function enter() {
    const current =
      navigation.querySelector("[aria-current=location], [aria-current=page]") ?? navigation.querySelector("a");
    reveal(current);
    current.focus({ preventScroll: true });
  }

  toggle.addEventListener("change", () => {
    tell();
    if (toggle.checked) enter();
    else toggle.focus();
  });
  toggle.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // the focus moves to a link, which some browsers would then follow
    toggle.click();
  });
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  narrow.addEventListener("change", close); // on a wide page there is none to close later
  addEventListener("pageshow", close); // a browser that comes back may restore what stood in a form
  // Who goes on with Tab past the last link would be behind what covers the page.
  document.addEventListener("focusin", ({ target }) => navigation.contains(target) || target === toggle || close());
  navigation.addEventListener("click", ({ target }) => target.closest(".headings a") && close());
  tell();
})();
