// Passages of the text, and how they are copied. A passage is {ids, id, text, own}: the ids of its sentences; the id for
// its address; where words are selected, these words, and whether they are in the language of the page. What is copied is
// made of lines, each a paragraph that knows its language.
(() => {
  "use strict";

  const article = document.querySelector("article");
  const template = document.getElementById("sheet-words");
  const words = template.dataset;
  const chinese = document.documentElement.lang.startsWith("zh");

  /** The words of a piece of the page, without citation and note marks. */
  function bare(fragment) {
    for (const mark of fragment.querySelectorAll("sup")) mark.remove();
    return fragment.textContent.replace(/\s+/g, " ").trim();
  }

  /** The sentences with these ids, in the language of the page or in the other. */
  const sentences = (ids, own) =>
    ids.map((id) => article.querySelector(own ? `.sentence[id="${id}"]` : `[data-s="${id}"]`));

  /** Words put together as their language does it. */
  const join = (pieces, inChinese) => pieces.filter(Boolean).join(inChinese ? "" : " ");

  /** The whole sentences in one language. */
  const whole = (ids, own) =>
    join(
      sentences(ids, own).map((one) => bare(one.cloneNode(true))),
      own === chinese,
    );

  /** The part of a selection that is in one sentence. */
  function part(range, sentence) {
    const piece = document.createRange();
    piece.selectNodeContents(sentence);
    if (range.compareBoundaryPoints(Range.START_TO_START, piece) > 0)
      piece.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, piece) < 0) piece.setEnd(range.endContainer, range.endOffset);
    return bare(piece.cloneContents());
  }

  /** The passage that is selected, in the column where the selection begins, or null. */
  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const { startContainer: start } = range;
    const own = !(start.closest ? start : start.parentElement)?.closest(".counterpart");
    const found = [...article.querySelectorAll(own ? ".sentence" : "[data-s]")]
      .filter((one) => range.intersectsNode(one) && /^p/.test(one.id || one.dataset.s))
      .map((one) => ({ id: one.id || one.dataset.s, text: part(range, one) }))
      .filter(({ text }) => text);
    if (!found.length) return null;
    return {
      ids: found.map(({ id }) => id),
      id: found[0].id,
      text: join(
        found.map(({ text }) => text),
        own === chinese,
      ),
      own,
    };
  }

  /** The address of a passage: its sentence, or its paragraph. */
  function link(id) {
    const url = new URL(location.href);
    url.search = "";
    url.hash = id;
    return url.href;
  }

  /** A line of what is copied. */
  function line(lang, ...content) {
    const paragraph = document.createElement("p");
    paragraph.lang = lang;
    paragraph.append(...content);
    return paragraph;
  }

  /** An address as a link. */
  const anchor = (href) => Object.assign(document.createElement("a"), { href, textContent: href });

  const LANGUAGES = { zh: "zh-Hans", en: "en" };

  /** The words of a passage in a language: what is selected of them, or the whole. */
  function text({ ids, text, own }, language) {
    const inOwn = chinese === (language === "zh");
    return text && own === inOwn ? text : whole(ids, inOwn);
  }

  /** “Words” and, where they are the edition's English, that they are. */
  function quoted(passage, language) {
    const mark = language === "zh" ? "" : chinese ? `（${words.translated}）` : ` [${words.translated}]`;
    return line(LANGUAGES[language], `“${text(passage, language)}”${mark}`);
  }

  /** The first and the last of a list, or the one. */
  const span = (list) => [...new Set([list[0], list[list.length - 1]])].join("–");

  /** English signs doubled before a range: pp. 1407–1408, ¶¶1–2. */
  const several = (where) => where.replace(/p\. (?=\d+–)/, "pp. ").replace(/¶(?=\d+–)/, "¶¶");

  /** Where a passage stands: the article, its pages and paragraphs, and the address. */
  function source({ ids, id }) {
    const paragraphs = [...new Set(ids.map((one) => one.split("s")[0]))];
    const pages = paragraphs.flatMap((one) => document.getElementById(one).dataset.pages.split("–"));
    const where = several(
      words.quoted.replace("{pages}", span(pages)).replace("{paragraphs}", span(paragraphs.map((one) => one.slice(1)))),
    );
    return line(
      document.documentElement.lang,
      template.content.cloneNode(true),
      ` ${where}${chinese ? "。" : "."} `,
      anchor(link(id)),
    );
  }

  /** The languages in the order of a passage: first that of the page, or of what is selected. */
  const order = ({ own = true }) => (own === chinese ? ["zh", "en"] : ["en", "zh"]);

  /** Lines as plain text. */
  const plain = (lines) => lines.map(({ textContent }) => textContent).join("\n");

  /** Lines into the clipboard, as rich text too where the browser can; rejects where it does not let us. */
  async function write(lines) {
    const [text, html] = [plain(lines), lines.map(({ outerHTML }) => outerHTML).join("")];
    const blob = (content, type) => new Blob([content], { type });
    try {
      await navigator.clipboard.write([
        new ClipboardItem({ "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") }),
      ]);
    } catch {
      await navigator.clipboard.writeText(text);
    }
  }

  edition.quotation = {
    selected,
    whole,
    zh: (passage) => [line(LANGUAGES.zh, text(passage, "zh"))],
    en: (passage) => [line(LANGUAGES.en, text(passage, "en"))],
    both: (passage) => order(passage).map((language) => line(LANGUAGES[language], text(passage, language))),
    cited: (passage) => [...order(passage).map((language) => quoted(passage, language)), source(passage)],
    plain,
    write,
    link: ({ id }) => [line(document.documentElement.lang, anchor(link(id)))],
  };
})();
