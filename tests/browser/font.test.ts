import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { startTour, type Tour } from "./support/tour.ts";

/** In the page: watches how far anything moves without the reader having done anything (Cumulative Layout Shift). */
const WATCH = `window.shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });`;

const shiftOf = async (page: Page): Promise<readonly string[]> => {
  const shift = await page.evaluate("window.shift");
  return shift === 0 ? [] : [`moves by ${shift}`];
};

describe("the font", () => {
  let tour: Tour;
  before(async () => {
    tour = await startTour();
  });
  after(() => tour.end());

  for (const late of [0, 700]) {
    test(`moves nothing on any page when it comes ${late === 0 ? "at once" : "late"}`, async () => {
      const context = await tour.browser.newContext({ viewport: { width: 360, height: 740 } });
      await context.addInitScript(WATCH);
      await context.route(/\.woff2$/, async (route) => {
        await setTimeout(late);
        await route.continue();
      });
      const page = await context.newPage();
      const moved: string[] = [];
      for (const url of tour.urls) {
        const font = page.waitForResponse(/\.woff2$/);
        await page.goto(tour.origin + url, { waitUntil: "load" });
        await (await font).finished();
        await page.evaluate(
          "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
        );
        moved.push(...(await shiftOf(page)).map((fault) => `${url}: ${fault}`));
      }
      await context.close();
      assert.deepEqual(moved, []);
    });
  }

  test("and its fallback take the same room, where the machine has one of the fallback's faces", async () => {
    const page = await tour.browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${tour.origin}/2017/`);
    const ratio: unknown = await page.evaluate(`(async () => {
      // As a face of its own: the page does without its font when that has come late, as on a busy machine.
      const { href } = document.querySelector("link[as=font]");
      document.fonts.add(await new FontFace("Own", "url(" + href + ")", { weight: "400 700" }).load());
      const text = [...document.querySelectorAll(".prose p")].map((p) => p.textContent.replaceAll("\\u00ad", "")).join(" ");
      const line = document.body.appendChild(document.createElement("span"));
      line.style.cssText = "position:absolute;white-space:nowrap;font-size:20px;line-height:normal";
      line.textContent = text;
      const room = (family) => { line.style.fontFamily = family; const { width, height } = line.getBoundingClientRect(); return [width, height]; };
      const own = room("Own");
      return ["'Source Serif fallback'", "'Source Serif fallback 2'"]
        .filter((family) => { const [width] = room(family + ", monospace"); const [mono] = room("monospace"); return width !== mono; })
        .map((family) => room(family).map((size, index) => size / own[index]));
    })()`);
    assert.ok(Array.isArray(ratio));
    for (const sizes of ratio)
      for (const size of sizes) assert.ok(Math.abs(size - 1) < 0.02, `${size} times the room`);
    await page.close();
  });
});
