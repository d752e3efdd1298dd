import { absoluteUrl } from "../build/format/address.ts";
import type { Site } from "../model/site.ts";

const SECURITY_PATH = "/.well-known/security.txt";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: ({ item }: Props) => (item.settings.security === null ? false : SECURITY_PATH),
};

/** Where to report a vulnerability (RFC 9116). Without a contact in the settings there is no such file. */
export function render({ item: site }: Props): string {
  const { security } = site.settings;
  if (security === null) return "";
  return `Contact: ${security.contact}
Expires: ${security.expires}T00:00:00Z
Preferred-Languages: nb, en
Canonical: ${absoluteUrl(site, SECURITY_PATH)}
`;
}
