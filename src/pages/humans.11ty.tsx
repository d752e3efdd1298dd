import { absoluteUrl } from "../build/format/address.ts";
import { newestChange } from "../build/format/date.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("site", () => "/humans.txt");

/** Who and what is behind the site, for people who look (humanstxt.org). */
export function render({ item: { site } }: Given<"site">): string {
  return `/* NETTSTED */
Navn: ${site.settings.title}
Kilder: ${absoluteUrl(site, site.sourcesPage.url)}
Åpne data: ${absoluteUrl(site, site.dataPage.url)}
Språk: norsk bokmål
Sist endret: ${newestChange(site.pages) ?? ""}

/* LAGET MED */
Eleventy, TypeScript, Markdown
Skrift: Source Serif 4
Ingen skript, ingen informasjonskapsler
`;
}
