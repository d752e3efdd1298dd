import { absoluteUrl } from "../build/format/address.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: "/robots.txt",
};

/** Everything may be read by robots (RFC 9309), and here is the list. */
export function render({ item: site }: Props): string {
  return `User-agent: *
Allow: /

Sitemap: ${absoluteUrl(site, "/sitemap.xml")}
`;
}
