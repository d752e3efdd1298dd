import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { visibleText } from "../unit/support/html.ts";
import type { Look } from "./site.ts";

/** Without what only lays out: spaces, line breaks, soft hyphens, and the mark that lynx sets for a raised letter. */
const bare = (text: string): string => text.replace(/[\s\u00ad^]/g, "");

/**
 * What a browser shows that knows neither pictures nor styles: the skip link first, and then every line of the document in
 * its order. The other addresses of the page, which lynx names above it, are no part of it.
 */
export const textBrowser: Look = async ({ origin, dist, urls }, tell) => {
  const faults: string[] = [];
  for (const url of urls) {
    tell(url);
    const page = execFileSync(
      "lynx",
      ["-dump", "-nolist", "-width=990", "-assume_charset=utf-8", "-display_charset=utf-8", origin + url],
      { encoding: "utf8" },
    );
    const shown = page.replace(/^\s*(?:#.*\n\s*)+/, "");
    const html = readFileSync(join(dist, url.endsWith("/") ? `${url}index.html` : url), "utf8");
    // A drawing's title is unknown to lynx, which shows its description and the caption.
    const body = html.slice(html.indexOf("<body")).replace(/<title\b[^>]*>[^<]*<\/title>/g, "");
    const lines = visibleText(body).map(bare);
    if (!bare(shown).startsWith(lines[0] ?? "?")) faults.push(`${url}: begins with «${shown.slice(0, 40)}»`);
    faults.push(...missing(lines, bare(shown)).map((line) => `${url}: «${line}» is not in its place`));
  }
  return faults;
};

/** The lines that do not come after the ones before them. */
function missing(lines: readonly string[], shown: string): readonly string[] {
  let read = 0;
  return lines.filter((line) => {
    const place = shown.indexOf(line, read);
    if (place !== -1) read = place + line.length;
    return place === -1;
  });
}
