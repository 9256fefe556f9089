// The place in the whole paper, in words and as a line below the header, remembered so that the title page can offer to go
// on there.
(() => {
  "use strict";

  if (!window.edition) return;
  const line = document.querySelector("progress.place");
  const paragraphs = [...document.querySelectorAll(".paragraph")];
  const words = document.querySelector(".place-words");
  if (!line || !paragraphs.length) return;

  const slug = location.pathname
    .split("/")
    .filter((part) => part && part !== "index.html")
    .pop();
  const language = document.documentElement.lang.slice(0, 2);
  const first = line.value;
  const last = paragraphs[paragraphs.length - 1];

  /** The paragraph at the top of the screen; at the end of the page, its last. */
  function current() {
    const ended = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    return ended ? last : (paragraphs.find((one) => one.getBoundingClientRect().bottom > 120) ?? last);
  }

  /** How far of the page is read, from 0 to 1. */
  function read() {
    const top = paragraphs[0].getBoundingClientRect().top;
    return Math.min(1, Math.max(0, (120 - top) / (last.getBoundingClientRect().bottom - top)));
  }

  /** Says the paragraph and the minutes left of the paper, which the page knows at its beginning and its end. */
  function say(number) {
    const { before, after } = words.dataset;
    const [here, left] = words.querySelectorAll("b");
    here.textContent = number;
    left.textContent = Math.max(1, Math.round(before - (before - after) * read()));
  }

  /** Shows the place; remembers it once the reader has read on from the top. */
  function note() {
    const { id } = current();
    const number = Number(id.slice(1));
    line.value = scrollY > 0 ? number : first;
    say(number);
    if (scrollY > 0) edition.remember("place", `${language} ${slug} ${id}`);
  }

  let waiting = 0;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(note, 150);
    },
    { passive: true },
  );
})();
