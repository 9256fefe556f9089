// WebKitGTK, the engine of Safari, over WebDriver, on a screen of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { Builder, Key, Origin } from "selenium-webdriver";
import { installed } from "./puppeteer.js";

const BAR = 38; // pixels of the window that are its bar of tools

/** A port that nobody listens at. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a program that ends when this one does. */
function start(program, given, options) {
  const started = spawn(program, given, options);
  process.once("exit", () => started.kill());
  return started;
}

/** The number of a screen without a screen. */
async function screen() {
  const given = ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
  const [number] = await once(
    start(installed("Xvfb"), given, { stdio: ["ignore", "ignore", "ignore", "pipe"] }).stdio[3],
    "data",
  );
  return `:${String(number).trim()}`;
}

export async function webkit(system) {
  const program = installed("WebKitWebDriver");
  const env = { ...process.env, DISPLAY: await screen(), GTK_THEME: system === "dark" ? "Adwaita:dark" : "Adwaita" };
  const port = await freePort();
  start(program, [`--port=${port}`], { env, stdio: "ignore" });
  const driver = await connected(`http://127.0.0.1:${port}`);
  const version = (await driver.getCapabilities()).get("browserVersion");
  return new WebKit(driver, version);
}

/** The driver listens a moment after it has started. */
async function connected(address) {
  for (let tries = 50; ; tries--)
    try {
      return await new Builder().usingServer(address).withCapabilities({ browserName: "MiniBrowser" }).build();
    } catch (error) {
      if (!tries || !/ECONNREFUSED/.test(error)) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
}

class WebKit {
  touch = false; // its driver takes a finger for a mouse
  narrowest = 450; // no window of GTK's becomes narrower

  constructor(driver, version) {
    Object.assign(this, { driver, version });
  }

  resize = (width, height) =>
    this.driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, width, height: height + BAR });
  open = (address) => this.driver.get(address);
  evaluate = (work, ...given) => this.driver.executeScript(`return (${work}).apply(null, arguments)`, ...given);
  type = (text) => this.driver.switchTo().activeElement().sendKeys(text);
  key = (name) => this.driver.actions().sendKeys(Key[name.toUpperCase()]).perform();
  close = () => this.driver.quit();
  pdf = () => null; // it has no such command

  at = (x, y) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
  move = (x, y) => this.driver.actions().move(this.at(x, y)).perform();
  click = (x, y) => this.driver.actions().move(this.at(x, y)).press().release().perform();

  drag(from, to) {
    const middle = this.at((from.x + to.x) / 2, (from.y + to.y) / 2);
    return this.driver
      .actions()
      .move(this.at(from.x, from.y))
      .press()
      .move(middle)
      .move(this.at(to.x, to.y))
      .release()
      .perform();
  }

  async picture(path) {
    writeFileSync(path, await this.driver.takeScreenshot(), "base64");
  }
}
