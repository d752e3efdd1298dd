import type { Page } from "playwright-core";
import { misfits } from "./fit.ts";

/**
 * What the oldest browsers pass over for which the sheet is written (`BROWSERS` in `src/build/output/styles.ts`): containers and
 * `:has()` (Chrome 105, Firefox 110 and 121), transforms one by one (Chrome 104), `text-wrap` (Chrome 114), and the words
 * for a sign that stands before a link's end (Firefox 128, Safari 17.4).
 */
const NEWER = [
  String.raw`@container[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}`,
  String.raw`[^{}]*:has\([^{}]*\{[^{}]*\}`,
  "(?<=[{;])(?:translate|rotate|scale|text-wrap|container-type):[^;}]*",
  '(?<=[{;])content:[^;}]*" / "[^;}]*',
];

/** In the oldest browsers everything fits all the same, the skip link waits out of sight, and links that lead out say so. */
export async function faultsInOldBrowsers(page: Page): Promise<readonly string[]> {
  await page.evaluate(
    `for (const sheet of document.querySelectorAll("style")) sheet.textContent = sheet.textContent.replace(new RegExp(${JSON.stringify(NEWER.join("|"))}, "g"), "")`,
  );
  const faults: readonly string[] = await page.evaluate(`[
    ...(document.querySelector(".skip").getBoundingClientRect().bottom > 0 ? ["the skip link lies over the page"] : []),
    ...[...document.querySelectorAll(".prose a[href^=http]")]
      .filter((link) => getComputedStyle(link, "::after").content === "none")
      .map((link) => "nothing says that «" + link.textContent + "» leads out"),
    ...[...document.querySelectorAll(".picture .drawing, .drawn .drawing")]
      .filter((drawing) => drawing.getBoundingClientRect().width < innerWidth / 2)
      .map((drawing) => "«" + drawing.textContent + "» is small"),
  ]`);
  return [...faults, ...(await misfits(page))];
}
