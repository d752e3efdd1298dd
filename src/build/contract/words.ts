import leven, { closestMatch } from "leven";
import type { Figure } from "../../model/site.ts";
import { longDate, MONTHS, weekday } from "../format/date.ts";
import { groupBy } from "../format/groups.ts";
import { number } from "../format/number.ts";
import { remembering } from "../format/text.ts";
import type { Rule } from "./rules.ts";

/** Something in running words that the registers or the calendar contradict. Offsets are within the text. */
export interface Finding {
  readonly rule: Rule;
  readonly start: number;
  readonly message: string;
}

const WEEKDAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag";
const DATE = new RegExp(
  `(?<!\\d)(\\d{1,2})\\.[ \u00a0\\n](${MONTHS.join("|")})[ \u00a0\\n](\\d{4})\\b`,
  "gi",
);
/** A weekday right before a date, at the end of a text. */
const WEEKDAY = new RegExp(`\\b(${WEEKDAYS})(?: den)?[ \u00a0\\n]$`, "i");
/** The longest, «torsdag den », has twelve characters; what stands before it shows whether it is a word of its own. */
const BEFORE_DATE = 20;

/** Dates that do not exist, and weekdays that do not fit their date. */
export function* checkDates(text: string): Iterable<Finding> {
  for (const match of text.matchAll(DATE)) {
    const [written, date = "", month = "", year = ""] = match;
    // Sought for only where there is a date: a pattern that may begin with a weekday is tried at every letter.
    const before = text.slice(Math.max(0, match.index - BEFORE_DATE), match.index);
    const [weekdayBefore = "", day] = WEEKDAY.exec(before) ?? [];
    const start = match.index - weekdayBefore.length;
    const monthNumber = MONTHS.indexOf(month.toLowerCase()) + 1;
    const iso = `${year}-${String(monthNumber).padStart(2, "0")}-${date.padStart(2, "0")}`;
    if (new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate() < Number(date) || Number(date) === 0) {
      yield {
        rule: "invalid-date",
        start,
        message: `«${weekdayBefore}${written}» er ikke en dato som finnes.`,
      };
    } else if (day !== undefined && weekday(iso, "nb") !== day.toLowerCase()) {
      yield {
        rule: "wrong-weekday",
        start,
        message: `${longDate(iso, "nb")} var en ${weekday(iso, "nb")}, ikke en ${day.toLowerCase()}.`,
      };
    }
  }
}

/** The registered figures by their unit: all of them, and by the numbers that they hold. */
export type FiguresByUnit = ReadonlyMap<
  string,
  { readonly all: readonly Figure[]; readonly byNumber: ReadonlyMap<number, readonly Figure[]> }
>;

/** Indexes figures: pages that name one of thousands do not look at each. */
export function indexFigures(figures: readonly Figure[]): FiguresByUnit {
  const units = [...groupBy(figures, ({ unit }) => unit)].map(([unit, all]) => {
    const numbers = all.flatMap((figure) =>
      [...new Set([figure.value, figure.to ?? figure.value])].map((value) => ({ value, figure })),
    );
    const byNumber = [...groupBy(numbers, ({ value }) => value)].map(
      ([value, found]) => [value, found.map(({ figure }) => figure)] as const,
    );
    return [unit, { all, byNumber: new Map(byNumber) }] as const;
  });
  return new Map(units);
}

/** A number in running words with a unit that the register of figures knows. */
export interface NumberInText {
  readonly start: number;
  readonly found: string;
  readonly value: number;
  readonly unit: string;
  /** The registered figures with that unit, and those of them that have the number's value. */
  readonly candidates: readonly Figure[];
  readonly matches: readonly Figure[];
}

