/* A button beside a citation copies it, with its italics where the program it goes to takes them. Without this script the
   buttons stay hidden and the text is there to select. */

/* Copy a citation, and after it what is said of the place. */
async function copy(text, place) {
  const plain = [text.textContent.trim().replace(/\s+/g, " "), place].filter(Boolean).join(" ");
  const html = new Blob([[text.innerHTML.trim(), place].filter(Boolean).join(" ")], { type: "text/html" });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": html }),
    ]);
  } catch {
    await navigator.clipboard.writeText(plain);
  }
}

function select(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

/* Brings the buttons in a part of the page to life; `place` gives what is to follow the citation, or "". */
export function arm(root, place = () => "") {
  const status = root.querySelector(".copy-status");
  for (const button of root.querySelectorAll("button.copy")) armOne(button, status, place);
}

function armOne(button, status, place) {
  const text = button.parentElement.querySelector(".citation-text");
  const label = button.closest("div").querySelector("dt").textContent;
  const word = button.textContent;
  const show = (shown) => {
    button.textContent = shown;
    button.setAttribute("aria-label", `${shown} ${label}`);
  };
  show(word);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await copy(text, place());
    } catch {
      return select(text); // no clipboard here: the reader's own copy command takes it
    }
    status.textContent = `${status.dataset.copied} ${label}`;
    show(status.dataset.copied);
    setTimeout(() => {
      status.textContent = "";
      show(word);
    }, 2500);
  });
}

arm(document);
