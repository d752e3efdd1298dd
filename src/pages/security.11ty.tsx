import { absoluteUrl } from "../build/format/address.ts";
import { eachOf, type Given } from "../model/collections.ts";

const SECURITY_PATH = "/.well-known/security.txt";

export const data = eachOf("site", ({ site }) => site.settings.security !== null && SECURITY_PATH);

/** Where to report a vulnerability (RFC 9116), until the end of a day. Without a contact in the settings there is no such file. */
export function render({ item: { site } }: Given<"site">): string {
  const { security } = site.settings;
  if (security === null) return "";
  return `Contact: ${security.contact}
Expires: ${security.expires}T23:59:59Z
Preferred-Languages: nb, en
Canonical: ${absoluteUrl(site, SECURITY_PATH)}
`;
}
