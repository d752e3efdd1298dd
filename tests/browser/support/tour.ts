import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { startBrowser } from "../../support/browser.ts";
import { builtSite, type ContentRoot, pagesOf, SAMPLE, serve } from "../../support/site.ts";

/** Looks at one page and names every fault that it finds there. */
export type Check = (page: Page, url: string) => Promise<readonly string[]>;

/** A whole built site behind a real server, in one browser. */
export interface Tour {
  readonly browser: Browser;
  readonly origin: string;
  readonly urls: readonly string[];
  /** Runs a check on every page, a few tabs at a time, and asserts that no page has a fault. */
  visit(options: BrowserContextOptions, check: Check): Promise<void>;
  end(): Promise<void>;
}

const TABS = 4;

/** Serves the built site of some content, and starts the browser. */
export async function startTour(content: ContentRoot = SAMPLE): Promise<Tour> {
  const { dist } = builtSite(content);
  const urls = [...pagesOf(dist).keys()];
  const site = await serve(dist);
  const browser = await startBrowser();
  return {
    browser,
    origin: site.origin,
    urls,
    async visit(options, check) {
      const context = await browser.newContext(options);
      context.setDefaultTimeout(10_000);
      const waiting = [...urls];
      const found: string[] = [];
      const tab = async () => {
        const page = await context.newPage();
        for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
          await page.goto(site.origin + url);
          await page.evaluate("document.fonts.ready.then(() => 0)");
          for (const fault of await check(page, url)) found.push(`${url}: ${fault}`);
        }
      };
      try {
        await Promise.all(Array.from({ length: TABS }, tab));
      } finally {
        await context.close();
      }
      assert.deepEqual(found, []);
    },
    async end() {
      await browser.close();
      site.close();
    },
  };
}
