import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { CDPSession } from "playwright-core";
import { startTour, type Tour } from "./support/tour.ts";

/** What arrives in the first flight of a TCP connection: ten segments (RFC 6928) of 1,460 bytes, and no more. */
const FIRST_FLIGHT = 14_600;
const FONT = 25_000;
/** What the page's own headers weigh more at a host that sends the site's whole policy than on the tests' bare server. */
const POLICY = 900;

/** A response as the browser received it. */
interface Received {
  readonly url: string;
  readonly kind: string;
  /** On the wire, with headers. */
  readonly bytes: number;
}

/** Everything that the network brings while a page loads. */
async function listen(session: CDPSession): Promise<readonly Received[]> {
  const responses = new Map<string, { url: string; kind: string }>();
  const received: Received[] = [];
  session.on("Network.responseReceived", ({ requestId, response, type }) =>
    responses.set(requestId, { url: response.url, kind: type }),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const response = responses.get(requestId);
    if (response !== undefined) received.push({ ...response, bytes: encodedDataLength });
  });
  await session.send("Network.enable");
  return received;
}

describe("the weight of every page", () => {
  let tour: Tour;
  const table: { page: string; requests: number; document: number; font: number; rest: number }[] = [];
  before(async () => {
    tour = await startTour();
  });
  after(() => tour.end());

  test("is one flight for all that the first paint needs, and a font; no script, nothing stored, no other host", async () => {
    for (const url of tour.urls) {
      const context = await tour.browser.newContext({ viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      const received = await listen(await context.newCDPSession(page));
      await page.goto(tour.origin + url, { waitUntil: "networkidle" });
      const sum = (chosen: (each: Received) => boolean) =>
        received.filter(chosen).reduce((bytes, each) => bytes + each.bytes, 0);
      const document = sum(({ kind }) => kind === "Document");
      const font = sum(({ kind }) => kind === "Font");
      table.push({
        page: url,
        requests: received.length,
        document,
        font,
        rest: sum(() => true) - document - font,
      });
      assert.ok(document > 1000 && document + POLICY <= FIRST_FLIGHT, `${url}: ${document} bytes`);
      assert.ok(font > 10_000 && font <= FONT, `${url}: a font of ${font} bytes`);
      const kinds = received.map(({ kind }) => kind);
      assert.deepEqual(
        kinds.filter((kind) => !["Document", "Font", "Image", "Other"].includes(kind)),
        [],
        url,
      );
      assert.equal(kinds.filter((kind) => kind === "Font").length, 1, url);
      const foreign = received.filter((each) => !each.url.startsWith(tour.origin));
      assert.deepEqual(foreign, [], url);
      const stored = await page.evaluate(
        "localStorage.length + sessionStorage.length + document.cookie.length",
      );
      assert.equal(stored, 0, url);
      assert.deepEqual(await context.cookies(), [], url);
      await context.close();
    }
    console.table(table);
  });
});
