import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { outlineOf } from "./support/outline.ts";
import { startTour, type Tour } from "./support/tour.ts";

const FOLDER = "tests/browser/outlines";

/** One page of each kind, by the name of its file. */
const kinds = {
  front: "/",
  english: "/en/",
  article: "/2017/",
  project: "/2017/holmen-svommehall/",
  gallery: "/2017/bilder/",
  prize: "/om-prisen/",
  sources: "/kilder/",
  plain: "/om-nettstedet/",
  "not-found": "/404.html",
} as const;

/** `RENEW=outlines npm test -- outline` writes the files anew; read the difference before you commit it. */
const renew = process.env.RENEW === "outlines";

describe("landmarks and accessible names", () => {
  let tour: Tour;
  before(async () => {
    tour = await startTour();
  });
  after(() => tour.end());

  for (const [kind, url] of Object.entries(kinds)) {
    test(`of the ${kind} page are as its outline says`, async () => {
      const page = await tour.browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(tour.origin + url);
      const outline = outlineOf(await page.locator("body").ariaSnapshot());
      await page.close();
      const file = join(FOLDER, `${kind}.aria.yml`);
      if (renew) {
        mkdirSync(FOLDER, { recursive: true });
        writeFileSync(file, outline);
      }
      assert.equal(outline, readFileSync(file, "utf8"));
    });
  }
});
