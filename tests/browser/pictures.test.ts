import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { landscape } from "../support/photographs.ts";
import { type ChangedSite, openChanged } from "./support/changed.ts";

/** A picture as the browser shows it: the file it chose, the width it has, and the widths it could choose from. */
interface Shown {
  readonly chosen: string;
  readonly width: number;
  readonly widths: readonly number[];
}

const LOOK = `[...document.querySelectorAll("picture")].map((picture) => {
  const image = picture.querySelector("img");
  const candidates = picture.querySelector("source").srcset.split(", ");
  return {
    chosen: new URL(image.currentSrc).pathname,
    width: image.getBoundingClientRect().width,
    widths: candidates.map((candidate) => Number(/(\\d+)w$/.exec(candidate)[1])),
  };
})`;

describe("photographs in a real browser", () => {
  let site: ChangedSite;

  before(async () => {
    site = await openChanged(async (root) => {
      const folder = join(root, "src/content/2017/bilder");
      writeFileSync(join(folder, "vinnere.jpg"), await (await landscape(2400, 1600)).jpeg().toBuffer());
      writeFileSync(
        join(folder, "vinnere-av-innovasjonsprisen.jpg"),
        await (await landscape(1200, 1800)).jpeg().toBuffer(),
      );
    });
  });
  after(() => site.close());

  for (const width of [360, 768, 1280]) {
    for (const deviceScaleFactor of [1, 2]) {
      test(`the file fits the place it is shown in (${width} px, ${deviceScaleFactor} pixels a point)`, async () => {
        const page = await site.browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor });
        for (const url of [
          "/2017/",
          "/2017/bilder/",
          "/2017/bilder/vinnere/",
          "/2017/bilder/vinnere-av-innovasjonsprisen/",
        ]) {
          await page.goto(site.origin + url);
          for (const image of await page.locator("picture img").all()) await image.scrollIntoViewIfNeeded();
          await page.waitForFunction(
            "[...document.images].every((image) => image.complete && image.naturalWidth > 0)",
          );
          const shown: readonly Shown[] = await page.evaluate(LOOK);
          assert.ok(shown.length > 0, url);
          for (const { chosen, width: points, widths } of shown) {
            assert.match(chosen, /\.avif$/);
            const own = Number(/\.(\d+)\.avif$/.exec(chosen)?.[1]);
            const fitting = widths.findIndex((candidate) => candidate >= points * deviceScaleFactor);
            const enough = fitting === -1 ? widths.length - 1 : fitting;
            const step = widths.indexOf(own) - enough;
            assert.ok(
              step === 0 || step === 1 || step === -1,
              `${url}: ${own} for ${points} points, of ${widths}`,
            );
          }
        }
        await page.close();
      });
    }
  }

  test("the picture's frame has its size and its colour before the file arrives", async () => {
    const page = await site.browser.newPage({ viewport: { width: 768, height: 900 } });
    await page.route(/\.(?:avif|webp|jpg)$/, (route) => route.abort());
    await page.goto(`${site.origin}/2017/bilder/vinnere/`);
    const box = await page.locator(".placeholder").boundingBox();
    assert.ok(box !== null && Math.abs(box.width / box.height - 1.5) < 0.02, JSON.stringify(box));
    await page.close();
  });

  test("a picture opens larger at its own address, and leads on to the next", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.origin}/2017/`);
    await page.locator("#bilde-vinnere a.frame").click();
    assert.equal(new URL(page.url()).pathname, "/2017/bilder/vinnere/");
    await page.locator(".neighbours a").first().click();
    assert.equal(new URL(page.url()).pathname, "/2017/bilder/vinnere-av-innovasjonsprisen/");
    await page.close();
  });
});
