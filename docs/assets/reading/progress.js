// The place in the whole paper, as a line below the header, remembered so that the title page can offer to go on there.
(() => {
  "use strict";

  if (!window.edition) return;
  const line = document.querySelector("progress.place");
  const paragraphs = [...document.querySelectorAll(".paragraph")];
  if (!line || !paragraphs.length) return;

  const slug = location.pathname.split("/").filter((part) => part && part !== "index.html").pop();
  const language = document.documentElement.lang.slice(0, 2);
  const first = line.value;
  const last = paragraphs[paragraphs.length - 1];

  /** The paragraph at the top of the screen; at the end of the page, its last. */
  function current() {
    const ended = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    return ended ? last : (paragraphs.find((one) => one.getBoundingClientRect().bottom > 120) ?? last);
  }

  /** Shows the place; remembers it once the reader has read on from the top. */
  function note() {
    const { id } = current();
    line.value = scrollY > 0 ? Number(id.slice(1)) : first;
    if (scrollY > 0) edition.remember("place", `${language} ${slug} ${id}`);
  }

  let waiting = 0;
  addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(note, 150);
  }, { passive: true });
})();
