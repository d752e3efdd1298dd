import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startTour, type Tour } from "./support/tour.ts";
import { FIRST_FLIGHT, FONT, weigh } from "./support/weight.ts";

/** What the page's own headers weigh more at a host that sends the site's whole policy than on the tests' bare server. */
const POLICY = 900;

describe("the weight of every page", () => {
  let tour: Tour;
  before(async () => {
    tour = await startTour();
  });
  after(() => tour.end());

  test("is one flight for all that the first paint needs, and a font; no script, nothing stored, no other host", async () => {
    const table = [];
    for (const url of tour.urls) {
      const { received, foreign, stored, ...sizes } = await weigh(tour.browser, tour.origin, url);
      table.push({ page: url, ...sizes });
      const { document, font } = sizes;
      assert.ok(document > 1000 && document + POLICY <= FIRST_FLIGHT, `${url}: ${document} bytes`);
      assert.ok(font > 10_000 && font <= FONT, `${url}: a font of ${font} bytes`);
      const kinds = received.map(({ kind }) => kind);
      assert.deepEqual(
        kinds.filter((kind) => !["Document", "Font", "Image", "Other"].includes(kind)),
        [],
        url,
      );
      assert.equal(kinds.filter((kind) => kind === "Font").length, 1, url);
      assert.deepEqual(foreign, [], url);
      assert.equal(stored, 0, url);
    }
    console.table(table);
  });
});
