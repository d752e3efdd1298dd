import type { Position } from "./problem.ts";
import { positionsIn } from "./text.ts";

/** The way to a value inside a document: keys and indices. */
export type Path = readonly (string | number)[];

/** A stretch of a file's text: offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text that people read, and the scalar it was read from, with its quotes. */
export interface LocatedText {
  readonly path: Path;
  readonly text: string;
  readonly span: Span;
}

/** A value inside a document: where it stands and, in a group, where its key does, both with their quotes. */
export interface Entry {
  readonly path: Path;
  readonly span: Span;
  readonly key: Span | null;
  /** What it says, when it is a text. */
  readonly text: string | null;
}

/** What a document holds, and each value of it: groups and lists before what is in them, the whole first. */
export interface Parsed {
  readonly value: unknown;
  readonly entries: readonly Entry[];
}

/**
 * A document in order, of which it can be told where each value stands. It is parsed when somebody asks: of most pages nobody does, once
 * they have been read.
 */
export class Located {
  readonly file: string;
  readonly #source: () => string;
  readonly #parse: (source: string) => Parsed;
  #parsed: Parsed | undefined;
  #byPath: ReadonlyMap<string, Entry> | undefined;
  #find: ((offset: number) => Position) | undefined;

  constructor(file: string, source: () => string, parse: (source: string) => Parsed) {
    this.file = file;
    this.#source = source;
    this.#parse = parse;
  }

  get value(): unknown {
    return this.#known.value;
  }

  /** Every text in the document. */
  texts(): readonly LocatedText[] {
    return this.#known.entries.flatMap(({ path, text, span }) => (text === null ? [] : { path, text, span }));
  }

  /** Where the value at the path stands; where there is none, its nearest parent. */
  at(path: Path): Position {
    return this.#position(this.#spanOf(path).start);
  }

  /** Where the value at the path ends. */
  end(path: Path): Position {
    return this.#position(Math.max(0, this.#spanOf(path).end - 1));
  }

  /** Where the last name in the path itself stands, as a key. */
  atKey(path: Path): Position {
    return this.#position((this.#entryAt(path)?.key ?? this.#spanOf(path)).start);
  }

  /** The source text of the key, to be corrected. */
  keySpan(path: Path): Span | null {
    const key = this.#entryAt(path)?.key ?? null;
    if (key === null || !/["']/.test(this.#source().charAt(key.start))) return key;
    return { start: key.start + 1, end: key.end - 1 };
  }

  /** The first line of a text that is empty, or begins or ends as a field does: other fields seem to have become a part of it. */
  torn(path: Path): Position | null {
    const entry = this.#entryAt(path);
    if (entry === undefined || entry.text === null) return null;
    const { start, end } = entry.span;
    const found = /\n[ \t]*(?=\n|[a-z]+:(?:\s|$)|.*: [|>][-+]?(?:\n|$))/i.exec(
      this.#source().slice(start, end),
    );
    return found === null ? null : this.#position(start + found.index + found[0].length);
  }

  get #known(): Parsed {
    this.#parsed ??= this.#parse(this.#source());
    return this.#parsed;
  }

  #position(offset: number): Position {
    this.#find ??= positionsIn(this.#source());
    return this.#find(offset);
  }

  #entryAt(path: Path): Entry | undefined {
    this.#byPath ??= new Map(this.#known.entries.map((entry) => [JSON.stringify(entry.path), entry]));
    return this.#byPath.get(JSON.stringify(path));
  }

  #spanOf(path: Path): Span {
    const entry = this.#entryAt(path);
    if (entry !== undefined) return entry.span;
    if (path.length === 0) throw new RangeError(`${this.file} was never found in order`);
    return this.#spanOf(path.slice(0, -1));
  }
}

/** Keys that would reach into JavaScript's own objects. No field is called so. */
export const unsafeKeys: readonly string[] = ["__proto__", "constructor", "prototype"];
