import { absoluteUrl } from "../build/format/address.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("site", () => "/robots.txt");

/** Everything may be read by robots (RFC 9309), and here is the list. */
export function render({ item: { site } }: Given<"site">): string {
  return `User-agent: *
Allow: /

Sitemap: ${absoluteUrl(site, "/sitemap.xml")}
`;
}
