import * as z from "zod";
import { readJson } from "../format/unknown.ts";
import { sha256 } from "./cache.ts";

/**
 * The name of the list of what a build consists of. It lies in `dist` itself, so that a site tells which build it is: an upload
 * that puts it up last has it as its receipt, and the next plan begins with what is really there.
 */
export const MANIFEST = "build-manifest.json";

const File = z.strictObject({
  path: z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$)).+$/),
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Media type; null for a file that a host reads and does not serve. */
  type: z.string().nullable(),
  /** `page` and `machine` keep their address; `hashed` have a digest in it; `policy` is for the host. */
  class: z.enum(["page", "hashed", "machine", "policy"]),
  /** The content coding of a file compressed beforehand; null for all others. */
  encoding: z.enum(["br", "gzip"]).nullable(),
});

const Manifest = z.strictObject({
  version: z.literal(1),
  /** The site's address, with the path that it lies under. */
  base: z.url(),
  /** Sorted by path. */
  files: z.array(File),
});

export type ManifestFile = Readonly<z.infer<typeof File>>;
export type Manifest = Readonly<z.infer<typeof Manifest>>;

/** The list of every file but itself, as text. The same files give the same text; nothing of when or where it was made is in it. */
export function writeManifest(base: string, files: readonly ManifestFile[]): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const lines = sorted.map((file) => `    ${JSON.stringify(file)}`);
  return `{\n  "version": 1,\n  "base": ${JSON.stringify(base)},\n  "files": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** A build's identity: the SHA-256 of its manifest, in hexadecimal. */
export function identity(manifest: string): string {
  return sha256(manifest);
}

const Names = z.object({ files: z.array(z.object({ path: z.string() })) });

/** The names of all files of a build that has just written this manifest, with the manifest's own. Throws when it is none. */
export function namesIn(text: string): readonly string[] {
  return [...Names.parse(JSON.parse(text)).files.map(({ path }) => path), MANIFEST];
}

/** Reads a manifest; null when the text is not one. */
export function readManifest(text: string): Manifest | null {
  return readJson(Manifest, text);
}
