import norwegian from "hyphen/nb/index.js";
import type { Language } from "../../model/language.ts";
import { remembering, SOFT_HYPHEN } from "./text.ts";

/** Words of so many letters or more do not fit on a line of a narrow screen, or leave a hole in the line before. */
export const COMPOUND = 20;

/**
 * Soft hyphens between the syllables of long words, for headings: a browser without a Norwegian dictionary can then
 * break «Kommunal- og moderniseringsdepartementet» at 320 pixels. Running text is broken in compounds of at least
 * {@link COMPOUND} letters only. Never for titles, ids or data. English has no such compounds and stays as it is.
 */
export function softHyphenate(text: string, language: Language, minWordLength = 10): string {
  if (language !== "nb" || !mayHaveWord(text, minWordLength)) return text;
  return text.replace(/\p{L}+/gu, (word) =>
    word.length < minWordLength ? word : broken(word, minWordLength),
  );
}

/** Parts of so many letters or more do not fit on a line of the largest heading at 320 pixels. */
const PART = 12;

/**
 * A word with its soft hyphens: where its parts are joined, when there each finds room («Innovasjons-prisen», not «Innova-sjonsprisen»;
 * «moderniserings-departementet», not «moderniseringsdepartemen-tet»), and otherwise between all its syllables.
 */
function broken(word: string, minWordLength: number): string {
  const all = syllables(word);
  const parts = all.replace(NOT_JOINED, "").split(SOFT_HYPHEN);
  const room = Math.max(minWordLength, PART);
  return parts.length > 1 && parts.every((part) => part.length < room) ? parts.join(SOFT_HYPHEN) : all;
}

/**
 * A soft hyphen that comes after no joining s: that of «-ings-», «-sjons-», «-skaps-», «-elses-». The joining s stays with the part
 * before it, and compounds are best broken there (Språkrådet, «Orddeling ved linjeskift»).
 */
const NOT_JOINED = new RegExp(`(?<!(?:[^aeiouyæøåkp]|skap|el${SOFT_HYPHEN}se)s)${SOFT_HYPHEN}`, "gi");

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
  norwegian.hyphenateSync(word, { minWordLength: 0, hyphenChar: SOFT_HYPHEN }),
);
