import type { Position } from "./problem.ts";

/** The way to a value inside a document: keys and indices. */
export type Path = readonly (string | number)[];

/** A stretch of a file's text: offsets of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A parsed document that remembers where each value stood. */
export interface Located {
  readonly file: string;
  readonly value: unknown;
  /** Where the value at the path stands; where there is none, its nearest parent. */
  at(path: Path): Position;
  /** Where the value at the path ends. */
  end(path: Path): Position;
  /** Where the last name in the path itself stands, as a key. */
  atKey(path: Path): Position;
  /** The source text of the key, to be corrected. */
  keySpan(path: Path): Span | null;
  /** Where a field that is missing seems to have become a part of the text before it. */
  swallowed(key: string): Position | null;
  /** Every text in the document. */
  texts(): readonly LocatedText[];
}

/** A text that people read, and the scalar it was read from, with its quotes. */
export interface LocatedText {
  readonly path: Path;
  readonly text: string;
  readonly span: Span;
}

/** Keys that would reach into JavaScript's own objects. No field is called so. */
export const unsafeKeys: readonly string[] = ["__proto__", "constructor", "prototype"];

/** Keys by which Eleventy's own front matter steers a build. Here they do nothing, and are refused in their own words. */
export const behaviourKeys: readonly string[] = [
  "permalink",
  "permalinkBypassOutputDir",
  "templateEngineOverride",
  "eleventyComputed",
  "eleventyDataSchema",
  "eleventyExcludeFromCollections",
  "eleventyImport",
  "eleventyNavigation",
  "pagination",
  "layout",
  "tags",
  "renderData",
];
