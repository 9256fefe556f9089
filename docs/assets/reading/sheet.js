// The sheet of a sentence, or of its paragraph, or of what is selected: its counterpart, its terms and names with their
// renderings, the notes and works it names, and what one can do with it. On a narrow page it stands at the bottom, else
// beside the sentence, which stays in view and lit. It is not modal: Esc, its button, a press elsewhere and a focus
// elsewhere close it. Opened by the keyboard it takes the focus, and gives it back.
(() => {
  "use strict";

  const words = document.getElementById("sheet-words").dataset;
  const citing = document.querySelector(".cite-button");
  const sentences = [...document.querySelectorAll(".paragraph .sentence")];
  const narrow = () => getComputedStyle(box).position === "fixed";
  let at = 0; // of the sentences, the one that it is about
  let scope = "sentence";
  let selection = null;
  let opener = null;

  /** An element with attributes and content. */
  function make(tag, attributes = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  const button = (action, name, more) => make("button", { type: "button", "data-do": action, ...more }, name);
  const signed = (action, sign, name) => button(action, sign, { "aria-label": name, title: name, class: "sheet-sign" });

  /** One of the things that the sheet can be about. */
  function choice(value) {
    const radio = make("input", { type: "radio", name: "sheet-scope", value });
    return make("label", {}, radio, make("span"));
  }

  const scopes = make("fieldset", { class: "sheet-scope" }, ...["sentence", "paragraph", "selection"].map(choice));
  const head = make(
    "div",
    { class: "sheet-head" },
    scopes,
    signed("previous", "‹", words.previous),
    signed("next", "›", words.next),
    signed("close", "×", document.querySelector(".settings-button").dataset.close),
  );
  const other = make("p", { class: "sheet-other", lang: words.otherLang });
  const terms = make("ul", { class: "sheet-terms" });
  const notes = make("ul", { class: "sheet-notes" });
  const copies = ["zh", "en", "both", "cited"].map((action) => button(action, words[action]));
  const said = make("p", { role: "status" });
  const fallback = make("textarea", { readonly: "", hidden: "", "aria-label": words.notCopied });
  const actions = make(
    "div",
    { class: "sheet-actions", role: "group", "aria-label": words.copy },
    make("span", { "aria-hidden": "true" }, words.copy),
    ...copies,
  );
  const aloud = button("aloud", words.aloud, { "aria-pressed": "false" });
  const more = make(
    "div",
    { class: "sheet-actions" },
    ...(window.speechSynthesis ? [aloud] : []),
    button("link", words.link),
    button("cite", citing.getAttribute("aria-label")),
    make("a", { href: words.about }, words.suggest),
  );
  const foot = make("div", { class: "sheet-foot" }, actions, more, said, fallback);
  const body = make("div", { class: "sheet-body", role: "region" }, other, terms, notes); // scrolls between the head and the foot
  const box = make(
    "div",
    { class: "sheet", id: "sheet", role: "dialog", tabindex: "-1", hidden: "" },
    head,
    body,
    foot,
  );

  const paragraph = () => sentences[at].closest(".paragraph");
  const isOpen = () => !box.hidden;

  /** The passage that the sheet is about. */
  function passage() {
    if (scope === "selection") return selection;
    if (scope === "sentence") return { ids: [sentences[at].id], id: sentences[at].id };
    return { ids: [...paragraph().querySelectorAll(".sentence")].map(({ id }) => id), id: paragraph().id };
  }

  /** Its sentences on the page, in one language or in both. */
  const own = () => passage().ids.map((id) => document.getElementById(id));
  const both = () => passage().ids.flatMap((id) => [...document.querySelectorAll(`[id="${id}"], [data-s="${id}"]`)]);

  /** The first of each kind, as `key` tells them apart. */
  const apart = (all, key) => all.filter((one, k) => all.findIndex((other) => key(other) === key(one)) === k);

  /** A term as the text has it, with its rendering, which leads to its entry in the tables. */
  function term({ textContent, dataset }) {
    const own = make("span", {}, textContent);
    const rendering = make("b", { lang: words.otherLang }, dataset.other);
    return make(
      "li",
      {},
      make(
        "a",
        { href: words.tables + dataset.entry },
        own,
        " ",
        rendering,
        " ",
        make("small", {}, `×${dataset.count}`),
      ),
    );
  }

  /** The terms of a sentence: those marked in it, and those that it names again, which are marked before it. */
  function termsOf(sentence) {
    const marked = [...sentence.closest(".paragraph").querySelectorAll(".term")];
    const again = (sentence.dataset.again ?? "").split(" ");
    return marked.filter((one) => sentence.contains(one) || again.includes(one.dataset.entry.split("#")[1]));
  }

  /** A note or a work: its mark, which leads to its entry, and what that says. */
  function note(mark) {
    const link = make("a", { href: mark.hash, "aria-label": mark.getAttribute("aria-label") }, mark.textContent);
    return make("li", {}, link, edition.cards.entry(mark) ?? "");
  }

  /** What the choices are called here, and which is made. */
  function name() {
    const k = [...paragraph().querySelectorAll(".sentence")].indexOf(sentences[at]) + 1;
    const names = { sentence: words.sentence.replace("{}", k), paragraph: words.paragraph, selection: words.selection };
    for (const label of scopes.children) {
      const { value } = label.firstChild;
      label.lastChild.textContent = names[value];
      label.firstChild.checked = value === scope;
      label.hidden = value === "selection" && !selection;
    }
    const number = `¶${paragraph().id.slice(1)}`;
    scopes.setAttribute("aria-label", number);
    for (const one of [box, body]) one.setAttribute("aria-label", `${number}, ${names[scope]}`);
  }

  /** Puts into the sheet what it is about now, and lights that up in the text. */
  function fill() {
    const all = own();
    name();
    other.textContent = edition.quotation.whole(passage().ids, false);
    terms.replaceChildren(...apart(all.flatMap(termsOf), ({ dataset }) => dataset.entry).map(term));
    notes.replaceChildren(
      ...apart(
        all.flatMap((one) => [...one.querySelectorAll("sup a")]),
        ({ hash }) => hash,
      ).map(note),
    );
    for (const list of [terms, notes]) list.hidden = !list.children.length;
    head.querySelector("[data-do=previous]").setAttribute("aria-disabled", !reached(-1));
    head.querySelector("[data-do=next]").setAttribute("aria-disabled", !reached(1));
    said.textContent = "";
    fallback.hidden = true;
    body.scrollTop = box.scrollTop = 0; // on a low screen the whole box scrolls
    light(both());
  }

  function light(some) {
    for (const one of document.querySelectorAll(".asked")) one.classList.remove("asked");
    for (const one of some) one.classList.add("asked");
  }

  /** Where the lit sentences are on the screen. */
  function lit() {
    const boxes = both().flatMap((one) => [...one.getClientRects()]);
    return {
      left: Math.min(...boxes.map(({ left }) => left)),
      top: Math.min(...boxes.map(({ top }) => top)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
  }

  /** How high it may be, in pixels: what its passage leaves of the screen (`room`), within limits; on a wide screen, where a
      passage leaves too little anyway, more of it. Its head, its foot and some lines are always seen. */
  function highest(room) {
    const most = innerHeight * 0.6;
    const whole = head.offsetHeight + foot.offsetHeight + 100;
    const least = Math.max(whole, narrow() ? innerHeight * 0.45 : 240);
    const wanted = room < least && !narrow() ? most : Math.min(Math.max(room, least), most);
    return Math.max(wanted, Math.min(whole, innerHeight * 0.9));
  }

  /** Below what it is about, or above, where the window has room, and as high as that leaves room for; returns how far the
      page is to be scrolled so that both are seen. */
  function place() {
    const { left, top, bottom } = lit();
    const edge = edition.place.edge() + 8;
    box.style.maxHeight = `${highest(innerHeight - edge - (bottom - top) - 24)}px`;
    if (body.scrollHeight > body.clientHeight)
      body.setAttribute("tabindex", "0"); // the keyboard scrolls it
    else body.removeAttribute("tabindex");
    const { offsetHeight: height, offsetWidth: width } = box;
    const above = !narrow() && bottom < innerHeight && bottom + height + 16 > innerHeight && top - height - 8 > edge;
    if (!narrow()) {
      const origin = box.offsetParent.getBoundingClientRect();
      box.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8)) - origin.left}px`;
      box.style.top = `${(above ? top - height - 8 : Math.min(bottom + 8, top + innerHeight - edge - height - 8)) - origin.top}px`;
    }
    if (top < edge) return top - edge;
    return above ? 0 : Math.max(0, Math.min(bottom + height + 16 - innerHeight, top - edge));
  }

  const bring = () => scrollBy(0, place());

  /** Shows it after its paragraph, where Tab finds it; a focus inside survives that. */
  function show() {
    const focused = box.contains(document.activeElement) && document.activeElement;
    fill();
    if (paragraph().nextElementSibling !== box) paragraph().after(box);
    box.hidden = false;
    document.documentElement.classList.add("with-sheet");
    bring();
    if (focused) focused.focus({ preventScroll: true });
  }

  /** Closes it; who was in it is back where it was opened, or, having gone on, at the number of the paragraph. */
  function close() {
    if (!isOpen()) return;
    hush();
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    document.documentElement.classList.remove("with-sheet");
    light([]);
    if (!inside) return;
    const back = opener && paragraph().contains(opener) ? opener : null;
    if (back) back.focus();
    else paragraph().querySelector(".number").focus({ preventScroll: true });
  }

  /** Opens it for a sentence, or from a number for the paragraph; for what is selected there, or was (`given`, which is
      copied at once). What has opened it closes it too. */
  function open(from, byKeyboard = false, given = null) {
    const isNumber = from.matches(".number");
    const id = isNumber ? from.closest(".paragraph").querySelector(".sentence").id : from.id || from.dataset.s;
    const next = sentences.findIndex((one) => one.id === id);
    edition.cards.close();
    if (!given && isOpen() && next === at && isNumber === (scope !== "sentence")) return close();
    at = next;
    selection = given ?? edition.quotation.selected();
    if (!selection?.ids.some((one) => paragraph().contains(document.getElementById(one)))) selection = null;
    scope = selection ? "selection" : isNumber ? "paragraph" : "sentence";
    opener = isNumber ? from : null;
    show();
    if (byKeyboard) box.focus({ preventScroll: true });
    else document.getElementById("said").textContent = box.getAttribute("aria-label");
    if (given) doing.cited();
  }

  /** The sentence before or after; from a paragraph, its first or the one before it. */
  function reached(step) {
    const first = sentences.indexOf(paragraph().querySelector(".sentence"));
    return sentences[scope === "sentence" ? at + step : step > 0 ? first : first - 1];
  }

  function go(step) {
    const next = reached(step);
    if (!next) return;
    at = sentences.indexOf(next);
    scope = "sentence";
    show();
  }

  function hush() {
    edition.readAloud?.stop();
    aloud.setAttribute("aria-pressed", "false");
  }

  /** Reads on from the sentence: in the language of the page or, where both are shown, in both by turns. */
  const reading = {
    lines() {
      const languages =
        document.documentElement.dataset.view === "both" ? ["zh", "en"] : [document.documentElement.lang.slice(0, 2)];
      const id = sentences[at].id;
      return languages.map((language) => [
        language,
        edition.quotation.whole([id], document.documentElement.lang.startsWith(language)),
      ]);
    },
    next() {
      const before = at;
      go(1);
      return at > before;
    },
    missing: (language) => (said.textContent = words.noVoice.replace("{}", words[language])),
  };

  async function readAloud() {
    if (aloud.getAttribute("aria-pressed") === "true") return hush();
    await edition.fetched("read-aloud.js");
    aloud.setAttribute("aria-pressed", "true");
    if (scope !== "sentence") go(1);
    if (await edition.readAloud.read(reading)) hush();
  }

  /** Copies lines, or shows them where the browser does not let us. */
  async function copy(lines) {
    said.textContent = ""; // so that it is said again
    try {
      await edition.quotation.write(lines);
      said.textContent = words.copied;
      bring();
      said.scrollIntoView({ block: "nearest" });
    } catch {
      said.textContent = words.notCopied;
      fallback.hidden = false;
      fallback.value = edition.quotation.plain(lines);
      fallback.focus();
      fallback.select();
      bring();
    }
  }

  const doing = {
    previous: () => (hush(), go(-1)),
    next: () => (hush(), go(1)),
    close,
    aloud: () => readAloud().catch(() => {}),
    cite: (pressed) => edition.cite(pressed, passage().ids[0]),
    ...Object.fromEntries(
      ["zh", "en", "both", "cited", "link"].map((form) => [form, () => copy(edition.quotation[form](passage()))]),
    ),
  };

  /** Whether a press or a focus has nothing to do with the sheet: neither in it nor where it opens for something else. */
  const elsewhere = (target) => isOpen() && !box.contains(target) && !target.closest?.("dialog, .card");
  const opens = (target) => target.closest?.(".paragraph :is(.sentence, [data-s], .number)") && !target.closest("sup");

  box.addEventListener("click", ({ target }) => {
    const pressed = target.closest("button");
    doing[pressed?.dataset.do]?.(pressed);
    if (target.closest("a[href^='#']")) close();
  });
  scopes.addEventListener("change", ({ target }) => {
    hush();
    scope = target.value;
    show();
  });
  // The end of a press, since one that scrolls has none.
  document.addEventListener(
    "pointerup",
    ({ target }) => elsewhere(target) && (!opens(target) || !getSelection().isCollapsed) && close(),
  );
  document.addEventListener("focusin", ({ target }) => elsewhere(target) && target.id !== "main" && close()); // #main: a press
  document.addEventListener(
    "keydown",
    (event) => event.key === "Escape" && !event.target.closest?.("dialog") && close(),
  );
  addEventListener("resize", () => isOpen() && place());

  edition.sheet = open;
})();
