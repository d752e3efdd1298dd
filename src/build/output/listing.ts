import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { isSettled, touchOf } from "./sources.ts";

type Entry = readonly [name: string, entry: Dirent];

/**
 * Every entry below a folder, a folder before what is in it, with its name from there: relative, with forward slashes. At once: bit by
 * bit takes six times as long.
 */
export function* entriesBelow(folder: string, read = entriesIn, below = ""): Iterable<Entry> {
  for (const entry of read(`${folder}/${below}`)) {
    const name = below + entry.name;
    yield [name, entry];
    if (entry.isDirectory()) yield* entriesBelow(folder, read, `${name}/`);
  }
}

function entriesIn(path: string): readonly Dirent[] {
  return readdirSync(path, { withFileTypes: true });
}

/** What is below a folder, for whoever looks more than once: only what somebody has touched in between is read again. */
export class Listing {
  readonly folder: string;
  readonly #read = new Map<string, { readonly touch: string; readonly entries: readonly Dirent[] }>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What is there now, as of {@link entriesBelow}. */
  entries(): Iterable<Entry> {
    return entriesBelow(this.folder, (path) => this.#entriesIn(path));
  }

  /** Looks at all while there is time for it. */
  prepare(): void {
    if (lstatSync(this.folder, { throwIfNoEntry: false })?.isDirectory()) for (const _ of this.entries());
  }

  #entriesIn(path: string): readonly Dirent[] {
    const looked = lstatSync(path, { bigint: true });
    const touch = touchOf(looked);
    const known = this.#read.get(path);
    if (known?.touch === touch) return known.entries;
    const entries = entriesIn(path);
    if (isSettled(looked)) this.#read.set(path, { touch, entries });
    return entries;
  }
}
