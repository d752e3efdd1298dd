import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { findBrowser } from "../../src/editors/report/browser.ts";

/** The same browser that the report takes its pictures with. */
export { findBrowser } from "../../src/editors/report/browser.ts";

/** Starts the browser, with these arguments besides its own. */
export async function startBrowser({ args = [], ...options }: LaunchOptions = {}): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({
    ...options,
    executablePath: found.executablePath,
    args: [...found.args, ...args],
  });
}
