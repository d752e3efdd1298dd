import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  type Stats,
} from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cachePath, sha256 } from "./cache.ts";
import { beginStep } from "./steps.ts";

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

/** A finished file in the cache: where it lies there, its size in bytes, its SHA-256 in hexadecimal, and what no other file is. */
export interface CachedFile {
  readonly path: string;
  readonly size: number;
  readonly digest: string;
  readonly identity: string;
}

/**
 * A file of the cache that was noted when it was put there; null when it is missing or damaged. One with another time may be the same all
 * the same: a cache that was carried elsewhere has other times.
 */
export function wholeFile(
  path: string,
  noted: { readonly size: number; readonly digest: string; readonly mtimeMs: number },
): CachedFile | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== noted.size) return null;
  const { size, digest } = noted;
  const isWhole = found.mtimeMs === noted.mtimeMs || sha256(readFileSync(path)) === digest;
  return isWhole ? { path, size, digest, identity: identityOf(found) } : null;
}

/** What two names have in common when they are one and the same file, untouched between two looks. */
function identityOf({ dev, ino, size, mtimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs}`;
}

/** The files that stood in the output folder already as they are to be. */
const standing = new Set<string>();

/**
 * Clears the output folder, in which the site before last may stand, of all but the files that the cache will be asked for again:
 * `wanted` gives them by their names. What stays is the very file of the cache, and nothing is ever written
 * into a file that is there, for the site that is served shares them.
 */
export function clearOutput(folder: string, wanted: ReadonlyMap<string, CachedFile>): void {
  clearBelow(folder, "", wanted);
}

/** Gives whether anything is left. */
function clearBelow(folder: string, below: string, wanted: ReadonlyMap<string, CachedFile>): boolean {
  beginStep(`rydder «${below}»`);
  let isEmpty = true;
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const name = below + entry.name;
    const path = join(folder, name);
    if (entry.isDirectory()) {
      if (clearBelow(folder, `${name}/`, wanted)) isEmpty = false;
      else rmdirSync(path);
      continue;
    }
    const file = wanted.get(name);
    if (file !== undefined && file.identity === identityOf(lstatSync(path))) {
      standing.add(name);
      isEmpty = false;
    } else rmSync(path);
  }
  return !isEmpty;
}

const linked = new Map<string, CachedFile>();

/** The file of the cache that stands at this name in the output, when one does: it need not be read to be known. */
export function linkedFile(name: string): CachedFile | undefined {
  return linked.get(name);
}

/**
 * Gives a file from the cache its name in the output folder, without copying its bytes where the disk can do that.
 * Nobody writes into a built file, so that the two can be one. At once: a thousand pictures are ten thousand files.
 */
export function emitCached(folder: string, name: string, file: CachedFile): void {
  cachePath(basename(file.path));
  noteFile(name);
  linked.set(name, file);
  if (standing.has(name)) return;
  const path = join(folder, name);
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
