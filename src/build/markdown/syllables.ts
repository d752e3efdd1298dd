import { createRequire } from "node:module";
import type { Language } from "../../model/language.ts";
import { remembering, SOFT_HYPHEN } from "../format/text.ts";
import { keep, recall, versionOf } from "../output/cache.ts";

/** Words of so many letters or more do not fit on a line of a narrow screen, or leave a hole in the line before. */
export const COMPOUND = 20;

/**
 * Soft hyphens between the syllables of long words, for headings: a browser without a Norwegian dictionary can then
 * break «Kommunal- og moderniseringsdepartementet» at 320 pixels. Running text is broken in compounds of at least
 * {@link COMPOUND} letters only. Never for titles, ids or data. English has no such compounds and stays as it is.
 */
export function softHyphenate(text: string, language: Language, minWordLength = 10): string {
  if (language !== "nb" || !mayHaveWord(text, minWordLength)) return text;
  return text.replace(/\p{L}+/gu, (word) => (word.length < minWordLength ? word : syllables(word)));
}

/**
 * Whether there may be a word of so many letters: nearly all texts that are asked for their longest words alone have none. One that is so
 * long covers the place where it is looked at, or ends before it (as Boyer and Moore search).
 */
function mayHaveWord(text: string, length: number): boolean {
  for (let end = length - 1; end < text.length; ) {
    let at = end;
    while (at > end - length && text.charCodeAt(at) >= FIRST_LETTER) at--;
    if (at === end - length) return true;
    end = at + length;
  }
  return false;
}

/** «A»: no letter comes before it. */
const FIRST_LETTER = 65;

/** A word with its soft hyphens; the same few long words come again and again. */
const syllables = remembering((word) =>
  String(norwegian()(word, { minWordLength: 0, hyphenChar: SOFT_HYPHEN })),
);

type Call = (...given: readonly unknown[]) => unknown;

let hyphenate: Call | undefined;

/** Loaded when it is first asked. */
function norwegian(): Call {
  hyphenate ??= calling(calling(required("hyphen/hyphen.js"))(patterns()));
  return hyphenate;
}

/**
 * TeX's patterns for Norwegian. As JSON from the cache they take a ninth of the time of the half megabyte of JavaScript that they are
 * in their package, which is a quarter of the time in which a check starts.
 */
function patterns(): unknown {
  const inputs = ["patterns of syllables", versionOf("hyphen")];
  const kept = recall(inputs);
  if (kept !== null) return JSON.parse(kept.toString());
  const loaded = required("hyphen/patterns/nb.js");
  keep(inputs, Buffer.from(JSON.stringify(loaded)));
  return loaded;
}

function required(module: string): unknown {
  return createRequire(import.meta.url)(module);
}

function calling(value: unknown): Call {
  if (!isCall(value)) throw new TypeError("The package «hyphen» is another one than it was.");
  return value;
}

function isCall(value: unknown): value is Call {
  return typeof value === "function";
}
