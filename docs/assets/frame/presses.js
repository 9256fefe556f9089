// What presses mean, for the other scripts: a link that is a button where there are scripts, whether one writes, and a
// press beside a dialog.
(() => {
  "use strict";

  if (!window.edition) return;
  const WRITES = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";

  /** Whether a press is for this page, not for a new tab or window. */
  edition.isPlain = ({ ctrlKey, metaKey, shiftKey }) => !ctrlKey && !metaKey && !shiftKey;

  /** Whether one writes where an event is. */
  edition.isWriting = ({ target }) => Boolean(target.closest?.(WRITES));

  /** Makes a link a button for an action, also by the space bar; with a modifier key it stays a link. */
  edition.asButton = (link, action) => {
    link.setAttribute("role", "button");
    link.addEventListener("click", (event) => {
      if (!edition.isPlain(event)) return;
      event.preventDefault();
      action();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
  };

  /** A function that does something once what it needs has come (`coming`, a promise): for the last press alone, since on
      a slow line a second one would undo the first. */
  edition.lastPress = () => {
    let last = 0;
    return (coming, action) => {
      const own = ++last;
      return coming.then(() => own === last && action());
    };
  };

  /** Closes a dialog at a press beside it; one that began inside, as the selecting of text does, closes nothing. */
  edition.closesBeside = (box) => {
    const isBeside = ({ target, clientX, clientY }) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return target === box && (clientX < left || clientX > right || clientY < top || clientY > bottom);
    };
    let began = false;
    box.addEventListener("pointerdown", (event) => (began = isBeside(event)));
    box.addEventListener("click", (event) => began && isBeside(event) && box.close());
  };
})();
