// A button beside a citation copies it, with its italics where the program it goes to takes them. Without this script the
// buttons stay hidden and the text is there to select.

const status = document.querySelector(".copy-status");

async function copy(text) {
  const plain = text.textContent.trim().replace(/\s+/g, " ");
  const html = new Blob([text.innerHTML.trim()], { type: "text/html" });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": html })]);
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

for (const button of document.querySelectorAll("button.copy")) {
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
      await copy(text);
    } catch {
      select(text); // no clipboard here: the reader's own copy command takes it
      return;
    }
    status.textContent = `${status.dataset.copied} ${label}`;
    show(status.dataset.copied);
    setTimeout(() => {
      status.textContent = "";
      show(word);
    }, 2500);
  });
}
