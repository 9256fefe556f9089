// In each page while it is tested. First it reports what goes wrong there, then it answers for journeys: what can be
// seen, by role and name as assistive technology says them, and where it can be pressed.
(() => {
  "use strict";

  const report = (text) => navigator.sendBeacon("/-trouble", `${location.pathname}: ${text}`);
  const path = (address) => address.replace(location.origin, "").replace(/[?#].*/, "");
  const MEANWHILE = 300; // milliseconds in which a page is gone whose loading was only cut off because it was left
  addEventListener(
    "error",
    ({ target, message }) => {
      if (target === window) report(`error: ${message}`);
      else setTimeout(() => report(`did not load: ${path(target.src || target.href)}`), MEANWHILE);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => report(`error: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    report(`refused by the policy: ${violatedDirective} ${path(blockedURI)}`),
  );
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...words) => {
      report(`console: ${words.join(" ")}`);
      say.apply(console, words);
    };
  }

  const ROLES = {
    button: "button, [role=button], summary, label, input[type=checkbox]",
    link: "a",
    radio: "input[type=radio]",
    field: "input:not([type=radio]):not([type=checkbox]), textarea",
  };
  const PRESSED = "a, button, input, select, summary, [role=button], .sentence, [data-s]"; // a sentence opens its sheet
  const words = (text) => (text || "").replace(/\s+/g, " ").trim();

  /** The accessible name, as far as these pages go. */
  function name(element) {
    const by = element.getAttribute("aria-labelledby");
    const own =
      element.getAttribute("aria-label") ||
      (by &&
        by
          .split(/\s+/)
          .map((id) => document.getElementById(id)?.textContent)
          .join(" "));
    if (own) return words(own);
    if (element.labels?.length) return name(element.labels[0]);
    return words(element.textContent) || words(element.title) || element.control?.getAttribute("aria-label") || "";
  }

  /** Whether an element is drawn at all, and not beside the window. */
  function drawn(element) {
    if (!element.getClientRects().length || getComputedStyle(element).visibility !== "visible") return false;
    for (let one = element; one; one = one.parentElement) if (getComputedStyle(one).opacity === "0") return false;
    const { left, right, width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && right > 0 && left < innerWidth;
  }

  /** The elements that {role, name, begins, css, within} means; of a radio button what is drawn is its label. */
  function all({ role, css = ROLES[role], within = "html", ...named }) {
    return [...document.querySelectorAll(within)]
      .flatMap((root) => [...root.querySelectorAll(css)])
      .filter((one) => (named.name ?? name(one)) === name(one) && name(one).startsWith(named.begins ?? ""))
      .map((one) => (role === "radio" && one.labels[0]) || one);
  }

  const seen = (what) => all(what).filter(drawn);

  /** The first line of an element: a link or a sentence may go over several. */
  const line = (element) =>
    [...element.getClientRects()].find(({ width }) => width > 1) ?? element.getBoundingClientRect();

  /** Whether a press at a point gets to an element. */
  function reached(element, x, y) {
    const top = document.elementFromPoint(x, y);
    return !!top && (element.contains(top) || top.closest("label")?.control === element);
  }

  /** A point in the first line of an element, not too near to its end: scroll bars open there. */
  function middle(element) {
    const { left, top, width, height } = line(element);
    const [x, y] = [left + Math.min(width / 3, 40), top + height / 2];
    return { x, y, reached: reached(element, x, y) };
  }

  const label = (element) =>
    element ? `<${element.localName}${element.id && ` id=${element.id}`}> “${name(element).slice(0, 40)}”` : "nothing";

  /** Where something can be pressed, or why it cannot. */
  function point(what) {
    const [element] = seen(what);
    if (!element) return { why: all(what).length ? "is there but not drawn" : "is not there" };
    let at = middle(element);
    if (!at.reached) {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      at = middle(element);
    }
    return at.reached ? at : { why: `is covered by ${label(document.elementFromPoint(at.x, at.y))}` };
  }

  const AROUND = [
    [0, 0],
    [-14, 0],
    [14, 0],
    [0, -14],
    [0, 14],
  ]; // a finger is thick
  const free = (x, y) => !document.elementFromPoint(x, y)?.closest(PRESSED);

  /** Where the text begins on the screen: under the header, or at the top where that is at the foot. */
  function edge(css) {
    const { top, bottom } = document.querySelector(css).getBoundingClientRect();
    return top > 0 ? 0 : bottom;
  }

  /** A point outside a box where nothing can be pressed, and no scroll bar is. What covers the page may be a label. */
  function beside(css) {
    const box = document.querySelector(css).getBoundingClientRect();
    for (let y = innerHeight - 20; y > 0; y -= 15)
      for (let x = document.documentElement.clientWidth - 24; x > 0; x -= 15) {
        const outside = x > box.right + 20 || x < box.left - 20 || y > box.bottom + 20 || y < box.top - 20;
        if (outside && AROUND.every(([right, down]) => free(x + right, y + down))) return { x, y };
      }
    return null;
  }

  const numbers = (colour) => (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? "0, 0, 0, 0").split(/[ ,/]+/).map(Number);
  const opaque = ({ backgroundColor }) => (numbers(backgroundColor)[3] ?? 1) === 1;

  /** The colour behind an element: its own or the nearest above it. */
  function ground(element) {
    for (let one = element; one; one = one.parentElement)
      if (opaque(getComputedStyle(one))) return getComputedStyle(one).backgroundColor;
    return "rgb(255, 255, 255)";
  }

  /** How light a colour is, from 0 to 1, as WCAG counts it. */
  function light(colour) {
    const [red, green, blue] = numbers(colour).map((part) =>
      part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** How light the ink and the paper of an element are, and their contrast. */
  function colours(css) {
    const element = document.querySelector(css);
    const [ink, paper] = [light(getComputedStyle(element).color), light(ground(element))];
    return { ink, paper, contrast: (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) };
  }

  /** Whether the style sheet lets an element be selected; it may be said of one above it. */
  function selectable(element) {
    const { userSelect, webkitUserSelect } = getComputedStyle(element);
    const said = userSelect ?? webkitUserSelect;
    return said === "auto" && element.parentElement ? selectable(element.parentElement) : said !== "none";
  }

  /** The words that are selected, without those that the style sheet takes out, which older browsers tell but do not copy. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount) return "";
    const range = selection.getRangeAt(0);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node; (node = walker.nextNode());) {
      if (!range.intersectsNode(node) || !selectable(node.parentElement)) continue;
      text += node.data.slice(
        node === range.startContainer ? range.startOffset : 0,
        node === range.endContainer ? range.endOffset : undefined,
      );
    }
    return words(text);
  }

  window.reader = {
    all,
    seen,
    name,
    drawn,
    line,
    reached,
    point,
    beside,
    edge,
    colours,
    selected,
    count: (what) => seen(what).length,
    text: (css) => words(document.querySelector(css)?.textContent),
    focused: () => name(document.activeElement),
    solid: (css) => opaque(getComputedStyle(document.querySelector(css))),
    span(element) {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom };
    },
    box(css) {
      const { left, right, top, bottom } = document.querySelector(css).getBoundingClientRect();
      return { left, right, top, bottom };
    },
  };
})();
