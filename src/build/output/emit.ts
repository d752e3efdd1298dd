import { constants, copyFileSync, linkSync, mkdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cachePath } from "./cache.ts";

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

/** A finished file in the cache: where it lies there, its size in bytes, and its SHA-256 in hexadecimal. */
export interface CachedFile {
  readonly path: string;
  readonly size: number;
  readonly digest: string;
}

const linked = new Map<string, CachedFile>();

/** The file of the cache that stands at this name in the output, when one does: it need not be read to be known. */
export function linkedFile(name: string): CachedFile | undefined {
  return linked.get(name);
}

/**
 * Gives a file from the cache an address in the output folder, without copying its bytes where the disk can do that.
 * Nobody writes into a built file, so that the two can be one. At once: a thousand pictures are ten thousand files.
 */
export function emitCached(folder: string, url: string, file: CachedFile): void {
  const path = join(folder, url);
  cachePath(basename(file.path));
  noteFile(url.slice(1));
  linked.set(url.slice(1), file);
  makeFolder(dirname(path));
  try {
    linkSync(file.path, path);
  } catch {
    copyFileSync(file.path, path, constants.COPYFILE_EXCL);
  }
}

const folders = new Set<string>();

function makeFolder(path: string): void {
  if (!folders.has(path)) mkdirSync(path, { recursive: true });
  folders.add(path);
}
