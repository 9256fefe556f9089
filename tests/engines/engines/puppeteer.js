// A page of a browser that puppeteer drives; webkit.js has the same for WebDriver. Both are all that journeys need:
// version, touch, narrowest, resize, open, evaluate, move, click, drag, tap, key, type, picture, pdf, close.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of the first of these programs that the system has. */
export function installed(...names) {
  for (const name of names)
    for (const folder of (process.env.PATH ?? "").split(delimiter))
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not in this folder
      }
  throw new Error(`${names.join(" or ")} is not installed`);
}

export class Page {
  touch = true;
  narrowest = 0;

  static async of(browser, { system, phone }) {
    const page = new Page();
    page.browser = browser;
    page.phone = phone; // whether the browser can be a phone's: the viewport of its <meta>, events of touch
    page.version = (await browser.version()).replace(/^\D+/, "");
    page.tab = await browser.newPage();
    if (phone) await page.tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: system }]);
    return page;
  }

  async resize(width, height) {
    const small = this.phone && width < 600;
    await this.tab.setViewport({ width, height, isMobile: small, hasTouch: small });
  }

  open = (address) => this.tab.goto(address, { waitUntil: "load", timeout: 15_000 });
  evaluate = (work, ...given) => this.tab.evaluate(work, ...given);
  move = (x, y) => this.tab.mouse.move(x, y, { steps: 2 });
  click = (x, y) => this.tab.mouse.click(x, y);
  tap = (x, y) => this.tab.touchscreen.tap(x, y);
  key = (name) => this.tab.keyboard.press(name);
  type = (text) => this.tab.keyboard.type(text);
  picture = (path) => this.tab.screenshot({ path });
  pdf = () => this.tab.pdf({ format: "a4" });
  close = () => this.browser.close();

  async drag(from, to) {
    await this.move(from.x, from.y);
    await this.tab.mouse.down();
    await this.tab.mouse.move(to.x, to.y, { steps: 5 });
    await this.tab.mouse.up();
  }
}
