import {
  constants,
  copyFileSync,
  type Dirent,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  unlinkSync,
} from "node:fs";
import { join } from "node:path";
import { type Bytes, sha256, writeNew } from "./cache.ts";
import { entriesBelow } from "./listing.ts";
import { beginStep } from "./steps.ts";

/** The files that this build has meant to write, by their names in the output, as all here. */
const meant = new Set<string>();
/** Of those the ones that are files of the cache under another name. */
const linked = new Map<string, CachedFile>();
/** The files that stood in the output folder already: the site before last, of which most is as it is to be. */
const standing = new Map<string, Look>();
/** The folders that are there. */
const folders = new Set<string>();

/** Every file that this build has meant to write, by its name in the output: relative, with forward slashes. */
export function meantFiles(): ReadonlySet<string> {
  return meant;
}

/**
 * Writes a file into the output folder. What stands there is not written into: the cache may hold the same file under another name. At
 * once, as all else here: there are tens of thousands.
 */
export function emitFile(folder: string, name: string, bytes: Bytes): void {
  const path = join(folder, name);
  if (meant.has(name) || standing.has(name)) unlinkSync(path);
  meant.add(name);
  linked.delete(name);
  makeFolder(folder, folderOf(name));
  writeNew(path, bytes);
}

/** What tells whether somebody has touched a file, as one text: its size in bytes, and its time in milliseconds since 1970. */
export type Look = string;

/** How a file looks by what the system tells of it. */
export function lookOf({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): Look {
  return `${size} ${mtimeMs}`;
}

/** A finished file in the cache: where it lies there, its SHA-256 in hexadecimal, its size in bytes, and how it looks. */
export interface CachedFile {
  readonly path: string;
  readonly digest: string;
  readonly size: number;
  readonly look: Look;
}

/** What stands for the look of a folder. */
const FOLDER = "";

/**
 * How all that stands in the output folder looks, for `readLooks`: each name before its look. The process that publishes looks while the
 * one that builds reads. Each entry is visited before it is looked at.
 */
export function lookAtOutput(folder: string, visit = (_name: string, _entry: Dirent) => {}): string[] {
  const looks: string[] = [];
  for (const [name, entry] of entriesBelow(folder)) {
    visit(name, entry);
    looks.push(name, entry.isDirectory() ? FOLDER : lookOf(lstatSync(`${folder}/${name}`)));
  }
  return looks;
}

/** Takes note of what stands in the output folder. */
export function readLooks(looks: readonly string[]): void {
  for (let index = 0; index < looks.length; index += 2) {
    const [name = "", look = ""] = [looks[index], looks[index + 1]];
    if (look === FOLDER) folders.add(name);
    else standing.set(name, look);
  }
}

/**
 * A file of the cache as it was `noted` when it was put there, and is to have this name in the output, with the look that it has now;
 * null when it is missing or damaged. One that stands in the output already is not looked for. One with another time may be
 * the same all the same: a cache that was carried elsewhere has other times.
 */
export function wholeFile(name: string, noted: CachedFile): CachedFile | null {
  if (standing.get(name) === noted.look) return noted;
  const found = lstatSync(noted.path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== noted.size) return null;
  const look = lookOf(found);
  if (look === noted.look) return noted;
  return sha256(readFileSync(noted.path)) === noted.digest ? { ...noted, look } : null;
}

/**
 * Clears the output folder, whose looks were read, of all files but those that are `wanted`, by their names. What stays is the very file
 * of the cache, and nothing is ever written into a file that is there, for the site that is served shares them.
 */
export function clearOutput(folder: string, wanted: ReadonlyMap<string, CachedFile>): void {
  for (const [name, look] of standing) {
    if (wanted.get(name)?.look === look) continue;
    beginStep(`rydder «${name}»`);
    unlinkSync(join(folder, name));
    standing.delete(name);
  }
}

/** Clears it of the folders in which nothing is meant to be. Last: most are needed again. */
export function clearFolders(folder: string): void {
  const needed = new Set<string>();
  for (const name of meant)
    for (let above = folderOf(name); !needed.has(above); above = folderOf(above)) needed.add(above);
  // Those in a folder come after it.
  for (const name of [...folders].reverse()) if (!needed.has(name)) rmdirSync(join(folder, name));
}

/** The file of the cache that stands at this name in the output, when one does: it need not be read to be known. */
export function linkedFile(name: string): CachedFile | undefined {
  return linked.get(name);
}

/**
 * Gives a file from the cache its name in the output folder, without copying its bytes where the disk can do that.
 * Nobody writes into a built file, so that the two can be one. At once: a thousand pictures are ten thousand files.
 */
export function emitCached(folder: string, name: string, file: CachedFile): void {
  meant.add(name);
  linked.set(name, file);
  if (standing.has(name)) return;
  const path = join(folder, name);
  makeFolder(folder, folderOf(name));
  if (!linkOrCopy(file.path, path)) linked.set(name, { ...file, look: lookOf(lstatSync(path)) });
}

/** Gives a file a second name, or copies it where the disk cannot do that. Tells whether it is the same file. */
export function linkOrCopy(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return false;
  }
}

/** The folder that a file or a folder of the output lies in, by name; empty for the output itself. */
function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf("/")));
}

function makeFolder(folder: string, name: string): void {
  if (!folders.has(name)) mkdirSync(join(folder, name), { recursive: true });
  folders.add(name);
}

/** How each of these files of the output looks, by name: of one that the cache holds too, that is known. */
export function looksOf(folder: string, names: readonly string[]): ReadonlyMap<string, Look> {
  return new Map(
    names.map((name) => [name, linked.get(name)?.look ?? lookOf(lstatSync(join(folder, name)))]),
  );
}
