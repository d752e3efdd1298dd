import { sha256 } from "./cache.ts";

/**
 * The name of the list of what a build consists of. It lies in `dist` itself, so that a site tells which build it is: an upload
 * that puts it up last has it as its receipt, and the next plan begins with what is really there.
 */
export const MANIFEST = "build-manifest.json";

/** A build's identity: the SHA-256 of its manifest, in hexadecimal. */
export function identity(manifest: string): string {
  return sha256(manifest);
}
