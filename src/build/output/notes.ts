import * as z from "zod";
import { isRecord } from "../format/unknown.ts";
import { keepJson, recallJson } from "./cache.ts";

/** Notes that are each a line of text, which whoever reads it takes apart: there are tens of thousands of them. */
export const Lines = z.custom<Readonly<Record<string, string>>>(
  (value) => isRecord(value) && Object.values(value).every((note) => typeof note === "string"),
);

/** What one build notes for the next, by keys, in one entry of the cache. What a build does not note again is forgotten. */
export class Notes<Note> {
  readonly #inputs: readonly string[];
  readonly #known: ReadonlyMap<string, Note>;
  readonly #next = new Map<string, Note>();

  private constructor(inputs: readonly string[], known: Readonly<Record<string, Note>>) {
    this.#inputs = inputs;
    this.#known = new Map(Object.entries(known));
  }

  /** Those of earlier builds with these inputs. None when they are of another shape. */
  static open<Note>(
    inputs: readonly string[],
    shape: z.ZodType<Readonly<Record<string, Note>>>,
  ): Notes<Note> {
    return new Notes(inputs, recallJson(inputs, shape) ?? {});
  }

  /** What is noted in this build, or in an earlier one. */
  get(key: string): Note | undefined {
    return this.#next.get(key) ?? this.#known.get(key);
  }

  set(key: string, note: Note): void {
    this.#next.set(key, note);
  }

  /** What is noted in an earlier build, and not in this one. */
  *forgotten(): Iterable<readonly [key: string, note: Note]> {
    for (const entry of this.#known) if (!this.#next.has(entry[0])) yield entry;
  }

  /** Keeps what is noted in this build, when it is anything else than what an earlier one has noted. */
  save(): void {
    let isSame = this.#next.size === this.#known.size;
    for (const [key, note] of this.#next) isSame &&= this.#known.get(key) === note;
    if (!isSame) keepJson(this.#inputs, Object.fromEntries(this.#next));
  }
}
