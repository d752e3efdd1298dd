import type { Position } from "../../build/contract/problem.ts";
import type { Passage } from "./passages.ts";
import { sentencesOf, wordsIn } from "./sentences.ts";

/** The length from which a word weighs, in letters (Björnsson, «Läsbarhet», 1968). */
const LONG = 7;

/** Where each band of the scale begins, hardest first, and what such a text is like. */
const BANDS = [
  [60, "svært tung, som en forskningsrapport"],
  [50, "tung, som en utredning"],
  [40, "middels, som en avisartikkel"],
  [30, "lett, som et ukeblad"],
  [0, "svært lett, som en barnebok"],
] as const;

/** LIX: words for each sentence, and how many in a hundred of them are long. */
export function lix(words: readonly string[], sentences: number): number {
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length >= LONG).length;
  return Math.round(words.length / Math.max(1, sentences) + (100 * long) / words.length);
}

/** What a text with that LIX is like, in Bokmål. */
export function bandOf(value: number): string {
  return BANDS.find(([from]) => value >= from)?.[1] ?? BANDS[4][1];
}

/** A sentence with its weight. */
export interface HeavySentence extends Position {
  readonly lix: number;
  readonly words: number;
  readonly text: string;
}

/** How heavy a page is to read. */
export interface Readability {
  readonly file: string;
  readonly lix: number;
  readonly band: string;
  readonly words: number;
  readonly sentences: number;
  /** Its five heaviest sentences, the heaviest first. */
  readonly heaviest: readonly HeavySentence[];
}

/** Measures each page by its paragraphs and lists. A page without any is left out. */
export function readabilityOf(passages: readonly Passage[]): readonly Readability[] {
  const prose = passages.filter(({ kind }) => kind === "paragraph");
  return [...new Set(prose.map(({ file }) => file))].map((file) => {
    const sentences = prose
      .filter((passage) => passage.file === file)
      .flatMap(({ text, language, at }) =>
        sentencesOf(text, language).map((sentence) => {
          const words = wordsIn(sentence.text);
          return { ...at(sentence.start), lix: lix(words, 1), all: words, text: sentence.text };
        }),
      );
    const words = sentences.flatMap(({ all }) => all);
    const value = lix(words, sentences.length);
    const heaviest = [...sentences]
      .sort((a, b) => b.lix - a.lix || a.line - b.line)
      .slice(0, 5)
      .map(({ all, ...sentence }) => ({ ...sentence, words: all.length }));
    return {
      file,
      lix: value,
      band: bandOf(value),
      words: words.length,
      sentences: sentences.length,
      heaviest,
    };
  });
}
