import { absoluteUrl } from "../build/format/address.ts";
import type { Page, Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: "/sitemap.xml",
};

/** Every page that a search engine should know, after the Sitemaps protocol 0.9 (sitemaps.org). */
export function render({ item: site }: Props): string {
  const urls = indexedPages(site).map(({ url }) => `<url><loc>${absoluteUrl(site, url)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}

function indexedPages({ frontPage, articles, prizePage, sourcesPage, plainPages }: Site): readonly Page[] {
  return [
    frontPage,
    ...articles.flatMap((article) => [article, ...article.projects, article.gallery]),
    prizePage,
    sourcesPage,
    ...plainPages,
  ];
}
