import { classOf, typeOf } from "./policy.ts";

/** An address that the site has had, and where its page is now. Both are paths from the domain's root. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** A finished site, as hosts need to know it. */
export interface Publication {
  /** The path that the site lies under; begins and ends with a slash. */
  readonly prefix: string;
  /** Every file by its name in `dist`, sorted, with its size in bytes. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
  /** What every response carries, besides its type and lifetime. */
  readonly headers: Readonly<Record<string, string>>;
  /** The digests in the Content Security Policy. */
  readonly styleHashes: readonly string[];
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
  readonly precompressed: boolean;
  /** Whether the policy has to stand in the pages, because the host sends no headers of ours. */
  readonly metaPolicy: boolean;
  /** Whether the host can serve a site that shares its domain with others. */
  readonly takesPrefix: boolean;
  write(publication: Publication): HostFiles;
}

/** JSON as hosts' tools format it. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** An old address in the two forms that people write it: with and without its last slash, when it is no file's. */
export function formsOf(from: string): readonly string[] {
  const bare = from.replace(/\/$/, "");
  return /\.[a-z0-9]+$/i.test(bare) ? [from] : [`${bare}/`, bare];
}

/** The files for machines, with their types and addresses: those that a host must be told one by one. */
export function machineFiles({ files, prefix }: Publication): readonly MachineFile[] {
  return files.flatMap(({ path }) => {
    const type = typeOf(path);
    return classOf(path) === "machine" && type !== undefined ? [{ url: prefix + path, type }] : [];
  });
}

/** A file that is neither a page nor named by its content. */
export interface MachineFile {
  readonly url: string;
  readonly type: string;
}
