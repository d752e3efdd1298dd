import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { CACHE_FOLDER, cacheFile, cachePath, sha256 } from "./cache.ts";
import { type CachedFile, lookOf, wholeFile } from "./emit.ts";
import { Lines, Notes } from "./notes.ts";

/** What is noted of a file: its name in the cache (its SHA-256 in hexadecimal, and an ending), and its look there, size first. */
const NOTE = /^(([0-9a-f]{64})\.[a-z0-9]+) ((\d+) [\d.]+)$/;

/**
 * Files that are dear to make, each by its address in the output, which stands for all that it is made of. The cache holds them under
 * their own digests, so that they can be linked; what is which is noted.
 */
export class KeptFiles {
  readonly #files: Notes<string>;
  readonly #found = new Map<string, CachedFile>();

  /** Those of one kind. */
  constructor(kind: string) {
    this.#files = Notes.open(["kept files", kind], Lines);
  }

  /** The file; null when it was never made, is missing or damaged. */
  find(url: string): CachedFile | null {
    const known = this.#found.get(url);
    const noted = this.#files.get(url);
    if (known !== undefined || noted === undefined) return known ?? null;
    const [, name, digest, look, size] = NOTE.exec(noted) ?? [];
    if (name === undefined || digest === undefined || look === undefined) return null;
    const file = wholeFile(url.slice(1), { path: cachePath(name), digest, size: Number(size), look });
    if (file === null) return null;
    // The look that was found, so that a file with another time is compared by its bytes only once.
    this.#files.set(url, file.look === look ? noted : `${name} ${file.look}`);
    this.#found.set(url, file);
    return file;
  }

  add(url: string, bytes: Buffer, ending: string): void {
    const name = `${sha256(bytes)}.${ending}`;
    this.#files.set(url, `${name} ${lookOf(statSync(cacheFile(name, [bytes])))}`);
  }

  /** Takes up what another process has noted meanwhile. */
  takeUp(others: KeptFiles): void {
    for (const [url, noted] of others.#files.forgotten()) this.#files.set(url, noted);
  }

  /** Keeps the notes of all that the cache has: what this build has not asked for, that of another branch may. */
  save(): void {
    for (const [url, noted] of this.#files.forgotten())
      if (existsSync(join(CACHE_FOLDER, noted.split(" ", 1).join()))) this.#files.set(url, noted);
    this.#files.save();
  }
}
