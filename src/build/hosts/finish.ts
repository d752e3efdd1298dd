import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Redirect, Site } from "../../model/site.ts";
import { sha256 } from "../output/cache.ts";
import { precompress } from "../output/compress.ts";
import { emitFile, linkedFile } from "../output/emit.ts";
import { MANIFEST, type ManifestFile, writeManifest } from "../output/manifest.ts";
import type { PageFacts } from "../output/pages.ts";
import { inPool } from "../output/pool.ts";
import { beginStep } from "../output/steps.ts";
import type { Host } from "./host.ts";
import { classOf, commonHeaders, fileFault, policyElements, typeOf } from "./policy.ts";

/** So many files are held in memory at a time. */
const AT_ONCE = 8;

/** What comes of finishing a site. */
export interface Finished {
  /** Every file of the site, by its name in the output. */
  readonly names: readonly string[];
  /** Files for whoever runs the server, by name. */
  readonly beside: Readonly<Record<string, string>>;
  /** What keeps the site from being served by the policy, in Bokmål. */
  readonly faults: readonly string[];
}

/**
 * Makes a folder of pages and files, `paths`, into a site for a host: the policy in the host's words, compressed files where it takes
 * them, and the manifest. Without a host it is what any server may have: pages, files, manifest.
 */
export async function finishSite(
  folder: string,
  paths: readonly string[],
  site: Site,
  host: Host | null,
  pageFacts: (path: string) => PageFacts | undefined,
): Promise<Finished> {
  const prefix = new URL(site.settings.url).pathname;
  const faults = paths.flatMap((path) => fileFault(path) ?? []);
  const styles = new Set(paths.flatMap((path) => pageFacts(path)?.styles ?? []));
  const isAsMade = host?.precompressed !== true && host?.metaPolicy !== true;
  const files: ManifestFile[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const known = isAsMade ? (pageFacts(path) ?? linkedFile(path)) : undefined;
    if (known === undefined) others.push(path);
    else files.push(entry(path, known));
  }
  files.push(
    ...(await inPool(others, AT_ONCE, (path) => finishFile(folder, path, host, pageFacts(path)))).flat(),
  );
  const below = (url: string) => prefix + url.slice(1);
  const redirects = site.redirects.map(({ from, to }) => ({ from: below(from), to: below(to) }));
  const taken = new Set(paths);
  faults.push(...redirects.flatMap((redirect) => redirectFault(redirect, prefix, taken)));
  const written = host?.write({
    prefix,
    files,
    headers: commonHeaders([...styles].sort(), prefix, paths),
    redirects,
  });
  if (host !== null && host.takesPrefix !== true && prefix !== "/")
    faults.push(`Verten har alltid et domene for seg selv. Bygg uten PATH_PREFIX («${prefix}»).`);
  for (const [path, text] of Object.entries(written?.inside ?? {})) {
    const bytes = Buffer.from(text);
    emitFile(folder, path, [bytes]);
    const file = entry(path, factsOf(bytes));
    files.push(path.endsWith(".html") ? file : { ...file, class: "policy", type: null });
  }
  emitFile(folder, MANIFEST, [Buffer.from(writeManifest(site.settings.url, files))]);
  return {
    names: [...files.map(({ path }) => path), MANIFEST],
    beside: written?.beside ?? {},
    faults: [...faults, ...(written?.faults ?? [])],
  };
}

const HEAD = '<head><meta charset="utf-8">';

/** One file as it leaves, with those compressed from it. */
async function finishFile(
  folder: string,
  path: string,
  host: Host | null,
  page: PageFacts | undefined,
): Promise<readonly ManifestFile[]> {
  beginStep(`ferdigstille ${path}`);
  let bytes = await readFile(join(folder, path));
  if (page !== undefined && path.endsWith(".html") && host?.metaPolicy === true) {
    bytes = Buffer.from(bytes.toString("utf8").replace(HEAD, HEAD + policyElements(page.styles)));
    emitFile(folder, path, [bytes]);
  }
  const files = [entry(path, factsOf(bytes))];
  if (host?.precompressed === true) {
    for (const made of await precompress(path, bytes)) {
      emitFile(folder, made.path, [made.bytes]);
      files.push({ ...entry(path, factsOf(made.bytes)), path: made.path, encoding: made.encoding });
    }
  }
  return files;
}

function factsOf(bytes: Buffer): { readonly size: number; readonly digest: string } {
  return { size: bytes.length, digest: sha256(bytes) };
}

function entry(path: string, { size, digest }: ReturnType<typeof factsOf>): ManifestFile {
  return {
    path,
    size,
    sha256: digest,
    type: typeOf(path) ?? null,
    class: classOf(path),
    encoding: null,
  };
}

function redirectFault({ from }: Redirect, prefix: string, taken: ReadonlySet<string>): string[] {
  const name = from.slice(prefix.length).replace(/\/$/, "");
  const found = [name, `${name}/index.html`].find((path) => taken.has(path));
  return found === undefined ? [] : [`Den gamle adressen «${from}» er adressen til «${found}».`];
}
