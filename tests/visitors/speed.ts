import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../support/browser.ts";
import { type Look, measure } from "./site.ts";

/** Slow 4G as Chromium's own tools apply it: 562.5 ms before each answer, 1.44 Mbit/s down, 675 kbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const SLOWER_PROCESSOR = 4;
/** The goals; LCP and INP in milliseconds. INP's is what the field calls good. */
const GOALS = { LCP: 1200, CLS: 0, INP: 200 };
const ROUNDS = 3;

/** In the page: keeps the largest paint, the sum of shifts, and the slowest interaction (event timing, 8 ms steps). */
const WATCH = `window.seen = { LCP: 0, CLS: 0, INP: 0 };
  const watch = (type, take, more) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => { seen.LCP = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.CLS += entry.value; });
  watch("event", (entry) => { if (entry.interactionId > 0) seen.INP = Math.max(seen.INP, entry.duration); }, { durationThreshold: 16 });`;

interface Seen {
  readonly LCP: number;
  readonly CLS: number;
  readonly INP: number;
}

/** How fast each page is on a slow phone: medians of three first visits, and the worst of their shifts. An INP of 0 is below the 16 ms that are counted. */
export const speed: Look = async ({ origin, urls }, tell) => {
  const browser = await startBrowser();
  const look = async (url: string): Promise<Seen> => {
    const rounds: Seen[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await visit(browser, origin + url));
    const median = (name: keyof Seen) =>
      rounds.map((seen) => seen[name]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    return {
      LCP: Math.round(median("LCP")),
      CLS: Math.max(...rounds.map(({ CLS }) => CLS)),
      INP: median("INP"),
    };
  };
  const { taken, faults } = await measure(urls, tell, look, missed);
  await browser.close();
  console.table([...taken].map(([page, seen]) => ({ page, ...seen })));
  return faults;
};

function missed(url: string, seen: Seen): readonly string[] {
  if (!(seen.LCP > 0)) return [`${url}: no LCP was seen`];
  return (["LCP", "CLS", "INP"] as const)
    .filter((name) => !(seen[name] <= GOALS[name]))
    .map((name) => `${url}: ${name} ${seen[name]}, at most ${GOALS[name]}`);
}

async function visit(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
  await page.goto(address, { waitUntil: "networkidle" });
  const { LCP, CLS }: Seen = await page.evaluate("seen");
  await useIt(page);
  const { INP }: Seen = await page.evaluate("seen");
  await context.close();
  return { LCP, CLS, INP };
}

/** What a reader does on a page: walks through links, jumps over the menu, touches text that leads nowhere. */
async function useIt(page: Page): Promise<void> {
  for (const key of ["Tab", "Enter", "Tab", "Tab", "PageDown", "End", "Home"]) await page.keyboard.press(key);
  await page.locator("h1").tap();
  await page.locator(".site-footer p").tap();
  // Entries come with the frame after next.
  await page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done), 200))");
}
