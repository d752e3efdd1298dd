import type { Rule } from "./rules.ts";

/** A place in a text that Norwegian typography would write otherwise, with the corrected text. */
export interface Correction {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly text: string;
}

interface TypographyRule {
  readonly rule: Rule;
  readonly pattern: RegExp;
  readonly correct: (match: RegExpMatchArray) => string;
}

const NO_BREAK_SPACE = "\u00a0";
const MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember";
const SPEECH = "sa|sier|sa|forteller|fortalte|mener|mente|svarer|svarte|spør|spurte|skriver|skrev";

/**
 * The rules, after Språkrådet's «Skriveregler» (sprakradet.no): guillemets, the comma after the closing mark, the en dash,
 * thousands parted by no-break spaces, the clock with a full stop, «prosent» in words.
 */
const typographyRules: readonly TypographyRule[] = [
  { rule: "quote-comma", pattern: /,([»”"])(?=\s)/g, correct: ([, mark]) => `${mark === '"' ? "»" : mark},` },
  { rule: "straight-quotes", pattern: /"([^"\n]*[^"\s,])"/g, correct: ([, inside]) => `«${inside}»` },
  { rule: "straight-quotes", pattern: /"([^"\n]*),"(?=\s)/g, correct: ([, inside]) => `«${inside}»,` },
  { rule: "straight-quotes", pattern: /[“„]([^“”„\n]+)[”“]/g, correct: ([, inside]) => `«${inside}»` },
  {
    rule: "speech-dash",
    pattern: new RegExp(`(?<=^|\\n)[-—](?= [^\\n]+, (?:${SPEECH}) )`, "g"),
    correct: () => "–",
  },
  { rule: "em-dash", pattern: / ?— ?/g, correct: () => " – " },
  { rule: "hyphen-for-dash", pattern: /(?<=[^\s|:-]) --? (?=[^\s|-])/g, correct: () => " – " },
  {
    rule: "number-grouping",
    pattern: /(?<![\d.,/-])\d{1,3}(?:\.\d{3})+(?![\d.]|,\d)/g,
    correct: ([number]) => number.replaceAll(".", NO_BREAK_SPACE),
  },
  {
    rule: "number-grouping",
    pattern: /(?<![\d.,/\w#-])\d{5,}(?![\w.-]*[\w/])/g,
    correct: ([number]) => number.replace(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE),
  },
  {
    rule: "clock-time",
    pattern: /\bkl(?:\.(?=\d)|(?= ?\d)) ?(\d{1,2})[.:](\d{2})\b/gi,
    correct: ([, hour, minute]) => `kl.${NO_BREAK_SPACE}${hour}.${minute}`,
  },
  {
    rule: "clock-time",
    pattern: /\bkl\. (\d{1,2}):(\d{2})\b/gi,
    correct: ([, hour, minute]) => `kl.${NO_BREAK_SPACE}${hour}.${minute}`,
  },
  {
    rule: "date-spacing",
    pattern: new RegExp(`\\b(\\d{1,2})\\.(${MONTHS})\\b`, "gi"),
    correct: ([, day, month]) => `${day}. ${month?.toLowerCase()}`,
  },
  { rule: "percent-sign", pattern: /(?<=\d)[ \u00a0]?%/g, correct: () => " prosent" },
];

/** Every place in a text to correct, in order and without overlaps. Offsets are within the text. */
export function corrections(text: string): readonly Correction[] {
  const all = typographyRules
    .flatMap(({ rule, pattern, correct }) =>
      [...text.matchAll(pattern)].map((match): Correction => {
        const found = match[0];
        return { rule, start: match.index, end: match.index + found.length, found, text: correct(match) };
      }),
    )
    .filter(({ found, text: corrected }) => found !== corrected)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((correction, index) => all.slice(0, index).every(({ end }) => end <= correction.start));
}
