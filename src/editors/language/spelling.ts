import leven from "leven";
import { capitalise, list } from "../../build/format/text.ts";
import {
  cutsOf,
  doublings,
  isInflected,
  isVowelStem,
  SAFE_PART,
  shortestPart,
  withLinkingS,
} from "./compounds.ts";
import { type Dictionary, openDictionary } from "./dictionaries.ts";
import type { Passage } from "./passages.ts";
import type { Finding } from "./rules.ts";

const WORD = /(?<![\p{L}\d])\p{L}[\p{L}\u00ad]*(?:['’-]\p{L}[\p{L}\u00ad]*)*-?(?![\d])/gu;

/** Says whether words are spelt right, in the languages that there are dictionaries of. */
export class Speller {
  readonly #dictionaries: ReadonlyMap<string, Dictionary>;
  readonly #terms: ReadonlySet<string>;
  /** How often the passages have each word. */
  readonly #frequencies = new Map<string, number>();
  readonly #answers = new Map<string, boolean>();

  private constructor(
    dictionaries: ReadonlyMap<string, Dictionary>,
    passages: readonly Passage[],
    terms: readonly string[],
  ) {
    this.#dictionaries = dictionaries;
    this.#terms = new Set(terms.flatMap((term) => term.match(WORD) ?? []));
    for (const { text } of passages)
      for (const [word] of text.toLowerCase().matchAll(WORD))
        this.#frequencies.set(word, (this.#frequencies.get(word) ?? 0) + 1);
  }

  /** Opens the dictionaries that the passages need. `terms` are right in every language. */
  static async open(passages: readonly Passage[], terms: readonly string[]): Promise<Speller> {
    const dictionaries = new Map<string, Dictionary>();
    for (const language of new Set(passages.map((passage) => passage.language))) {
      const dictionary = await openDictionary(language);
      if (dictionary !== null) dictionaries.set(language, dictionary);
    }
    return new Speller(dictionaries, passages, terms);
  }

  /** Whether the language's dictionary or the project's own list has the word, as it stands or inside a sentence. */
  has(word: string, language: string): boolean {
    const dictionary = this.#dictionaries.get(language);
    if (dictionary === undefined || this.#isTerm(word)) return true;
    return dictionary.has(word) || dictionary.has(word.toLowerCase());
  }

  /** Whether the word can be right: known, a compound of known words, or letters that stand for words. */
  accepts(word: string, language: string): boolean {
    const key = `${language} ${word}`;
    const answer = this.#answers.get(key) ?? this.#judge(word, language);
    this.#answers.set(key, answer);
    return answer;
  }

  #judge(word: string, language: string): boolean {
    if (/^\p{Lu}{2,6}$/u.test(word) || word.length <= 2 || this.has(word, language)) return true;
    if (language === "en") return this.has(word.replace(/['’]s?$/, ""), language);
    if (word.endsWith("-"))
      return [/-$/, /s-$/].some((end) => end.test(word) && this.accepts(word.replace(end, ""), language));
    const has = (text: string) =>
      this.has(text, language) || isVowelStem(text, (stem) => this.has(stem, language));
    const lower = word.toLowerCase();
    if (has(lower)) return true;
    if ([...doublings(lower)].some((other) => this.has(other, language))) return false;
    const shortest = shortestPart(lower, has);
    return shortest >= SAFE_PART || (shortest > 0 && !this.#resembles(lower, language));
  }

  /** Whether a word, or the last part of it, is one letter away from a known one. */
  #resembles(word: string, language: string): boolean {
    const near = (text: string) =>
      this.#near(text, language).some((other) => leven(text, other) === 1 && this.has(other, language));
    if (near(word)) return true;
    return [...cutsOf(word, (part) => part.length > SAFE_PART && this.has(part, language))].some(
      ({ rest }) => rest.length > SAFE_PART && !this.has(rest, language) && near(rest),
    );
  }

  #near(word: string, language: string): readonly string[] {
    return this.#dictionaries.get(language)?.suggest(word) ?? [];
  }

  #isTerm(word: string): boolean {
    const forms = [word, word.charAt(0).toLowerCase() + word.slice(1)];
    return forms.some((form) => this.#terms.has(form) || isInflected(form, this.#terms));
  }

  /** What was probably meant: at most three words, the likeliest first. */
  suggest(word: string, language: string): readonly string[] {
    const lower = word.toLowerCase();
    const part = (text: string) => this.has(text, language);
    const linked = language === "en" ? null : withLinkingS(lower, part);
    if (linked !== null) return [linked];
    const slips = [...doublings(lower)].filter((other) => this.has(other, language));
    const near = this.#near(lower, language).filter((other) => this.accepts(other, language));
    const found = [...new Set([...slips, ...near])];
    const ranked = rank(lower, found, {
      frequency: (other) => this.#frequencies.get(other) ?? 0,
      isWhole: (other) => this.has(other, language),
    });
    if (ranked.length > 0 || language === "en") return ranked;
    for (const { first, link, rest } of cutsOf(lower, part)) {
      const [best] = rank(rest, this.#near(rest, language));
      if (best !== undefined) return [first + link + best];
    }
    return [];
  }
}

/**
 * The likeliest first, and at most three. Words that differ in doubled letters only are by far the likeliest, then those that the
 * site uses itself; where there are such, the others are left out, and so are compounds beside words that are whole.
 */
function rank(
  word: string,
  found: readonly string[],
  { frequency, isWhole } = { frequency: (_: string) => 0, isWhole: (_: string) => true },
): readonly string[] {
  const single = (text: string) => text.replace(/(\p{L})\1/gu, "$1");
  const weight = (other: string) =>
    (single(other) === single(word) ? 1000 : 0) + Math.min(999, frequency(other));
  const near = found.filter((other) => leven(other, word) <= Math.ceil(word.length / 4));
  const likely = near.filter((other) => weight(other) > 0).sort((a, b) => weight(b) - weight(a));
  const best = likely.length > 0 ? likely : near;
  const whole = best.filter(isWhole);
  return (whole.length > 0 ? whole : best).slice(0, 3);
}

/** Words that no dictionary has. */
export function* misspellings({ text, language }: Passage, speller: Speller): Iterable<Finding> {
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const pieces = [...found.matchAll(/[^-]+-?/g)].map((piece) => ({
      word: piece[0].replaceAll("\u00ad", ""),
      start: index + piece.index,
    }));
    if (speller.accepts(found.replaceAll("\u00ad", ""), language)) continue;
    for (const { word, start } of pieces) {
      const bare = pieces.length > 1 || found.endsWith("-") ? word.replace(/s?-$/, "") : word;
      if (speller.accepts(bare, language) || speller.accepts(word, language)) continue;
      const isCapitalised = /^\p{Lu}/u.test(bare);
      const meant = speller
        .suggest(bare, language)
        .map((other) => `«${isCapitalised ? capitalise(other) : other}»`);
      const hint = meant.length === 0 ? "" : ` Mente du ${list(meant, "nb").replace(" og ", " eller ")}?`;
      const message = `«${bare}» står ikke i ordlisten.${hint} Er ordet riktig, fører du det inn i _data/terms.json.`;
      yield { rule: "misspelling", start, found: bare, message };
    }
  }
}
