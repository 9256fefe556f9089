// Firefox over WebDriver BiDi. It cannot be told of another theme once it runs, so that it is started with one.
import puppeteer from "puppeteer-core";
import { installed, Page } from "./puppeteer.js";

export async function firefox(system) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: installed("firefox-esr", "firefox"),
    extraPrefsFirefox: { "ui.systemUsesDarkTheme": Number(system === "dark") },
  });
  return Page.of(browser, { system, phone: false });
}
