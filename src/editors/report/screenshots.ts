import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { slug } from "../../build/format/text.ts";
import { findBrowser } from "./browser.ts";
import type { Build } from "./builds.ts";

/** Widths of a phone and of a desk, in CSS pixels. */
const WIDTHS = [360, 1280] as const;
/** More pages than this are not pictured: who changes so many does not look at each. */
const MOST_PAGES = 12;
/** No picture is taller, in CSS pixels. */
const TALLEST = 6000;

/** A page's picture to take: of which build, at which address, and whether it is from before or after. */
export interface Shot {
  readonly build: Build;
  readonly url: string;
  readonly side: "for" | "etter";
}

/** Takes the pictures of at most {@link MOST_PAGES} pages in Chromium and gives the names of the files. No page reaches the network. */
export async function takeScreenshots(shots: readonly Shot[], folder: string): Promise<readonly string[]> {
  const { chromium } = await import("playwright-core");
  const urls = [...new Set(shots.map(({ url }) => url))].slice(0, MOST_PAGES);
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  const files: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const { build, url, side } of shots.filter((shot) => urls.includes(shot.url))) {
      for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
        await page.route("**/*", (route) => {
          const file = new URL(route.request().url()).pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
          const known = build.manifest.files.some(({ path }) => path === file);
          return known ? route.fulfill({ path: join(build.dist, file) }) : route.abort();
        });
        await page.goto(`http://nettstedet.example${url}`);
        const height = Number(await page.evaluate("document.documentElement.scrollHeight"));
        const file = `${slug(url) || "forside"}-${width}-${side}.png`;
        const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) };
        await page.screenshot({ path: join(folder, file), fullPage: true, clip });
        files.push(file);
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
  return files;
}
