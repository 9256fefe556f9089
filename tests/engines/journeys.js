// What a reader does, written once for all engines. What depends on the markup stands here at the top; all else is asked
// for by role and by the name that docs/_data/interface.yml gives it.
import { execFileSync } from "node:child_process";
import { Reason } from "./reader.js";

const HEADER = "header.md-header";
const NAVIGATION = "#navigation";
const OTHER_LANGUAGE = { css: "a[hreflang][rel=alternate]", within: HEADER };
const SHEET = "#sheet"; // of a sentence
const CARD = "#card";
const SEARCH = "#search";
const RESULTS = "#search-results";
const OCCURRENCES = ".occurrences";
const COUNTERPART = ".counterpart";
const ROWS = "table.cross-reference tbody tr[id]";

const PHONE = 390;
const DESKTOP = 1280;
const EUROPE = "paper/2-1-european-union/"; // has terms, citations, an authors' note
const JAPAN = "paper/2-2-japan/";

const at = (width, name, run, more) => ({ width, name, run, languages: ["zh", "en"], ...more });
// Where neither type nor order can make a difference one language is enough.
const inOne = (language, ...rest) => ({ ...at(...rest), languages: [language] });

export const journeys = [
  at(PHONE, "a section on a phone", async (r) => {
    await r.open(EUROPE);
    await r.sees({ css: "h1" });
    const first = await r.ask(() => {
      const { left, top } = reader.line(document.querySelector("#p16s1"));
      return {
        top,
        height: innerHeight,
        reached: reader.reached(document.querySelector("#p16"), left + 20, top + 8),
        wide: document.documentElement.scrollWidth - innerWidth,
      };
    });
    r.check(
      first.top < first.height - 60,
      `the text begins ${Math.round(first.top)} pixels down, below the first screen of ${first.height}`,
    );
    r.check(first.reached, "something lies over the first line of the text");
    r.check(first.wide <= 0, `the page scrolls sideways by ${first.wide} pixels`);
    r.check(!(await r.ask((css) => reader.count({ css }), SHEET)), "the sheet of a sentence stands open on the page");
    for (const control of [
      { role: "button", name: r.word("navigation"), within: "body" },
      OTHER_LANGUAGE,
      { role: "radio", name: r.word("view_both") },
      { role: "button", name: r.word("search") },
    ])
      await r.point({ within: HEADER, ...control });
    await solid(r, HEADER, "the header");
    await legible(r, "#p16 p", "the text");
    await legible(r, `${HEADER} a`, "the header");
    await r.ask(() => scrollTo(0, 600));
    await r.look();
  }),

  at(DESKTOP, "a section on a wide screen", async (r) => {
    await r.open(EUROPE);
    await r.sees({ role: "link", begins: "2.2", within: NAVIGATION });
    const { right } = await r.ask((css) => reader.box(css), NAVIGATION);
    const { left } = await r.ask((css) => reader.box(css), "#p16");
    r.check(right <= left, "the contents lie over the text");
    await solid(r, HEADER, "the header");
    await legible(r, `${NAVIGATION} a`, "the contents");
    await r.look();
  }),

  inOne("zh", PHONE, "the contents on a phone", async (r) => {
    const button = { role: "button", name: r.word("navigation") };
    const link = { role: "link", begins: "2.3", within: NAVIGATION };
    const open = async () => {
      await r.press(button);
      await r.sees(link, "the button of the contents opens nothing");
    };
    await r.open(JAPAN);
    await r.misses(link, "the contents stand open before they are asked for");
    await open();
    await solid(r, NAVIGATION, "the contents");
    await legible(r, `${NAVIGATION} a[href]`, "the contents");
    await r.look();
    await r.key("Escape");
    await r.misses(link, "Esc does not close the contents");
    await r.focusOn(button.name);
    await open();
    await pressBeside(r, NAVIGATION);
    await r.misses(link, "a press beside the contents does not close them");
    await open();
    await pressClose(r, NAVIGATION, button);
    await r.misses(link, "their button does not close the contents");
    await r.focusOn(button.name);
    await open();
    await r.press(link);
    await r.comesTo("/2-3-united-states/");
    await r.misses(link, "the contents stand open on the next page");
  }),

  inOne("en", DESKTOP, "the theme that is chosen", async (r) => {
    await r.open(JAPAN);
    await paper(r, "light", "as the system, which is light");
    for (const theme of ["light", "dark"]) {
      await choose(r, theme);
      await paper(r, theme, `chosen to be ${theme}`);
    }
    await r.look();
    await r.open(EUROPE);
    await paper(r, "dark", "on the next page after dark was chosen");
    await choose(r, "auto");
    await paper(r, "light", "as the system again");
  }),

  inOne(
    "zh",
    DESKTOP,
    "the theme of a dark system",
    async (r) => {
      await r.open(JAPAN);
      await paper(r, "dark", "on a dark system");
      await legible(r, "#p20 p", "the text");
      await legible(r, `${HEADER} a`, "the header");
      await r.look();
      await choose(r, "light");
      await paper(r, "light", "chosen to be light on a dark system");
    },
    { system: "dark" },
  ),

  ...[PHONE, DESKTOP].map((width) =>
    at(width, `the other language and back, ${width} pixels`, async (r) => {
      await r.open("paper/3-5-public-participation/");
      await r.ask(
        (header) =>
          scrollBy({
            top: reader.line(document.getElementById("p31s2")).top - reader.edge(header) - 6,
            behavior: "instant",
          }),
        HEADER,
      );
      await still(r, "p31s2");
      const id = await r.ask(
        (header) => reader.all({ css: ".sentence" }).find((one) => reader.line(one).top >= reader.edge(header)).id,
        HEADER,
      );
      const before = await still(r, id);
      await r.hover(OTHER_LANGUAGE); // the page behind it is fetched before it is asked for
      await r.wait(200); // the fetch of a page is not to be seen
      for (const tongue of [r.tongue === "en" ? "zh-Hans" : "en", r.tongue]) {
        await r.press(OTHER_LANGUAGE);
        await r.until(
          `the page does not come in ${tongue}`,
          (lang) => document.documentElement.lang === lang && document.readyState === "complete",
          tongue,
        );
        await r.until(
          "the sentence at the top does not come to stand where it stood",
          (id, before) => Math.abs(reader.line(document.getElementById(id)).top - before) <= 2,
          id,
          before,
        );
        r.check(!(await r.ask(() => location.search)), "the address keeps a trace of the place");
        await r.look();
      }
    }),
  ),

  at(DESKTOP, "both languages side by side", async (r) => {
    const boxes = await both(r);
    for (const { id, zh, en } of boxes) {
      r.check(zh.right <= en.left + 1, `the Chinese of ${id} is not left of the English`);
      r.check(
        Math.abs(zh.line - en.line) <= 3,
        `the languages of ${id} are not level: ${Math.round(zh.line - en.line)} pixels apart`,
      );
    }
    await single(r);
  }),

  at(PHONE, "both languages, one beneath the other", async (r) => {
    await r.open(JAPAN);
    await r.misses({ css: `#p20 ${COUNTERPART}` });
    await r.press({ role: "radio", name: r.word("view_both"), within: HEADER });
    await r.sees({ css: "#p20 [data-s]" }, "the other language does not come");
    await r.look();
    const lines = await r.ask(() =>
      [...document.querySelectorAll("#p20 :is(.sentence, [data-s])")].map((one) => ({
        id: one.id || one.dataset.s,
        own: Boolean(one.id),
        ...reader.span(one),
      })),
    );
    for (const { id, own, bottom } of lines) {
      const next = own
        ? lines.find((one) => one.id === id && !one.own)
        : lines.find((one) => one.own && one.id === `p20s${Number(id.slice(4)) + 1}`);
      r.check(!next || bottom <= next.top + 1, `what follows ${id} is not beneath it`);
    }
    await single(r);
  }),

  at(DESKTOP, "a selection in one language", async (r) => {
    await r.open(`${EUROPE}?view=both`);
    const [from, to] = await r.ask(() => {
      scrollBy({
        top: document.getElementById("p17").getBoundingClientRect().top - innerHeight + 90,
        behavior: "instant",
      });
      const above = [...document.querySelectorAll("#p16 .sentence")].pop().getClientRects();
      const [{ left: x, top: from }, { top: to, height }] = [
        above[above.length - 2],
        document.getElementById("p17s1").getClientRects()[0],
      ];
      return [
        { x: x + 30, y: from + height / 2 },
        { x: x + 200, y: to + height / 2 },
      ];
    });
    await r.page.drag(from, to);
    await r.look();
    const text = await r.until("a drag over two paragraphs selects nothing", () => {
      const words = reader.selected();
      return words.length > 20 && words;
    });
    r.check(
      !(r.language === "zh" ? /\b(the|of|and) /i : /[。的]/).test(text),
      "the selection takes along words of the other language",
    );
    r.check(!/\[\d/.test(text), "the selection takes along the marks of citations");
  }),

  inOne("en", PHONE, "cards by a tap", async (r) => {
    if (!r.page.touch) throw new Reason("its driver has no finger, only a mouse");
    await r.open(EUROPE);
    for (const [what, mark] of [
      ["citation", "#p16 a.citation"],
      ["note", "#main a.note"],
    ]) {
      const before = await r.ask(() => location.href);
      await r.press({ css: mark });
      await r.wait(300); // a page that is left is left by then
      r.check((await r.ask(() => location.href)) === before, `a tap on a ${what} leaves the page or the place`);
      await r.sees({ css: CARD }, `a tap on a ${what} shows no card`);
      await solid(r, CARD, "the card");
      r.check((await r.ask((css) => reader.text(css), CARD)).length > 3, `the card of a ${what} says nothing`);
      if (what === "citation") await r.look();
      await r.key("Escape");
      await r.misses({ css: CARD }, `Esc does not close the card of a ${what}`);
    }
  }),

  inOne("zh", DESKTOP, "cards by the pointer", async (r) => {
    await r.open(EUROPE);
    for (const [what, mark] of [
      ["term", "#p17s1 .term"],
      ["citation", "#p16 a.citation"],
      ["note", "#main a.note"],
    ]) {
      await r.hover({ css: mark });
      await r.sees({ css: CARD }, `the pointer on a ${what} shows no card`);
      await solid(r, CARD, "the card");
      if (what === "citation") await r.look();
      await r.key("Escape");
      await r.misses({ css: CARD }, `Esc does not close the card of a ${what}`);
    }
    await r.hover({ css: "#p17s1 .term" });
    await r.press({ role: "link", within: CARD });
    await r.comesTo("/tables/");
  }),

  ...[PHONE, DESKTOP].map((width) =>
    inOne(width === PHONE ? "zh" : "en", width, `the sheet of a sentence, ${width} pixels`, async (r) => {
      const number = { role: "button", name: `${r.word("paragraph")} 20` };
      const open = async (what) => {
        await r.press(what);
        await r.sees({ css: SHEET }, "no sheet is opened");
      };
      await r.open(JAPAN);
      await r.misses({ css: SHEET }, "the sheet stands open on the page");
      await open({ css: "#p20s1" });
      await solid(r, SHEET, "the sheet");
      const words = await r.ask(() => document.querySelector("[data-s=p20s1]").textContent.trim().slice(0, 12));
      r.check(
        (await r.ask((css) => reader.text(css), SHEET)).includes(words),
        "the sheet does not have the counterpart",
      );
      await r.press({ role: "button", name: r.word("copy_link"), within: SHEET });
      await r.until(
        "what is copied is neither said nor shown",
        (css, copied) => {
          const shown = document.querySelector(`${css} textarea`);
          return reader.text(css).indexOf(copied) >= 0 || (shown && reader.drawn(shown) && /#p20s1$/.test(shown.value));
        },
        SHEET,
        r.word("copied"),
      );
      await r.look();
      await r.key("Escape");
      await r.misses({ css: SHEET }, "Esc does not close the sheet");
      await open(number);
      await pressBeside(r, SHEET);
      await r.misses({ css: SHEET }, "a press beside the sheet does not close it");
      await open(number);
      await pressClose(r, SHEET, number);
      await r.misses({ css: SHEET }, "its button does not close the sheet");
    }),
  ),

  ...[PHONE, DESKTOP].map((width) =>
    at(width, `the search, ${width} pixels`, async (r) => {
      const query = { zh: "碳汇", en: "carbon sink" }[r.language];
      const button = { role: "button", name: r.word("search"), within: HEADER };
      await r.open(JAPAN);
      await r.press(button);
      await r.sees({ role: "field", within: SEARCH }, "the button of the search opens nothing");
      await solid(r, SEARCH, "the search");
      await r.focusOn(r.word("search_field"));
      await r.key("Escape");
      await r.misses({ css: SEARCH }, "Esc does not close the search");
      await r.focusOn(button.name);
      await r.press(button);
      await r.type(query);
      await r.sees({ role: "link", within: RESULTS }, "the search finds nothing, or fails");
      await r.look();
      await r.press({ css: "ol a", within: RESULTS });
      await r.comesTo("/paper/");
      await r.until(
        "the hit is not gone to",
        () => location.hash.length > 1 && !!document.getElementById(location.hash.slice(1)),
      );
      await r.until("what was searched for is not marked", () =>
        window.Highlight && CSS.highlights
          ? (CSS.highlights.get("search") || { size: 0 }).size > 0
          : !!document.querySelector("#main mark"),
      );
      await r.until(
        "the sentence of the hit is not on the screen",
        (header) => {
          const { top } = reader.line(document.getElementById(location.hash.slice(1)));
          return top >= reader.edge(header) - 6 && top < innerHeight;
        },
        HEADER,
      );
    }),
  ),

  at(DESKTOP, "the page of all occurrences", async (r) => {
    await r.open("search/?q=CDM");
    await r.sees({ css: "li", within: OCCURRENCES }, "no occurrence is listed");
    const tongues = await r.ask(
      (css) => ["zh-Hans", "en"].map((tongue) => reader.count({ css: `li [lang=${tongue}]`, within: css })),
      OCCURRENCES,
    );
    r.check(tongues[0] > 0 && tongues[0] === tongues[1], "the occurrences are not in both languages");
    await r.look();
  }),

  inOne("en", DESKTOP, "a table sorted and filtered", async (r) => {
    await r.open("tables/terms/");
    await r.press({ role: "button", name: r.word("column_count_zh") });
    await r.until(
      "a press on the heading of a column does not sort the rows",
      (rows, column) => {
        const counts = reader
          .seen({ css: rows })
          .map((row) => Number(row.querySelector(`[data-label="${column}"]`).textContent));
        return counts[0] > 1 && counts.every((count, k) => !k || count <= counts[k - 1]);
      },
      ROWS,
      r.word("column_count_zh"),
    );
    await r.look();
    await filtered(r);
  }),

  at(PHONE, "a table on a phone", async (r) => {
    await r.open("tables/terms/");
    await filtered(r);
    const outside = await r.ask((rows) => {
      const cells = reader.seen({ css: `${rows} td` });
      const range = document.createRange();
      return cells.filter((cell) => {
        range.selectNodeContents(cell);
        const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
        // The words of a cell begin on its first line and stand right of the name of the column.
        return (
          boxes.some(({ left, right }) => left < 0 || right > innerWidth + 1) ||
          (boxes.length && boxes[0].left < cell.getBoundingClientRect().left + 60)
        );
      }).length;
    }, ROWS);
    await r.look();
    r.check(!outside, `in ${outside} cells of the table words lie over the name of their column or outside the screen`);
  }),

  at(PHONE, "the title page", async (r) => {
    await r.open("");
    await r.sees({ css: "h1" });
    const top = await r.ask(() => document.querySelector("h1").getBoundingClientRect().top);
    r.check(top < 300, `the title stands ${Math.round(top)} pixels down`);
    await legible(r, "h1", "the title");
    await r.look();
    await r.point({ css: `section.abstract[lang=${r.tongue}] p` });
    await legible(r, `section.abstract[lang=${r.tongue}] p`, "the abstract");
    await r.point({ role: "link", begins: "3.6", within: "#main" });
    await r.press({ role: "link", name: r.word("door_own") });
    await r.comesTo("/paper/0-introduction/");
  }),

  at(DESKTOP, "a section on paper", async (r) => {
    await r.open(EUROPE);
    const pdf = await r.page.pdf();
    if (!pdf) throw new Reason("its driver prints nothing");
    const squeezed = (text) => text.normalize("NFKC").replace(/\s+/g, "");
    const paper = squeezed(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }));
    // Firefox does not say in a PDF which character each sign of a Chinese font is; what is said has to be right.
    const printed = (text) =>
      new RegExp([...squeezed(text)].map((sign) => `[${sign.replace(/[\]\\^-]/, "\\$&")}\ufffd]`).join("")).test(paper);
    const [text, contents] = await r.ask((navigation) => {
      const own = document.querySelector("#p16s1").cloneNode(true);
      own.querySelectorAll("sup").forEach((mark) => mark.remove());
      return [
        own.textContent,
        reader
          .all({ role: "link", begins: "3.6", within: navigation })
          .concat(reader.all({ role: "link", begins: "2.3", within: navigation }))
          .map(reader.name),
      ];
    }, NAVIGATION);
    r.check(printed(text.slice(0, 20)), "the text is not on the paper");
    r.check(contents.length && !contents.some((name) => printed(name)), "the contents are printed too");
  }),
];

