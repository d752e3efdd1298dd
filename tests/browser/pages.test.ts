import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "../support/browser.ts";
import { builtSite, pagesOf, serve } from "../support/site.ts";

describe("every page in a real browser", () => {
  let site: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let urls: readonly string[];

  before(async () => {
    const { dist } = builtSite();
    urls = [...pagesOf(dist).keys()];
    site = await serve(dist);
    const { executablePath, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, args: [...args] });
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`is accessible, fits, and asks no other host (${colorScheme}, ${width} px)`, async () => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
        const page = await context.newPage();
        const requests: string[] = [];
        page.on("request", (request) => requests.push(request.url()));
        for (const url of urls) {
          await page.goto(site.origin + url);
          const { violations } = await new AxeBuilder({ page })
            .options({ rules: { "color-contrast-enhanced": { enabled: true } } })
            .analyze();
          const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
          assert.deepEqual(found, [], url);
          const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
          assert.equal(overflow, 0, url);
          const stored = await page.evaluate(
            "localStorage.length + sessionStorage.length + document.cookie.length",
          );
          assert.equal(stored, 0, url);
        }
        assert.deepEqual(
          requests.filter((url) => !url.startsWith(site.origin)),
          [],
        );
        assert.deepEqual(await context.cookies(), []);
        await context.close();
      });
    }
  }

  test("lets the keyboard skip to the content first, with a visible ring", async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/2017/`);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate("document.activeElement.getAttribute('href')"), "#innhold");
    assert.notEqual(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle"), "none");
    await page.close();
  });
});
