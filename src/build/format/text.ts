import type { Language } from "../../model/language.ts";
import { MONTHS } from "./date.ts";

/** Shows where a word may be broken, and is not seen otherwise. */
export const SOFT_HYPHEN = "\u00ad";
/** Keeps on one line what stands on both sides of it. */
export const NO_BREAK_SPACE = "\u00a0";
const ENGLISH_MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December";

/**
 * The spaces that do not break. Each pattern begins with what is rare, a digit or a space before one, and looks back from there: one that
 * begins with a look behind is tried at every character.
 */
const BEFORE_DIGITS =
  / (?=\d)(?:(?<=\d )(?=\d{3}(?!\d))|(?<=(?:\bNOK|\b(?:[Cc][Aa]|[Kk][Ll]|[Nn][Rr])\.|§) ))/g;
const BEFORE_MONTH = new RegExp(
  `(\\d\\.) (?=(?:${MONTHS.join("|")})\\b)(?<=\\b\\d{1,2}\\. )|(\\d) (?=(?:${ENGLISH_MONTHS})\\b)(?<=\\b\\d{1,2} )`,
  "g",
);
const BEFORE_UNIT = /(\d) (?=(?:%|m²|kWh|kr)(?![\p{L}\d]))/gu;

/** What each of the places has in common: one look passes most texts. */
const PERHAPS_TOGETHER = /\d\.? | \d/;

/**
 * Puts no-break spaces where they belong, one for one, so that positions stay the same: in «500 000», «15. juni»,
 * «15 June», «ca. 15», «kl. 14.30», «§ 3», «NOK 500,000», and between a number and a unit's symbol.
 */
export function keepTogether(text: string): string {
  if (!PERHAPS_TOGETHER.test(text)) return text;
  return text
    .replace(BEFORE_DIGITS, NO_BREAK_SPACE)
    .replace(BEFORE_MONTH, `$1$2${NO_BREAK_SPACE}`)
    .replace(BEFORE_UNIT, `$1${NO_BREAK_SPACE}`);
}

/** So many texts are remembered before all are forgotten. */
const MOST_KNOWN = 20_000;

/** Remembers what is made of a part of a page: the same few come again and again. */
export function remembering<Made extends string | number | object | null>(
  make: (part: string) => Made,
): (part: string) => Made {
  const known = new Map<string, Made>();
  return (part) => {
    const found = known.get(part);
    if (found !== undefined) return found;
    // V8 keeps a part of a text as a place in it, and with it all of the page that it stands on.
    const own = Buffer.from(part).toString();
    const made = make(own);
    if (known.size === MOST_KNOWN) known.clear();
    known.set(own, made);
    return made;
  };
}

/** Text for machines: without the soft hyphens and no-break spaces that are there for the eye. */
export function withoutTypesetting(text: string): string {
  return text.replaceAll(SOFT_HYPHEN, "").replaceAll(NO_BREAK_SPACE, " ");
}

const and: Readonly<Record<Language, string>> = { nb: "og", en: "and" };

/** «a», «a og b», «a, b og c». */
export function list(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${and[language]} ${last}`;
}

/** The first letter made large: «torsdag» becomes «Torsdag». */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What is such a name already: most of what is asked for. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The name of a heading in an address, or a suggested file name: lower-case ASCII words with hyphens. Norwegian letters
 * become the letters they resemble, as in the site's own addresses: «Holmen svømmehall» is `holmen-svommehall`.
 */
export function slug(text: string): string {
  if (SLUG.test(text)) return text;
  return text
    .toLowerCase()
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("đ", "d")
    .replaceAll("ŧ", "t")
    .replaceAll("ŋ", "n")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** How long so many words take to read, in whole minutes: 200 words a minute, and never less than one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 200));
}

const WORD = /[\p{L}\d][\p{L}\d.,\u00ad\u00a0-]*/gu;

/** The number of words, as a person would count them. */
export function wordCount(text: string): number {
  let count = 0;
  while (WORD.test(text)) count++;
  return count;
}