/** Where a passage stands, once it is where it was a moment before. */
async function still(r, id) {
  const top = () => r.ask((id) => reader.line(document.getElementById(id)).top, id);
  let [before, now] = [NaN, await top()];
  while (now !== before) {
    await r.wait(50);
    [before, now] = [now, await top()];
  }
  return now;
}

/** What lies over the text must not let it through. */
const solid = async (r, css, what) =>
  r.check(await r.ask((css) => reader.solid(css), css), `the text shows through ${what}`);

async function legible(r, css, what) {
  const { contrast } = await r.ask((css) => reader.colours(css), css);
  r.check(contrast >= 4.5, `the contrast of ${what} is ${contrast.toFixed(1)}`);
}

/** Chooses a theme in the panel of settings, and closes that. */
async function choose(r, theme) {
  const settings = { role: "button", name: r.word("settings") };
  await r.press(settings);
  await r.press({ role: "radio", name: r.word(`theme_${theme}`), within: "#settings" });
  await r.press(settings);
}

/** Paper and ink of the text are those of a theme. */
async function paper(r, theme, when) {
  await r.until(
    `${when}, the page is not ${theme}`,
    (theme) => {
      const { ink, paper } = reader.colours("#main h1");
      return theme === "light" ? paper > 0.7 && ink < 0.2 : paper < 0.1 && ink > 0.5;
    },
    theme,
  );
}

