import leven from "leven";
import { groupBy } from "../format/groups.ts";
import { remembering } from "../format/text.ts";
import type { Finding } from "./words.ts";

/** The registered names, made ready for {@link checkNames}. */
export type NameIndex = ReturnType<typeof indexNames>;

interface RegisteredName {
  readonly name: string;
  /** Without an -s at its end. */
  readonly bare: string;
  readonly words: number;
  /** Where it is registered: «_data/people.json:5». Worked out only where there is something to tell. */
  readonly place: () => string;
}

/** Those long enough to be told from ordinary words. */
const SHORTEST_NAME = 9;
/** By so many letters can words differ from a name, with a genitive -s, and still be meant for it. */
const MOST_AMISS = 3;
/** Of more names than this with the same initial, only those that go on as the word does are looked at: each is slow to compare. */
const MANY = 100;

/** Indexes names, each given with where it is registered. */
export function indexNames(names: Iterable<readonly [name: string, place: () => string]>) {
  const all = new Set<string>();
  const known: RegisteredName[] = [];
  for (const [name, place] of names) {
    all.add(name);
    if (name.length < SHORTEST_NAME || !/^\p{Lu}/u.test(name)) continue;
    known.push({ name, bare: name.replace(/s$/, ""), words: name.split(/[ \u00a0]/).length, place });
  }
  const initials = known.map(({ name }) => name.charAt(0)).join("");
  // A word that begins with the same capital as one of them. What stands before is looked at after it, for few letters are such capitals.
  const pattern = new RegExp(`[${initials}](?<![\\p{L}-].)[\\p{L}-]+`, "gu");
  const byInitial = groupBy(known, ({ name }) => name.charAt(0));
  const byStart = groupBy(known, ({ name }) => name.slice(0, 3));
  // Those that may be meant by words of which this is the first: for nearly all words, none.
  const near = remembering((word): readonly RegisteredName[] => {
    const same = byInitial.get(word.charAt(0)) ?? [];
    const some = same.length > MANY ? (byStart.get(word.slice(0, 3)) ?? []) : same;
    return some.filter(({ bare }) => beginsLike(bare, word));
  });
  return { all, pattern, near };
}

/** Whether a name begins with nearly this word. */
function beginsLike(name: string, word: string): boolean {
  const begins = name.slice(0, word.length + MOST_AMISS);
  let amiss = 0;
  // Each letter that the name lacks is one amiss: so most are told apart without a closer look.
  for (const letter of word) if (!begins.includes(letter) && ++amiss > MOST_AMISS) return false;
  const lengths = Array.from({ length: 2 * MOST_AMISS + 1 }, (_, index) => word.length - MOST_AMISS + index);
  return lengths.some(
    (length) =>
      length >= 0 && leven(word, name.slice(0, length), { maxDistance: MOST_AMISS + 1 }) <= MOST_AMISS,
  );
}

/** A word and up to three more. */
const WORDS = /[\p{L}-]+(?:[ \u00a0\n][\p{L}-]+){0,3}/uy;

/** Words that are nearly, but not quite, a registered name: «Lene Conrady». A genitive -s is no mistake. */
export function* checkNames(text: string, { all, pattern, near }: NameIndex): Iterable<Finding> {
  for (const { 0: first, index } of text.matchAll(pattern)) {
    const names = near(first);
    if (names.length === 0) continue;
    WORDS.lastIndex = index;
    const words = (WORDS.exec(text)?.[0] ?? first).replace(/[\u00a0\n]/g, " ");
    const ends = endsOf(words);
    for (const { name, bare: bareName, words: count, place } of names) {
      // Nearly all are told apart by their length.
      const length = ends[count - 1] ?? 0;
      if (Math.abs(length - name.length) > 2) continue;
      const found = words.slice(0, length);
      const bare = found.replace(/s$/, "");
      if (Math.abs(bare.length - name.length) > 1 || all.has(found) || all.has(bare)) continue;
      const limit = name.length >= 14 ? 2 : 1;
      const distance = leven(bare, bareName, { maxDistance: limit + 1 });
      if (distance > 0 && distance <= limit) {
        yield {
          rule: "misspelt-name",
          start: index,
          message: `«${found}» ligner på «${name}», som er navnet i registeret (${place()}). Skriv det likt.`,
        };
      }
    }
  }
}

/** Where each of the words ends, in characters. */
function endsOf(words: string): readonly number[] {
  let end = -1;
  return words.split(" ").map(({ length }) => {
    end += 1 + length;
    return end;
  });
}
