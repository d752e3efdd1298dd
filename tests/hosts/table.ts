import { startApache, startCaddy, startNginx } from "./debian.ts";
import { startS3, startSuperstatic, startSwa, startWrangler } from "./npm.ts";
import type { BuiltSite, Server } from "./server.ts";

/** What the suite asks of every server. */
export const features = {
  pages: "every page with its bytes, type and lifetime",
  headers: "the policy's headers with every answer, and machines' files open to any origin",
  hashed: "hashed files to be kept for ever",
  machines: "files for machines with their own types",
  redirects: "old addresses lead on with a permanent redirect",
  slash: "an address without its last slash leads to the one with it",
  redirectHeaders: "the policy's headers with redirects, too",
  notFound: "404.html with status 404 and no lifetime",
  ranges: "a part of a file (206)",
  conditional: "304 for what the reader has already",
  brotli: "brotli for those who take it",
  gzip: "gzip for those who take it",
  prefix: "the same below a path, on a domain shared with others",
} as const;

export type Feature = keyof typeof features;

/** A server that the suite runs for real. */
export interface HostUnderTest {
  readonly host: string;
  /** What is tried: the program and its kind. */
  readonly server: string;
  /** Comes from Debian's packages, and is a part of CI. */
  readonly debian: boolean;
  start(site: BuiltSite): Promise<Server>;
  /** What it cannot do, with the reason. The suite shows that it really cannot. */
  readonly cannot: Partial<Readonly<Record<Feature, string>>>;
}

export const table: Readonly<Record<string, HostUnderTest>> = {
  nginx: { host: "nginx", server: "nginx with ngx_brotli", debian: true, start: startNginx, cannot: {} },
  caddy: { host: "caddy", server: "Caddy 2", debian: true, start: startCaddy, cannot: {} },
  apache: {
    host: "apache",
    server: "Apache 2.4 with .htaccess",
    debian: true,
    start: startApache,
    cannot: {},
  },
  cloudflare: {
    host: "cloudflare",
    server: "wrangler pages dev",
    debian: false,
    start: startWrangler,
    cannot: {
      notFound: "its own `no-store` on the 404 page, whatever the rules say",
      ranges: "the whole file; Cloudflare's edge answers ranges from its cache",
      brotli: "no compression; Cloudflare's edge compresses",
      gzip: "no compression; Cloudflare's edge compresses",
      prefix: "always a domain of its own",
    },
  },
  firebase: {
    host: "firebase",
    server: "superstatic",
    debian: false,
    start: startSuperstatic,
    cannot: {
      redirectHeaders: "none of the policy's headers with a redirect",
      notFound: "a missing file below /assets/ is sent with the lifetime of those that are there",
      ranges: "the whole file",
      conditional: "the whole file again",
      brotli: "compressed, but the whole file again to those who have it",
      gzip: "compressed, but the whole file again to those who have it",
      prefix: "always a domain of its own",
    },
  },
  azure: {
    host: "azure",
    server: "Static Web Apps CLI",
    debian: false,
    start: startSwa,
    cannot: {
      headers: "none of the policy's headers on the 404 page",
      redirectHeaders:
        "a policy of the emulator's own, `default-src 'none'`, with the redirect to a last slash",
      notFound: "a lifetime of the emulator's own on the 404 page",
      brotli: "no compression; Azure's edge compresses",
      gzip: "no compression; Azure's edge compresses",
      prefix: "always a domain of its own",
    },
  },
  s3: {
    host: "s3",
    server: "s3rver, as a store's website",
    debian: false,
    start: startS3,
    cannot: {
      headers: "objects carry type and lifetime only; the CDN in front adds the rest",
      slash: "a temporary redirect (302)",
      redirectHeaders: "the CDN in front adds them",
      notFound: "no lifetime on the 404 page",
      brotli: "no compression; the CDN in front compresses",
      gzip: "no compression; the CDN in front compresses",
    },
  },
};

/** The rows of the table in `docs/hosts.md`. */
export function hostRows(): readonly string[] {
  return Object.values(table).map(({ server, cannot }) => {
    const reasons = Object.entries(cannot).map(([name, reason]) => `${name}: ${reason}`);
    return `| ${server} | ${reasons.length === 0 ? "nothing" : reasons.join("; ")} |`;
  });
}