/** Presses where a box is not, and nothing else that can be pressed. */
async function pressBeside(r, css) {
  const beside = await r.ask((css) => reader.beside(css), css);
  r.check(beside, `${css} leaves no place to press beside it`);
  await r.pressAt(beside.x, beside.y);
}

/** Closes by the button inside, or by the one that opened. */
async function pressClose(r, css, opener) {
  const inside = { role: "button", name: r.word("close"), within: css };
  await r.press((await r.ask((what) => reader.count(what), inside)) ? inside : opener);
}

/** Asks for both languages; where the paragraphs are then. */
async function both(r) {
  await r.open(JAPAN);
  await r.misses({ css: `#p20 ${COUNTERPART}` });
  await r.press({ role: "radio", name: r.word("view_both"), within: HEADER });
  await r.sees({ css: `#p20 ${COUNTERPART}` }, "the other language does not come");
  await r.look();
  const boxes = await r.ask(() =>
    ["p20", "p21"].map((id) => {
      const found = { id };
      for (const one of document.querySelectorAll(`#${id} > p`)) {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        found[one.closest("[lang]").lang.slice(0, 2)] = {
          left,
          right,
          top,
          bottom,
          line: reader.line(one.querySelector("span")).bottom,
        };
      }
      return found;
    }),
  );
  for (const { id, zh, en } of boxes)
    r.check(zh?.bottom > zh?.top && en?.bottom > en?.top, `one of the languages of ${id} is not there`);
  return boxes;
}

/** Back to one language. */
async function single(r) {
  await r.press({ role: "radio", name: r.word("view_single"), within: HEADER });
  await r.misses({ css: `#p20 ${COUNTERPART}` }, "the other language does not go");
}

/** Types into the field over a table. */
async function filtered(r) {
  await r.press({ role: "field", name: r.word("filter") });
  await r.type("碳汇");
  await r.until(
    "the field over the table filters nothing",
    (rows) => {
      const left = reader.seen({ css: rows });
      return left.length > 2 && left.length < 20 && left.every((row) => row.textContent.indexOf("碳汇") >= 0);
    },
    ROWS,
  );
}
