import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Bytes, cached, versionOf } from "./cache.ts";

/** Stands in the pages' style elements for the site's sheet while they are made: it is half of each page, and the same in all. */
export const SHEET = "site.css";

/** Content cannot write it: its «<» is escaped, in structured data too. */
const PLACE = `<style>${SHEET}</style>`;

/** A page's bytes, with the sheet in its place. */
export function setSheet(html: string, sheet: Uint8Array): Bytes {
  const at = html.indexOf(PLACE);
  if (at === -1) return [Buffer.from(html)];
  const place = at + PLACE.indexOf(SHEET);
  return [Buffer.from(html.slice(0, place)), sheet, Buffer.from(html.slice(place + SHEET.length))];
}

/** Two years of browsers, and the last ones of old phones: nesting and new colour functions are written out for them. */
const BROWSERS = ["chrome 100", "firefox 100", "safari 15.4", "ios_saf 15.4"];
/** No sheet has colours by `light-dark()`: what is to stand in for it is left out of the pages. */
const WITHOUT = "LightDark";

/**
 * The site's whole style sheet, bundled from `src/styles/site.css` and minified, to be set inline: at about four
 * compressed kilobytes that saves a round trip on every first visit. `FONT` in the sheet becomes the font's address.
 */
export async function siteStyles(fontUrl: string): Promise<string> {
  const folder = resolve("src/styles");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".css")).sort();
  const parts = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const sheet = await cached(
    [BROWSERS.join(), WITHOUT, versionOf("lightningcss"), names.join(), ...parts],
    () => bundle(join(folder, "site.css")),
  );
  return sheet.toString().replace("FONT", fontUrl);
}

/** The library is loaded when it is asked. */
async function bundle(filename: string): Promise<Buffer> {
  const { browserslistToTargets, bundleAsync, Features } = await import("lightningcss");
  const targets = browserslistToTargets(BROWSERS);
  const { code } = await bundleAsync({ filename, minify: true, targets, exclude: Features[WITHOUT] });
  return Buffer.from(code);
}
