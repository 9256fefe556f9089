// A quotation of the text: its words, its counterpart, and where it stands. passage.js asks for it.
(() => {
  "use strict";

  if (!window.edition) return;
  const article = document.querySelector("article");
  const menu = document.getElementById("passage");
  if (!menu) return;
  const chinese = document.documentElement.lang.startsWith("zh");

  /** The words of a piece of the page, without citation and note marks. */
  function words(fragment) {
    for (const mark of fragment.querySelectorAll("sup")) mark.remove();
    return fragment.textContent.replace(/\s+/g, " ").trim();
  }

  /** The sentences with these ids, in the language of the page or in the other. */
  const sentences = (ids, own) => ids.map((id) => article.querySelector(own ? `.sentence[id="${id}"]` : `[data-s="${id}"]`));

  /** Words put together as their language does it. */
  const join = (pieces, inChinese) => pieces.filter(Boolean).join(inChinese ? "" : " ");

  /** The whole sentences in one language. */
  const whole = (ids, own) => join(sentences(ids, own).map((one) => words(one.cloneNode(true))), own === chinese);

  /** The part of a selection that is in one sentence. */
  function part(range, sentence) {
    const piece = document.createRange();
    piece.selectNodeContents(sentence);
    if (range.compareBoundaryPoints(Range.START_TO_START, piece) > 0) piece.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, piece) < 0) piece.setEnd(range.endContainer, range.endOffset);
    return words(piece.cloneContents());
  }

  /** What is selected, in the column where the selection begins, or null: {ids, text, own}. */
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
    return { ids: found.map(({ id }) => id), text: join(found.map(({ text }) => text), own === chinese), own };
  }

  /** The address of a passage: its sentence, or its paragraph. */
  function link(id) {
    const url = new URL(location.href);
    url.search = "";
    url.hash = id;
    return url.href;
  }

  /** “Words” and, where they are the edition's English, that they are. */
  const quoted = (text, inChinese) => `“${text}”` + (inChinese ? "" : chinese ? `（${menu.dataset.translated}）` : ` [${menu.dataset.translated}]`);

  /** The first and the last of a list, or the one. */
  const span = (list) => [...new Set([list[0], list[list.length - 1]])].join("–");

  /** English signs doubled before a range: pp. 1407–1408, ¶¶1–2. */
  const several = (where) => where.replace(/p\. (?=\d+–)/, "pp. ").replace(/¶(?=\d+–)/, "¶¶");

  /** The whole quotation of a passage {ids, text, own, id}. */
  function quote({ ids, text, own, id }) {
    const paragraphs = [...new Set(ids.map((one) => one.split("s")[0]))];
    const pages = paragraphs.flatMap((one) => document.getElementById(one).dataset.pages.split("–"));
    const where = several(menu.dataset.quoted.replace("{pages}", span(pages)).replace("{paragraphs}", span(paragraphs.map((one) => one.slice(1)))));
    const [first, second] = own ? [own === chinese, own !== chinese] : [!chinese, chinese];
    const source = `${menu.dataset.citation} ${where}${chinese ? "。" : "."} ${link(id)}`;
    return [quoted(text, first), quoted(whole(ids, !own), second), source].join("\n");
  }

  edition.quotation = { selected, whole, link, quote };
})();