/** Every number in the text that stands before a registered unit. */
export function* numbersIn(text: string, byUnit: FiguresByUnit): Iterable<NumberInText> {
  for (const match of text.matchAll(
    /(?<![\d.,–-])(\d+(?:[ \u00a0]\d{3})*(?:,\d+)?)[ \u00a0\n]([\p{L}²]+(?:[ \u00a0\n]\p{L}+){0,2})/gu,
  )) {
    const [, digits = "", words = ""] = match;
    const [first = "", second = "", third = ""] = words.split(/[ \u00a0\n]/);
    const unit = [`${first} ${second} ${third}`, `${first} ${second}`, first].find((candidate) =>
      byUnit.has(candidate),
    );
    const figures = byUnit.get(unit ?? "");
    if (unit === undefined || figures === undefined) continue;
    const value = Number(digits.replace(/[ \u00a0]/g, "").replace(",", "."));
    const matches = figures.byNumber.get(value) ?? [];
    yield { start: match.index, found: `${digits} ${unit}`, value, unit, candidates: figures.all, matches };
  }
}

/** A number whose unit is registered, but not with that value. `placeOf` gives where a figure's value stands. */
export function contradiction(
  { start, found, value, unit, candidates, matches }: NumberInText,
  placeOf: (figure: Figure) => string,
): Finding | null {
  if (matches.length > 0) return null;
  const near = closestMatch(
    String(value),
    candidates.map((figure) => String(figure.value)),
  );
  const figure = candidates.find((candidate) => String(candidate.value) === near) ?? candidates[0];
  if (figure === undefined) return null;
  const registered = `${number(figure.value, "nb")} ${unit} (${placeOf(figure)})`;
  const others = candidates.length > 1 ? " Andre tall med samme enhet passer heller ikke." : "";
  return {
    rule: "contradicting-number",
    start,
    message: `Her står det «${found}», men i registeret over tall er det ${registered}.${others} Rett det ene.`,
  };
}

/**
 * Numbers in a page in another language that no register holds. The units are the register's Bokmål words, so such a page
 * is held against the numbers alone.
 */
export function* unregisteredNumbers(
  text: string,
  registered: ReadonlyMap<number, string>,
): Iterable<Finding> {
  for (const { 0: found, index } of text.matchAll(
    /(?<![\p{L}\d.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\p{L}\d-])/gu,
  )) {
    const value = Number(found.replaceAll(",", ""));
    if (registered.has(value)) continue;
    // A number is mistaken by a digit: 50 000 is nearer to 500 000 than 450 000 is.
    const near = Number(closestMatch(String(value), [...registered.keys()].map(String)));
    const hint = registered.has(near)
      ? ` Det nærmeste er ${number(near, "nb")} i ${registered.get(near)}.`
      : "";
    const message = `Tallet «${found}» finnes ikke i noe register.${hint} Rett det, eller før det inn der først.`;
    yield { rule: "unregistered-number", start: index, message };
  }
}

/** The registered names, made ready for {@link checkNames}. */
export interface NameIndex {
  readonly all: ReadonlySet<string>;
  /** Finds a word that begins with the same capital as one of them. */
  readonly pattern: RegExp;
  /** Those that may be meant by words of which this is the first: for nearly all words, none. */
  readonly near: (word: string) => readonly RegisteredName[];
}

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

/** Indexes names, each given with where it is registered. */
export function indexNames(names: Iterable<readonly [name: string, place: () => string]>): NameIndex {
  const all = new Set<string>();
  const known: RegisteredName[] = [];
  for (const [name, place] of names) {
    all.add(name);
    if (name.length < SHORTEST_NAME || !/^\p{Lu}/u.test(name)) continue;
    known.push({ name, bare: name.replace(/s$/, ""), words: name.split(/[ \u00a0]/).length, place });
  }
  const initials = known.map(({ name }) => name.charAt(0)).join("");
  // What stands before is looked at after the capital, for few letters are such capitals.
  const pattern = new RegExp(`[${initials}](?<![\\p{L}-].)[\\p{L}-]+`, "gu");
  const byInitial = groupBy(known, ({ name }) => name.charAt(0));
  const near = remembering((word) =>
    (byInitial.get(word.charAt(0)) ?? []).filter(({ bare }) => beginsLike(bare, word)),
  );
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
