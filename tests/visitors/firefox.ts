import puppeteer from "puppeteer-core";
import * as z from "zod";
import { startBrowser } from "../support/browser.ts";
import { programPath } from "../support/programs.ts";
import type { Look } from "./site.ts";

const WIDTHS = [360, 1280];
/** How far a block may lie from its place in the other browser: pixels, and share of the way down the page. */
const NEAR = { pixels: 4, share: 0.01 };

/** In the page, before anything of it: keeps what the policy forbids. */
const WATCH = `window.forbidden = [];
  addEventListener("securitypolicyviolation", (event) => forbidden.push(event.violatedDirective + " " + event.blockedURI));`;

/** In the page: its words, the width it needs, and where its parts lie. */
const LOOK = `(async () => {
  await document.fonts.ready;
  const parts = [...document.querySelectorAll(".site-header, main, h1, h2, svg.drawing, .site-footer")].filter((part) => part.checkVisibility());
  return {
    words: document.body.innerText.replace(/[\\s\\u00ad]+/g, " ").trim(),
    tooWide: document.documentElement.scrollWidth - innerWidth,
    forbidden: window.forbidden,
    places: parts.map((part) => {
      const { x, y, width } = part.getBoundingClientRect();
      return { part: part.localName + " " + part.textContent.replaceAll("\\u00ad", "").trim().slice(0, 30), x, y: y + scrollY, width };
    }),
  };
})()`;

const Seen = z.object({
  words: z.string(),
  tooWide: z.number(),
  forbidden: z.array(z.string()),
  places: z.array(z.object({ part: z.string(), x: z.number(), y: z.number(), width: z.number() })),
});
type Seen = z.infer<typeof Seen>;

/** Whether Firefox shows each page as Chromium does, on a phone and on a wide screen. */
export const firefox: Look = async ({ origin, urls }, tell) => {
  const executablePath = programPath("firefox-esr") ?? programPath("firefox") ?? "firefox";
  const gecko = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    // As on a phone, and in headless Chromium: they lie over the page and take no room.
    extraPrefsFirefox: { "widget.gtk.overlay-scrollbars.enabled": true, "ui.useOverlayScrollbars": 1 },
  });
  const blink = await startBrowser();
  const faults: string[] = [];
  try {
    const theirs = await gecko.newPage();
    const ours = await blink.newPage();
    const said: string[] = [];
    theirs.on("console", (message) => said.push(message.text()));
    theirs.on("pageerror", (error) => said.push(error.message));
    await theirs.evaluateOnNewDocument(WATCH);
    await ours.addInitScript(WATCH);
    // The font is optional: a page that has to wait for it, as the first one may, stands in the fallback.
    await theirs.goto(`${origin}/`, { waitUntil: "load" });
    await ours.goto(`${origin}/`);
    await Promise.all([theirs.evaluate(LOOK), ours.evaluate(LOOK)]);
    for (const url of urls) {
      tell(url);
      for (const width of WIDTHS) {
        await theirs.setViewport({ width, height: 900 });
        await ours.setViewportSize({ width, height: 900 });
        await theirs.goto(origin + url, { waitUntil: "load" });
        await ours.goto(origin + url);
        const [firefox, chromium] = [
          Seen.parse(await theirs.evaluate(LOOK)),
          Seen.parse(await ours.evaluate(LOOK)),
        ];
        faults.push(...differences(firefox, chromium).map((fault) => `${url} (${width} px): ${fault}`));
      }
      faults.push(...said.splice(0).map((text) => `${url}: the console says ${text}`));
    }
  } finally {
    await gecko.close();
    await blink.close();
  }
  return faults;
};

function differences(firefox: Seen, chromium: Seen): readonly string[] {
  const faults = [firefox, chromium].flatMap(({ forbidden, tooWide }) => [
    ...forbidden.map((what) => `the policy forbids ${what}`),
    ...(tooWide > 0 ? [`scrolls sideways by ${tooWide} pixels`] : []),
  ]);
  if (firefox.words !== chromium.words) faults.push(firstDifference(firefox.words, chromium.words));
  const away = firefox.places.flatMap((place, index) => {
    const other = chromium.places[index];
    const near = (a: number, b: number) => Math.abs(a - b) <= NEAR.pixels + Math.abs(b) * NEAR.share;
    return other !== undefined &&
      near(place.x, other.x) &&
      near(place.y, other.y) &&
      near(place.width, other.width)
      ? []
      : [`«${place.part}» lies at ${JSON.stringify(place)} and in Chromium at ${JSON.stringify(other)}`];
  });
  return [...faults, ...away];
}

function firstDifference(firefox: string, chromium: string): string {
  const index = [...firefox].findIndex((letter, place) => letter !== chromium[place]);
  const around = (text: string) => text.slice(Math.max(0, index - 20), index + 40);
  return `says «${around(firefox)}» where Chromium says «${around(chromium)}»`;
}
