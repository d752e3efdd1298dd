import { startApache, startCaddy, startNginx } from "./debian.ts";
import type { BuiltSite, Server } from "./server.ts";

/** What the suite asks of every server. */
export const features = {
  pages: "every page with its bytes, type, headers and lifetime",
  hashed: "hashed files to be kept for ever",
  machines: "files for machines with their own types, readable from any origin",
  redirects: "old addresses lead on with a permanent redirect",
  slash: "an address without its last slash leads to the one with it",
  notFound: "404.html with status 404, the policy's headers and no lifetime",
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
};
