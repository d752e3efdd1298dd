import type { Redirect } from "../../model/site.ts";
import { classOf, hasOwnType, OPEN, typeOf } from "./policy.ts";

/** A finished site, as hosts need to know it. */
export interface Publication {
  /** The path that the site lies under; begins and ends with a slash. */
  readonly prefix: string;
  /** Every file by its name in `dist`, with its size in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** What every response carries, besides its type and lifetime. */
  readonly headers: Readonly<Record<string, string>>;
  /** Here both are paths from the domain's root. */
  readonly redirects: readonly Redirect[];
}

/** Files that say the policy in one host's words, by name. */
export interface HostFiles {
  /** Go into `dist` and out with it. */
  readonly inside?: Readonly<Record<string, string>>;
  /** Are for whoever runs the server, and lie in `deploy`. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What this host cannot take, in Bokmål. */
  readonly faults?: readonly string[];
}

/** A family of hosts. */
export interface Host {
  /** Whether the server hands out a `.br` or `.gz` file that lies beside the one asked for. */
  readonly precompressed?: true;
  /** Whether the policy has to stand in the pages, because the host sends no headers of ours. */
  readonly metaPolicy?: true;
  /** Whether the host can serve a site that shares its domain with others. */
  readonly takesPrefix?: true;
  write(publication: Publication): HostFiles;
}

/** JSON as hosts' tools format it. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The redirects from both forms in which people write an address: with and without its last slash, when it is no file's. */
export function movesOf({ redirects }: Publication): readonly Redirect[] {
  return redirects.flatMap(({ from, to }) => {
    const bare = from.replace(/\/$/, "");
    const forms = /\.[a-z0-9]+$/i.test(bare) ? [from] : [`${bare}/`, bare];
    return forms.map((form) => ({ from: form, to }));
  });
}

/** Headers for the addresses that a pattern takes in, as Vercel and Firebase write them. */
export function headerRule(source: string, headers: Readonly<Record<string, string>>) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}

/**
 * The files that are neither pages nor named by their content, those that a host must be told one by one: each with its address,
 * its type, whether its ending does not tell that, and all headers of its own.
 */
export function machineFiles({ files, prefix }: Publication) {
  return files.flatMap(({ path }) => {
    const type = typeOf(path);
    if (classOf(path) !== "machine" || type === undefined) return [];
    const headers = { "Content-Type": type, ...OPEN };
    return [{ url: prefix + path, type, hasOwnType: hasOwnType(path), headers }];
  });
}
