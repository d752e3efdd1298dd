/** First parts that always take a linking «s» in Bokmål: «innovasjonsstrategi», «utviklingsarbeid», «fellesskapsprosjekt». */
const NEEDS_S = /(?:sjon|het|skap|dom|ing|itet)$/;

/** Ends that a word of the project's own list may be inflected with. */
const ENDINGS = ["s", "en", "et", "a", "er", "e", "ene", "r", "ne", "ens", "ets", "enes", "ers", "es"];

/** Words shorter than this are too many, and too odd, to be sought inside others. */
const SHORTEST_PART = 4;

/** Parts of so many letters are hardly ever found by chance. */
export const SAFE_PART = 6;

/** A word cut in two, with how Bokmål joins such parts. */
interface Cut {
  readonly first: string;
  readonly link: "" | "s" | "e";
  readonly rest: string;
}

/** Short words that begin others all the time: «utebelysning», «samskape», «nærradio». */
const PREFIXES = ["av", "by", "inn", "ned", "nær", "om", "opp", "sam", "til", "ut", "ute", "uten", "på"];

/** Every way to cut a word into a known first part and a rest. */
export function* cutsOf(word: string, has: (part: string) => boolean): Iterable<Cut> {
  for (let end = word.length - SHORTEST_PART; end >= SHORTEST_PART; end--) {
    const first = word.slice(0, end);
    if (!has(first)) continue;
    const rest = word.slice(end);
    for (const link of ["s", "e"] as const)
      if (rest.length > SHORTEST_PART && rest.startsWith(link)) yield { first, link, rest: rest.slice(1) };
    yield { first, link: "", rest };
  }
  for (const first of PREFIXES)
    if (word.startsWith(first) && word.length > first.length + SHORTEST_PART)
      yield { first, link: "", rest: word.slice(first.length) };
}

/**
 * How a word is made of known words, joined as Bokmål joins them: the length of the shortest part, and 0 when it is not.
 * Short parts are found in misspelt words too.
 */
export function shortestPart(word: string, has: (part: string) => boolean, deep = true): number {
  let best = 0;
  for (const { first, link, rest } of cutsOf(word, has)) {
    if (NEEDS_S.test(first) && link !== "s") continue;
    const last = has(rest) ? rest.length : deep ? shortestPart(rest, has, false) : 0;
    best = Math.max(best, Math.min(first.length, last));
  }
  return best;
}

/** The word with one consonant doubled or made single: the commonest slip in Norwegian. */
export function* doublings(word: string): Iterable<string> {
  for (const { 0: run, index } of word.matchAll(/([bcdfghjklmnpqrstvwxz])\1*/g))
    yield word.slice(0, index) +
      (run.length === 1 ? run + run : run.slice(1)) +
      word.slice(index + run.length);
}

/** How a compound that lacks its linking «s» is written; null for any other word. */
export function withLinkingS(word: string, has: (part: string) => boolean): string | null {
  for (const { first, link, rest } of cutsOf(word, has))
    if (link === "" && NEEDS_S.test(first) && has(rest)) return `${first}s${rest}`;
  return null;
}

/** Whether a word is a known one that ends in a vowel, inflected: dictionaries lack «datoen», «arenaer» and «kommandoene». */
export function isVowelStem(word: string, has: (stem: string) => boolean): boolean {
  const stem = /^(.{3,}[aou])(?:en|ene|er|et|ens|enes|ers|ets)$/.exec(word)?.[1];
  return stem !== undefined && has(stem);
}

/** Whether a word is a verb's infinitive: its present tense is a word too, and its past as weak verbs have it. */
export function isInfinitive(word: string, has: (form: string) => boolean): boolean {
  return has(`${word}r`) && (has(`${word}t`) || has(`${word.slice(0, -1)}te`));
}

/** Whether a word is one of those known, inflected. */
export function isInflected(word: string, known: ReadonlySet<string>): boolean {
  return ENDINGS.some((ending) => word.endsWith(ending) && known.has(word.slice(0, -ending.length)));
}
