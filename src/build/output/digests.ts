import { type BigIntStats, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { sha256 } from "./cache.ts";
import { Notes } from "./notes.ts";
import { touchOf } from "./sources.ts";

/** How a file was touched last, and its digest then. */
const Seen = z.strictObject({ touch: z.string(), digest: z.string() });
const AllSeen = z.record(z.string(), Seen);

/** Disks count time in steps: a file that was written so shortly ago, in milliseconds, may be written again without a trace. */
const UNSETTLED = 2000;

const opened = new Map<string, Promise<Digests>>();

/** The digests of a project's sources. A file that nobody has touched since it was read last is not read again. */
export class Digests {
  readonly #root: string;
  readonly #seen: Notes<z.infer<typeof Seen>>;

  private constructor(root: string, seen: Notes<z.infer<typeof Seen>>) {
    this.#root = root;
    this.#seen = seen;
  }

  /** Those of the project below `root`: the same for as long as this process lives. */
  static open(root: string): Promise<Digests> {
    const digests =
      opened.get(root) ?? Notes.open(["digests of sources"], AllSeen).then((seen) => new Digests(root, seen));
    opened.set(root, digests);
    return digests;
  }

  /** SHA-256, in hexadecimal, of the bytes of a file as it was when it was looked at. */
  of(path: string, looked: BigIntStats): string {
    const touch = touchOf(looked);
    const seen = this.#seen.get(path);
    const isSame = seen?.touch === touch;
    const digest = isSame ? seen.digest : sha256(readFileSync(join(this.#root, path)));
    if (isSame) this.#seen.set(path, seen);
    else if (Date.now() - Number(looked.ctimeMs) > UNSETTLED) this.#seen.set(path, { touch, digest });
    return digest;
  }

  /** Keeps those that were asked for, for later builds. */
  save(): Promise<void> {
    return this.#seen.save();
  }
}
