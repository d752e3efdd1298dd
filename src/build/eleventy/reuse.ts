import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { once } from "../format/once.ts";
import { CODE, sha256 } from "../output/cache.ts";
import { keyOf } from "../output/keys.ts";
import { FinishedPages } from "../output/pages.ts";
import { currentAssets } from "./assets.ts";
import { pathPrefix } from "./prefix.ts";

/**
 * The finished pages of this build and of earlier ones. What every page is made of besides what its template is given: the code, the
 * packages, Node, the style sheet and the path.
 */
export const finishedPages = once(async (): Promise<FinishedPages> => {
  const { data, sheet } = await currentAssets();
  const packages = sha256(await readFile("package-lock.json").catch(() => ""));
  return new FinishedPages(
    JSON.stringify([CODE ?? randomUUID(), packages, process.version, data, pathPrefix()]),
    sheet,
  );
});

/** Of the items that files are made of those whose file no earlier build has made of the very same. */
export async function toBeMade<Item extends object>(
  items: readonly Item[],
  addressOf: (item: Item) => string,
): Promise<readonly Item[]> {
  const finished = await finishedPages();
  return items.filter((item) => !finished.has(fileOf(addressOf(item)), keyOf(item)));
}

/** The name in the output of the page or other file at an address. */
export function fileOf(url: string): string {
  return url.endsWith("/") ? `${url.slice(1)}index.html` : url.slice(1);
}
