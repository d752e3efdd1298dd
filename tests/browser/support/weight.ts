import type { Browser, CDPSession } from "playwright-core";

/** What arrives in the first flight of a TCP connection: ten segments (RFC 6928) of 1,460 bytes, and no more. */
export const FIRST_FLIGHT = 14_600;
/** The most that the one font may weigh. */
export const FONT = 25_000;

/** A response as the browser received it. */
export interface Received {
  readonly url: string;
  readonly kind: string;
  /** On the wire, with headers. */
  readonly bytes: number;
}

/** What a page weighs when it is loaded for the first time, on a phone. All sizes in bytes on the wire, with headers. */
export interface Weight {
  readonly requests: number;
  readonly document: number;
  readonly font: number;
  readonly rest: number;
  readonly received: readonly Received[];
  /** What came from another host. */
  readonly foreign: readonly Received[];
  /** How much the page left in the browser: cookies and what scripts store. */
  readonly stored: number;
}

/** Loads a page in a browser that has never seen the site, until nothing more comes. */
export async function weigh(browser: Browser, origin: string, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const received = await listen(await context.newCDPSession(page));
  await page.goto(origin + url, { waitUntil: "networkidle" });
  const kept: number = await page.evaluate(
    "localStorage.length + sessionStorage.length + document.cookie.length",
  );
  const stored = kept + (await context.cookies()).length;
  await context.close();
  const sum = (chosen: (each: Received) => boolean) =>
    received.filter(chosen).reduce((bytes, each) => bytes + each.bytes, 0);
  const document = sum(({ kind }) => kind === "Document");
  const font = sum(({ kind }) => kind === "Font");
  const rest = sum(() => true) - document - font;
  const foreign = received.filter((each) => !each.url.startsWith(origin));
  return { requests: received.length, document, font, rest, received, foreign, stored };
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
