import { FIRST_FLIGHT, weigh } from "../browser/support/weight.ts";
import { startBrowser } from "../support/browser.ts";
import type { Look } from "./site.ts";

/** What each page weighs as nginx sends it, and that it asks no other host for anything. Prints the table. */
export const weight: Look = async ({ origin, urls }, tell) => {
  const browser = await startBrowser();
  const table = [];
  const faults: string[] = [];
  for (const url of urls) {
    tell(url);
    const { received, foreign, stored, ...sizes } = await weigh(browser, origin, url);
    table.push({ page: url, ...sizes, "other hosts": foreign.length });
    if (sizes.document > FIRST_FLIGHT || sizes.document < 1000)
      faults.push(`${url}: ${sizes.document} bytes of at most ${FIRST_FLIGHT}`);
    if (stored > 0) faults.push(`${url}: leaves something in the browser`);
    faults.push(...foreign.map((each) => `${url}: asks for ${each.url}`));
  }
  await browser.close();
  console.table(table);
  return faults;
};
