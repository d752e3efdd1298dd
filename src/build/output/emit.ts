import { copyFile, link, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const meant = new Set<string>();

/** Every file that this build has meant to write, by its name in the output: relative, with forward slashes. */
export function meantFiles(): ReadonlySet<string> {
  return meant;
}

/** Takes note of a file that Eleventy itself writes. */
export function noteFile(name: string): void {
  meant.add(name);
}

/** Writes a file into the output folder, at a root-relative address. */
export async function emitFile(folder: string, url: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, url);
  noteFile(url.slice(1));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/**
 * Gives a file from the cache an address in the output folder, without copying its bytes where the disk can do that.
 * Nobody writes into a built file, so that the two can be one.
 */
export async function emitCached(folder: string, url: string, cachePath: string): Promise<void> {
  const path = join(folder, url);
  noteFile(url.slice(1));
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  await link(cachePath, path).catch(() => copyFile(cachePath, path));
}
