// A reader in one language at one engine: opens pages, presses, looks, waits. What is not as it should be is thrown in
// words that say what a reader sees; a journey that an engine cannot be taken on throws a Reason.

export class Reason extends Error {}

const PATIENCE = 5000; // milliseconds; a machine that is busy is not wrong
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const said = ({ role = "", name = "", begins = "", css = "" }) =>
  `${role || css} “${name || begins}”`.replace(" “”", "");

export class Reader {
  constructor({ page, address, language, words, width, look }) {
    Object.assign(this, { page, language, width, look });
    this.home = address + { zh: "/", en: "/en/" }[language];
    this.word = (key) => words[key][language];
    this.tongue = { zh: "zh-Hans", en: "en" }[language];
  }

  open = (path) => this.page.open(this.home + path);
  ask = (work, ...given) => this.page.evaluate(work, ...given);

  check(holds, otherwise) {
    if (!holds) throw new Error(otherwise);
  }

  /** Waits until an expression of the page holds, which may be another page by then; returns its value. */
  async until(otherwise, work, ...given) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const value = await this.ask(work, ...given).catch(() => null); // between two pages there is none
      if (value) return value;
      if (Date.now() > end) throw new Error(otherwise);
      await pause(40);
    }
  }

  sees = (what, otherwise = `${said(what)} is not to be seen`) =>
    this.until(otherwise, (what) => reader.count(what) > 0, what);
  misses = (what, otherwise = `${said(what)} is still to be seen`) =>
    this.until(otherwise, (what) => reader.count(what) === 0, what);
  focusOn = (name) => this.until(`the focus does not go back to “${name}”`, (name) => reader.focused() === name, name);
  comesTo = (path) =>
    this.until(
      `does not come to ${path}`,
      (path) => location.href.indexOf(path) > 0 && document.readyState === "complete",
      path,
    );

  /** Where something is, once it can be pressed. */
  async point(what) {
    let at = {};
    const end = Date.now() + PATIENCE;
    while (at.x === undefined && Date.now() < end) {
      at = (await this.ask((what) => reader.point(what), what).catch(() => null)) ?? { why: "is on no page" };
      if (at.x === undefined) await pause(40);
    }
    this.check(at.x !== undefined, `${said(what)} ${at.why}`);
    return at;
  }

  /** By a finger on a phone, else by a mouse. */
  async press(what) {
    const { x, y } = await this.point(what);
    await this.pressAt(x, y);
  }

  pressAt = (x, y) => (this.width < 600 && this.page.touch ? this.page.tap(x, y) : this.page.click(x, y));

  async hover(what) {
    const { x, y } = await this.point(what);
    await this.page.move(x, y);
  }

  key = (name) => this.page.key(name);
  type = (text) => this.page.type(text);
  wait = pause;
}
