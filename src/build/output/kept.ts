import { stat } from "node:fs/promises";
import { z } from "zod";
import { cacheFile, cachePath, sha256 } from "./cache.ts";
import { type CachedFile, wholeFile } from "./emit.ts";
import { Notes } from "./notes.ts";

/** What is noted of a file: its SHA-256 in hexadecimal, its size in bytes, when it was put there, and what its name ends with. */
const File = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int(),
  mtimeMs: z.number(),
  ending: z.string().regex(/^[a-z0-9]+$/),
});
const Files = z.record(z.string(), File);

/** Files that are dear to make. The cache holds each under its own digest, so that it can be linked; what is which is noted. */
export class KeptFiles {
  readonly #files: Notes<z.infer<typeof File>>;
  readonly #found = new Map<string, CachedFile>();

  private constructor(files: Notes<z.infer<typeof File>>) {
    this.#files = files;
  }

  /** Those that were made of these inputs, each by a key of its own. */
  static async open(inputs: readonly string[]): Promise<KeptFiles> {
    return new KeptFiles(await Notes.open(inputs, Files));
  }

  /** The file; null when it was never made, is missing or damaged. */
  find(key: string): CachedFile | null {
    const noted = this.#files.get(key);
    if (noted === undefined) return null;
    const file = this.#found.get(key) ?? wholeFile(cachePath(`${noted.digest}.${noted.ending}`), noted);
    if (file === null) return null;
    this.#files.set(key, noted);
    this.#found.set(key, file);
    return file;
  }

  async add(key: string, bytes: Buffer, ending: string): Promise<void> {
    const digest = sha256(bytes);
    const path = await cacheFile(`${digest}.${ending}`, bytes);
    this.#files.set(key, { digest, size: bytes.length, mtimeMs: (await stat(path)).mtimeMs, ending });
  }

  /** Keeps the notes of those that were asked for or added. */
  save(): Promise<void> {
    return this.#files.save();
  }
}
