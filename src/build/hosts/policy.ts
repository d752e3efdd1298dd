/**
 * The one policy that every host serves the site by. A host's file only says it in that host's words: no header, type or
 * lifetime is decided anywhere else.
 */

/** What kind of thing a file is to those who serve it. */
export type FileClass = "page" | "hashed" | "machine";

/** Below this folder every name carries a digest of its content. */
export const HASHED_FOLDER = "assets/";
const DIGEST_IN_NAME = /\.[0-9a-f]{8,64}\./;

/** The page for addresses that lead nowhere, served with status 404. */
export const NOT_FOUND = "404.html";

/** The rules by which a browser may fetch the next page ahead, when the site has any (Speculation-Rules, WICG). */
const SPECULATION_RULES = "speculation-rules.json";

/** How long a copy may be kept without asking: never for what keeps its address, for ever for what has a digest in it. */
export const FRESH = "public, max-age=0, must-revalidate";
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** Types with their charset by the last part of the name; JSON has none, being UTF-8 always (RFC 8259). */
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  json: "application/json",
  webmanifest: "application/manifest+json",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/x-icon",
  woff2: "font/woff2",
  zip: "application/zip",
  pdf: "application/pdf",
};

/** Types that the last part of the name does not tell, by that part. */
const TYPES_BY_NAME: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  xml: [[/(?:^|\/)feed\.xml$/, "application/atom+xml; charset=utf-8"]],
  json: [
    [/(?:^|\/)feed\.json$/, "application/feed+json"],
    [/\.schema\.json$/, "application/schema+json"],
    [/^speculation-rules\.json$/, "application/speculationrules+json"],
  ],
};

/** The media type of a file by its name; undefined for one that the policy does not know. */
export function typeOf(path: string): string | undefined {
  const extension = extensionOf(path);
  const named = TYPES_BY_NAME[extension]?.find(([pattern]) => pattern.test(path));
  return named?.[1] ?? TYPES[extension];
}

/** The types that follow from the last part of a name, for hosts that are told them that way. */
export const typesByExtension: readonly (readonly [extension: string, type: string])[] =
  Object.entries(TYPES);

/** Whether a file's type differs from what its ending says. */
export function hasOwnType(path: string): boolean {
  return typeOf(path) !== TYPES[extensionOf(path)];
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

export function classOf(path: string): FileClass {
  if (path.startsWith(HASHED_FOLDER)) return "hashed";
  return path.endsWith(".html") ? "page" : "machine";
}

/** What keeps a file from being served by the policy, in Bokmål; null when nothing does. */
export function fileFault(path: string): string | null {
  if (typeOf(path) === undefined)
    return `«${path}» har en type som verten ikke får vite om. Legg den til i src/build/hosts/policy.ts.`;
  if (classOf(path) === "hashed" && !DIGEST_IN_NAME.test(path))
    return `«${path}» ligger i ${HASHED_FOLDER} uten kontrollsum i navnet, men skal lagres for alltid.`;
  return null;
}

/** Where the reader came from is told to this site and to nobody else. */
const REFERRER = "same-origin";

/** What a page may not use, whether or not anything on it would ask (W3C Permissions Policy). */
const NO_FEATURES = [
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "microphone",
  "payment",
  "usb",
];

/**
 * The headers of every response. `styles` are the style sheets that the pages really carry, each by its SHA-256 in base64, and
 * nothing else inline is let through. Pictures and fonts come from the site alone, and nobody frames it.
 */
export function commonHeaders(
  styles: readonly string[],
  prefix: string,
  files: readonly string[],
): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentPolicy(styles, true),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": NO_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Referrer-Policy": REFERRER,
    // Two years; subdomains are their owner's matter. Means nothing until the site is reached by HTTPS.
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    ...(files.includes(SPECULATION_RULES) ? { "Speculation-Rules": `"${prefix}${SPECULATION_RULES}"` } : {}),
  };
}

/** What of the policy a page can say itself, in its head, where the host sends no headers of ours. */
export function policyElements(styles: readonly string[]): string {
  return `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(styles, false)}"><meta name="referrer" content="${REFERRER}">`;
}

/** The Content Security Policy; a `<meta>` element knows no `frame-ancestors` (CSP Level 3, 3.3). */
function contentPolicy(styles: readonly string[], framing: boolean): string {
  return [
    "default-src 'none'",
    "img-src 'self'",
    "font-src 'self'",
    `style-src ${styles.length === 0 ? "'none'" : styles.map((digest) => `'sha256-${digest}'`).join(" ")}`,
    "manifest-src 'self'",
    // No page asks for anything, but an auditing tool reads robots.txt in the page's name (GoogleChrome/lighthouse#4386).
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(framing ? ["frame-ancestors 'none'"] : []),
  ].join("; ");
}

/** What files for machines carry besides: any site's script may read them. */
export const OPEN = { "Access-Control-Allow-Origin": "*" } as const;
