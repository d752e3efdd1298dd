import { createHash, hash, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as z from "zod";
import { fieldOf, readJson } from "../format/unknown.ts";

/** Where all of it lies, in one folder without others in it. */
export const CACHE_FOLDER = ".cache/made";
/** Of a SHA-256 in hexadecimal. */
export const DIGEST_LENGTH = 64;

/** The state of the code that runs; null when it was not compiled into a folder of that name, and nothing tells its state. */
export const CODE: string | null = /\/code\/([0-9a-f]{16})\//.exec(import.meta.url)?.[1] ?? null;

/** The installed version of a library whose work is kept: another version may make other bytes. */
export function versionOf(library: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(library) ?? [];
  const file = folders
    .map((folder) => join(folder, library, "package.json"))
    .find((path) => existsSync(path));
  const description: unknown = file === undefined ? null : JSON.parse(readFileSync(file, "utf8"));
  return String(fieldOf(description, "version") ?? "");
}

/** SHA-256 of some bytes or text, in hexadecimal unless said. */
export function sha256(data: string | Uint8Array, encoding: "hex" | "base64" = "hex"): string {
  return hash("sha256", data, encoding);
}

/** The bytes of a file, in parts that follow on one another: half of each page is the same style sheet, which need not be copied. */
export type Bytes = readonly Uint8Array[];

/** SHA-256 of a file's bytes, in hexadecimal. */
export function digestOf(bytes: Bytes): string {
  const digest = createHash("sha256");
  for (const part of bytes) digest.update(part);
  return digest.digest("hex");
}

/**
 * Bytes that are dear to make and depend on nothing but the inputs, kept from one build to the next. `inputs` are the
 * source's bytes and every setting.
 */
export async function cached(
  inputs: readonly (string | Uint8Array)[],
  make: () => Promise<Buffer>,
): Promise<Buffer> {
  const known = recall(inputs);
  if (known !== null) return known;
  const made = await make();
  keep(inputs, made);
  return made;
}

/** What was kept for the inputs; null when there is nothing, or when it is damaged. At once: hundreds of small files are asked for. */
function recall(inputs: readonly (string | Uint8Array)[]): Buffer | null {
  const name = entryName(inputs);
  const entry = readIfThere(cachePath(name));
  if (entry === null) return null;
  const content = entry.subarray(DIGEST_LENGTH);
  return sealOf(name, content) === entry.toString("latin1", 0, DIGEST_LENGTH) ? content : null;
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Keeps bytes for the inputs. */
function keep(inputs: readonly (string | Uint8Array)[], content: Buffer): void {
  const name = entryName(inputs);
  cacheFile(name, [Buffer.from(sealOf(name, content)), content]);
}

/** What an entry begins with, so that one that is damaged, or another's under its name, shows. */
function sealOf(name: string, content: Uint8Array): string {
  return digestOf([Buffer.from(name), content]);
}

/** What {@link keepJson} has kept for the inputs; null when there is nothing, or not of that shape. */
export function recallJson<Schema extends z.ZodType>(
  inputs: readonly string[],
  shape: Schema,
): z.output<Schema> | null {
  return readJson(shape, String(recall(inputs)));
}

/** Keeps a value as JSON. */
export function keepJson(inputs: readonly string[], value: unknown): void {
  keep(inputs, Buffer.from(JSON.stringify(value)));
}

/** The name of the file that holds what was made of the inputs. */
function entryName(inputs: readonly (string | Uint8Array)[]): string {
  return sha256(inputs.map((input) => sha256(input)).join());
}

const used = new Set<string>();

/** The names of the files in the cache that this process has asked for. */
export function usedFiles(): ReadonlySet<string> {
  return used;
}

/** Where a file of this name lies in the cache. Who asks uses it. */
export function cachePath(name: string): string {
  used.add(name);
  return `${CACHE_FOLDER}/${name}`;
}

/** Writes a file that is not there, and gives how it is then. */
export function writeNew(path: string, bytes: Bytes): Stats {
  const file = openSync(path, "wx");
  try {
    for (const part of bytes) writeFileSync(file, part);
    return fstatSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Puts a file into the cache folder, whole or not at all, and gives its path. What a killed build has left half written leaves the cache
 * as all that nobody uses. At once: bit by bit it takes turns with threads, which costs most when all cores are busy.
 */
export function cacheFile(name: string, bytes: Bytes): string {
  const path = cachePath(name);
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeNew(draft, bytes);
  renameSync(draft, path);
  return path;
}
