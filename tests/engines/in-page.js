// In each page while it is tested; old engines read this too. First it reports what goes wrong, then it answers for
// journeys: what can be seen, by role and name as assistive technology says them, and where it can be pressed.
(function () {
  "use strict";

  function report(text) {
    navigator.sendBeacon("/-trouble", location.pathname + ": " + text);
  }
  addEventListener("error", function (event) {
    if (event.target === window) report("error: " + event.message);
    else report("did not load: " + (event.target.src || event.target.href));
  }, true);
  addEventListener("unhandledrejection", function (event) { report("error: " + event.reason); });
  addEventListener("securitypolicyviolation", function (event) { report("refused by the policy: " + event.violatedDirective + " " + event.blockedURI); });
  ["error", "warn"].forEach(function (level) {
    var say = console[level];
    console[level] = function () {
      report("console: " + Array.prototype.join.call(arguments, " "));
      return say.apply(console, arguments);
    };
  });

  var ROLES = {
    button: "button, [role=button], summary, label, input[type=checkbox]",
    link: "a",
    radio: "input[type=radio]",
    field: "input:not([type=radio]):not([type=checkbox]), textarea",
  };

  function list(nodes) { return Array.prototype.slice.call(nodes); }
  function words(text) { return (text || "").replace(/\s+/g, " ").trim(); }

  /** The accessible name, as far as these pages go. */
  function name(element) {
    var by = element.getAttribute("aria-labelledby");
    if (element.getAttribute("aria-label")) return words(element.getAttribute("aria-label"));
    if (by) return words(by.split(/\s+/).map(function (id) { return (document.getElementById(id) || {}).textContent; }).join(" "));
    if (element.labels && element.labels.length) return name(element.labels[0]);
    return words(element.textContent) || words(element.title) || (element.control && element.control.getAttribute("aria-label")) || "";
  }

  /** Whether an element is drawn at all. */
  function drawn(element) {
    if (!element.getClientRects().length || getComputedStyle(element).visibility !== "visible") return false;
    for (var one = element; one; one = one.parentElement) if (getComputedStyle(one).opacity === "0") return false;
    var box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  }

  /** The elements that `what` means: {role, name, begins, css, within}; a radio button may be drawn as its label. */
  function all(what) {
    var roots = what.within ? list(document.querySelectorAll(what.within)) : [document];
    var found = [];
    roots.forEach(function (root) {
      list(root.querySelectorAll(what.css || ROLES[what.role])).forEach(function (element) {
        if (what.name && name(element) !== what.name) return;
        if (what.begins && name(element).indexOf(what.begins) !== 0) return;
        found.push(what.role === "radio" && element.labels.length ? element.labels[0] : element);
      });
    });
    return found;
  }

  function seen(what) { return all(what).filter(drawn); }

  /** The first line of an element: a link or a sentence may go over several. */
  function line(element) { return list(element.getClientRects()).filter(function (box) { return box.width > 1; })[0] || element.getBoundingClientRect(); }

  /** Whether a press at the point of an element gets to it. */
  function reached(element, x, y) {
    var top = document.elementFromPoint(x, y);
    return !!top && (element.contains(top) || (top.closest("label") || {}).control === element);
  }

  function label(element) { return element ? "<" + element.localName + (element.id ? " id=" + element.id : "") + "> “" + name(element).slice(0, 40) + "”" : "nothing"; }

  /** Where `what` can be pressed, or why it cannot. */
  function point(what) {
    var element = seen(what)[0];
    if (!element) return { why: all(what).length ? "is there but not drawn" : "is not there" };
    var at = middle(element);
    if (!at.reached) {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      at = middle(element);
    }
    return at.reached ? at : { why: "is covered by " + label(document.elementFromPoint(at.x, at.y)) };
  }

  /** A point in the first line of an element, not too near to its end: scroll bars open there. */
  function middle(element) {
    var box = line(element);
    var x = box.left + Math.min(box.width / 3, 40);
    var y = box.top + box.height / 2;
    return { x: x, y: y, reached: reached(element, x, y) };
  }

  /** A point outside a box where nothing can be pressed, and no scroll bar is. */
  function beside(css) {
    var box = document.querySelector(css).getBoundingClientRect();
    for (var y = innerHeight - 20; y > 0; y -= 15)
      for (var x = document.documentElement.clientWidth - 24; x > 0; x -= 15) {
        var top = document.elementFromPoint(x, y);
        var outside = x > box.right + 4 || x < box.left - 4 || y > box.bottom + 4 || y < box.top - 4;
        if (outside && top && !top.closest("a, button, input, select, [role=button]") && !(top.closest("label") && top.closest("header"))) return { x: x, y: y };
      }
    return null;
  }

  function numbers(colour) { return (/rgba?\(([^)]*)\)/.exec(colour) || ["", "0, 0, 0, 0"])[1].split(/[ ,/]+/).map(Number); }
  function opaque(colour) { var parts = numbers(colour); return parts.length < 4 || parts[3] === 1; }

  /** The colour behind an element: its own or the nearest above it. */
  function ground(element) {
    for (var one = element; one; one = one.parentElement) if (opaque(getComputedStyle(one).backgroundColor)) return getComputedStyle(one).backgroundColor;
    return "rgb(255, 255, 255)";
  }

  function light(colour) {
    var parts = numbers(colour).slice(0, 3).map(function (part) { part /= 255; return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4); });
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  /** How light the ink and the paper of an element are, from 0 to 1, and how far apart as WCAG counts it. */
  function colours(css) {
    var element = document.querySelector(css);
    var ink = light(getComputedStyle(element).color);
    var paper = light(ground(element));
    return { ink: ink, paper: paper, contrast: (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) };
  }

  window.reader = {
    all: all, seen: seen, name: name, point: point, beside: beside, line: line, drawn: drawn, colours: colours, reached: reached,
    count: function (what) { return seen(what).length; },
    text: function (css) { return words((document.querySelector(css) || {}).textContent); },
    focused: function () { return name(document.activeElement); },
    /** Whether nothing of the page shows through a box. */
    solid: function (css) { return opaque(getComputedStyle(document.querySelector(css)).backgroundColor); },
    box: function (css) { var box = document.querySelector(css).getBoundingClientRect(); return { left: box.left, right: box.right, top: box.top, bottom: box.bottom }; },
  };
})();
