import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { CACHE_FOLDER, cacheFile, cachePath, sha256 } from "./cache.ts";
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

/**
 * Files that are dear to make, each by a key that stands for all that it is made of. The cache holds them under their own digests, so
 * that they can be linked; what is which is noted.
 */
export class KeptFiles {
  readonly #files: Notes<z.infer<typeof File>>;
  readonly #found = new Map<string, CachedFile>();

  private constructor(files: Notes<z.infer<typeof File>>) {
    this.#files = files;
  }

  /** Those of one kind. */
  static async open(kind: string): Promise<KeptFiles> {
    return new KeptFiles(await Notes.open(["kept files", kind], Files));
  }

  /** The file; null when it was never made, is missing or damaged. */
  find(key: string): CachedFile | null {
    const noted = this.#files.get(key);
    if (noted === undefined) return null;
    const file = this.#found.get(key) ?? wholeFile(cachePath(nameOf(noted)), noted);
    if (file === null) return null;
    this.#files.set(key, noted);
    this.#found.set(key, file);
    return file;
  }

  async add(key: string, bytes: Buffer, ending: string): Promise<void> {
    const own = { digest: sha256(bytes), size: bytes.length, ending };
    const path = await cacheFile(nameOf(own), bytes);
    this.#files.set(key, { ...own, mtimeMs: (await stat(path)).mtimeMs });
  }

  /** Keeps the notes of all that the cache has: what this build has not asked for, that of another branch may. */
  save(): Promise<void> {
    for (const [key, noted] of this.#files.forgotten())
      if (existsSync(join(CACHE_FOLDER, nameOf(noted)))) this.#files.set(key, noted);
    return this.#files.save();
  }
}

function nameOf({ digest, ending }: Pick<z.infer<typeof File>, "digest" | "ending">): string {
  return `${digest}.${ending}`;
}
