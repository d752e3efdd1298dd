import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteToServe } from "./build.ts";
import type { Answer } from "./http.ts";

/**
 * What the site's policy comes to in an answer, written out here once more: a change of the policy is a change of this file too.
 */

/** How long a copy may be kept without asking, for what keeps its address and for what has a digest in it. */
export const FRESH = "public, max-age=0, must-revalidate";
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** What files for machines carry besides. */
export const OPEN = { "Access-Control-Allow-Origin": "*" } as const;

/** The types of the files that the site has, by the ends of their names; the first that fits. */
const TYPES: readonly (readonly [end: string, type: string])[] = [
  ["feed.xml", "application/atom+xml; charset=utf-8"],
  ["feed.json", "application/feed+json"],
  [".schema.json", "application/schema+json"],
  ["speculation-rules.json", "application/speculationrules+json"],
  [".html", "text/html; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".xml", "application/xml; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".ics", "text/calendar; charset=utf-8"],
  [".json", "application/json"],
  [".webmanifest", "application/manifest+json"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".woff2", "font/woff2"],
  [".avif", "image/avif"],
  [".webp", "image/webp"],
  [".jpg", "image/jpeg"],
];

/** What a page may load: what is the site's own, and the style sheets of these digests (SHA-256 in base64). Nothing runs. */
export function contentPolicy(styles: readonly string[]): string {
  const sheets = styles.map((digest) => `'sha256-${digest}'`).join(" ");
  return `default-src 'none'; img-src 'self'; font-src 'self'; style-src ${sheets}; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'`;
}

/** The headers of every answer of a site with these style sheets, below a path. */
export function policyHeaders(styles: readonly string[], prefix: string): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": `${contentPolicy(styles)}; frame-ancestors 'none'`,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "Speculation-Rules": `"${prefix}speculation-rules.json"`,
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
  };
}

/** Those of a built site. Of its pages only the style sheets are read: nothing else inline may be let through. */
export function expectedHeaders({ root, prefix, manifest }: SiteToServe): Readonly<Record<string, string>> {
  const styles = manifest.files
    .filter(({ path, encoding }) => path.endsWith(".html") && encoding === null)
    .flatMap(({ path }) => [
      ...readFileSync(join(root, prefix, path), "utf8").matchAll(/<style>([^<]*)<\/style>/g),
    ])
    .map(([, css = ""]) => createHash("sha256").update(css).digest("base64"));
  assert.ok(styles.length > 0);
  return policyHeaders([...new Set(styles)].sort(), prefix);
}

/** Holds an answer's headers against those expected, byte for byte. */
export function assertHeaders(
  answer: Answer,
  expected: Readonly<Record<string, string>>,
  where: string,
): void {
  const names = Object.keys(expected);
  const sent = Object.fromEntries(
    names.map((name) => [name, answer.headers[name.toLowerCase()] ?? "(not sent)"]),
  );
  assert.deepEqual(sent, expected, where);
}

/** The address that a file answers at. */
export function urlOf(prefix: string, path: string): string {
  return prefix + path.replace(/(^|\/)index\.html$/, "$1");
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Where a redirect leads, as a path from the domain's root. */
export function leadsTo(answer: Answer, from: string): string {
  return new URL(answer.headers.location ?? "", `http://host.example${from}`).pathname;
}

/** What a file is sent with, besides the headers of every answer. */
export function ownHeaders(path: string, lifetime = FRESH): Readonly<Record<string, string>> {
  const [, type] = TYPES.find(([end]) => path.endsWith(end)) ?? [];
  assert.ok(type !== undefined, `${path}: the tests know no type of such a file`);
  return { "Content-Type": type, "Cache-Control": lifetime };
}
