import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CODE, DIGEST_LENGTH, sha256 } from "./cache.ts";
import { Lines, Notes } from "./notes.ts";
import type { LookedAt } from "./sources.ts";

/** Disks count time in steps: a file that was written so shortly ago, in milliseconds, may be written again without a trace. */
const UNSETTLED = 2000;

const opened = new Map<string, Digests>();

/** The digests of a project's sources. A file that nobody has touched since it was read last is not read again. */
export class Digests {
  readonly #root: string;
  /** A file's digest, and how it was touched last when it had that. */
  readonly #seen: Notes<string>;
  readonly #known = new WeakMap<LookedAt, string>();
  #changed = 0;

  private constructor(root: string, seen: Notes<string>) {
    this.#root = root;
    this.#seen = seen;
  }

  /** Those of the project below `root`, as the same code has noted them: the same for as long as this process lives. */
  static open(root: string): Digests {
    const digests =
      opened.get(root) ?? new Digests(root, Notes.open(["digests of sources", CODE ?? ""], Lines));
    opened.set(root, digests);
    return digests;
  }

  /** SHA-256, in hexadecimal, of the bytes of a file as it was when it was looked at. */
  of(path: string, looked: LookedAt): string {
    const digest = this.#known.get(looked) ?? this.#find(path, looked);
    this.#known.set(looked, digest);
    return digest;
  }

  #find(path: string, { touch, touchedAt }: LookedAt): string {
    const seen = this.#seen.get(path);
    const isSame = seen?.slice(DIGEST_LENGTH) === ` ${touch}`;
    const digest = isSame ? seen.slice(0, DIGEST_LENGTH) : sha256(readFileSync(join(this.#root, path)));
    if (isSame) this.#seen.set(path, seen);
    else if (Date.now() - touchedAt > UNSETTLED) this.#seen.set(path, `${digest} ${touch}`);
    if (seen?.slice(0, DIGEST_LENGTH) !== digest) this.#changed++;
    return digest;
  }

  /** How many files have had other bytes than when they were noted, or were not noted. */
  get changed(): number {
    return this.#changed;
  }

  /** Keeps those that were asked for, for later builds. */
  save(): void {
    this.#seen.save();
  }
}
