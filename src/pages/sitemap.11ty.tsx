import { absoluteUrl } from "../build/format/address.ts";
import { lastChanged, newestChange } from "../build/format/date.ts";
import { isPicturePage } from "../build/format/page.ts";
import { eachOf, type Given } from "../model/collections.ts";
import type { Page, Site } from "../model/site.ts";

export const data = eachOf("site", () => "/sitemap.xml");

/**
 * Every page that a search engine should know, with the day it was last changed (Sitemaps 0.9, sitemaps.org), and each photograph
 * with its own page (Google's image sitemaps 1.1).
 */
export function render({ item: { site } }: Given<"site">): string {
  const pages = site.pages.filter((page) => page !== site.notFoundPage);
  const urls = pages.map((page) => {
    // The front page tells of all the others.
    const changed = page === site.frontPage ? newestChange(pages) : lastChanged(page);
    const lastmod = changed === null ? "" : `<lastmod>${changed}</lastmod>`;
    return `<url><loc>${absoluteUrl(site, page.url)}</loc>${lastmod}${imageOf(site, page)}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${urls.join("\n")}
</urlset>
`;
}

function imageOf(site: Site, page: Page): string {
  const photograph = isPicturePage(page) ? page.picture.photograph : null;
  if (photograph === null) return "";
  return `<image:image><image:loc>${absoluteUrl(site, photograph.fallback.url)}</image:loc></image:image>`;
}
