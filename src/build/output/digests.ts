import { type BigIntStats, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../format/unknown.ts";
import { keep, recall, sha256 } from "./cache.ts";
import { touchOf } from "./sources.ts";

/** By a file's path how it was touched last, and its digest. */
const Index = z.record(z.string(), z.strictObject({ touch: z.string(), digest: z.string() }));
type Entry = z.infer<typeof Index>[string];

const INDEX = ["digests of sources"];

/** Disks count time in steps: a file that was written so shortly ago, in milliseconds, may be written again without a trace. */
const UNSETTLED = 2000;

/** The digests of a project's sources. A file that nobody has touched since it was read last is not read again. */
export class Digests {
  static readonly #opened = new Map<string, Promise<Digests>>();
  readonly #root: string;
  readonly #known: Map<string, Entry>;
  readonly #next = new Map<string, Entry>();

  private constructor(root: string, known: z.infer<typeof Index>) {
    this.#root = root;
    this.#known = new Map(Object.entries(known));
  }

  /** Those of the project below `root`: the same for as long as this process lives. */
  static open(root: string): Promise<Digests> {
    const opened = Digests.#opened.get(root) ?? Digests.#read(root);
    Digests.#opened.set(root, opened);
    return opened;
  }

  static async #read(root: string): Promise<Digests> {
    return new Digests(root, readJson(Index, String(await recall(INDEX))) ?? {});
  }

  /** SHA-256, in hexadecimal, of the bytes of a file as it was when it was looked at. */
  of(path: string, looked: BigIntStats): string {
    const touch = touchOf(looked);
    const found = this.#next.get(path) ?? this.#known.get(path);
    if (found?.touch === touch) {
      this.#next.set(path, found);
      return found.digest;
    }
    const digest = sha256(readFileSync(join(this.#root, path)));
    if (Date.now() - Number(looked.ctimeMs) > UNSETTLED) this.#next.set(path, { touch, digest });
    return digest;
  }

  /** Keeps those that were asked for, for later builds. */
  async save(): Promise<void> {
    const isNew = [...this.#next].some(([path, entry]) => this.#known.get(path) !== entry);
    if (isNew || this.#next.size !== this.#known.size)
      await keep(INDEX, Buffer.from(JSON.stringify(Object.fromEntries(this.#next))));
  }
}
