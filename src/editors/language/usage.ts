import { MONTHS } from "../../build/format/date.ts";
import { capitalise } from "../../build/format/text.ts";
import { isInfinitive } from "./compounds.ts";
import type { Passage } from "./passages.ts";
import type { Finding, LanguageRule } from "./rules.ts";
import type { Speller } from "./spelling.ts";

/** Written as one word, or as two, against Språkrådet's rules, though the dictionary lets them pass. */
const COMMON: Readonly<Record<string, string>> = {
  allikevell: "likevel",
  foreksempel: "for eksempel",
  forsåvidt: "for så vidt",
  forøvrig: "for øvrig",
  "i følge": "ifølge",
  idag: "i dag",
  iforbindelse: "i forbindelse",
  iforhold: "i forhold",
  igår: "i går",
  ihvertfall: "i hvert fall",
  iallefall: "i alle fall",
  imorgen: "i morgen",
  istedet: "i stedet",
  istedenfor: "i stedet for",
  itillegg: "i tillegg",
  påtross: "på tross",
  "så fremt": "såfremt",
  tildels: "til dels",
  tilslutt: "til slutt",
  tilsammen: "til sammen",
  tilstede: "til stede",
  tiltross: "til tross",
  "vær så snill og": "vær så snill å",
};

const WEEKDAYS = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const OTHER_SMALL = ["norsk", "engelsk", "svensk", "dansk", "norske", "engelske", "jul", "påske"];

/** Words after which «og» before an infinitive was meant as «å». */
const BEFORE_INFINITIVE =
  "for|til|uten|ved|etter|begynner|begynte|forsøker|forsøkte|greier|klarer|klarte|liker|likte|ønsker|ønsket|pleier|prøver|prøvde|slutter|tør|velger|valgte|våger|våget|vil ha|lov til|mulig|viktig|lett|vanskelig|behov for|håper|planlegger";

interface UsageRule {
  readonly rule: LanguageRule;
  readonly languages: readonly string[];
  readonly pattern: RegExp;
  /** What to say of a match; null when it is no mistake. The found word begins at the group «word» when there is one. */
  readonly say: (match: RegExpMatchArray, has: (word: string) => boolean) => string | null;
}

const words = (list: readonly string[]) => `(?<![\\p{L}-])(?:${list.join("|")})(?![\\p{L}-])`;

const USAGE: readonly UsageRule[] = [
  {
    rule: "common-mistake",
    languages: ["nb"],
    pattern: new RegExp(words(Object.keys(COMMON)).replaceAll(" ", "\\s"), "giu"),
    say: ([found]) => `«${found}» skrives «${COMMON[found.toLowerCase().replace(/\s/, " ")]}».`,
  },
  {
    rule: "repeated-word",
    languages: ["nb", "nn", "en"],
    pattern: /(?<![\p{L}-])(\p{L}+)\s+\1(?![\p{L}-])/giu,
    say: ([, word = ""]) =>
      ["at", "som", "der", "that", "had"].includes(word.toLowerCase())
        ? null
        : `«${word}» står to ganger etter hverandre.`,
  },
  {
    rule: "and-or-to",
    languages: ["nb"],
    pattern: new RegExp(`(?<![\\p{L}-])(?:${BEFORE_INFINITIVE})\\s+(?<word>og)\\s+(?<verb>\\p{L}+)`, "giu"),
    say: ({ groups }, has) => {
      const verb = groups?.verb ?? "";
      const isLong = verb.endsWith("e") && isInfinitive(verb, has);
      const isShort = /^(?:få|gå|se|bli|gi|ta|ha|la|si|bo|nå|stå|slå|være|gjøre)$/.test(verb);
      return isLong || isShort ? `Foran «${verb}» skrives «å», ikke «og».` : null;
    },
  },
  {
    rule: "and-or-to",
    languages: ["nb"],
    pattern: /(?<![\p{L}-])å\s+(?<verb>\p{L}{3,}(?:er|ene|te|de|et|ert|tt))(?![\p{L}-])/giu,
    say: ({ groups }, has) => {
      const verb = groups?.verb ?? "";
      const mayBeInfinitive = verb.endsWith("e") && has(`${verb}r`);
      return has(verb) && !mayBeInfinitive ? `Foran «${verb}» skrives «og», ikke «å».` : null;
    },
  },
  {
    rule: "genitive-apostrophe",
    languages: ["nb", "nn"],
    pattern: /(?<![\p{L}-])(\p{L}*[^sxz\P{L}])['’]s(?![\p{L}-])/giu,
    say: ([found, name]) => `«${found}» skrives uten apostrof: «${name}s».`,
  },
  {
    rule: "capital-letter",
    languages: ["nb", "nn"],
    pattern: new RegExp(
      `(?<=[\\p{Ll}\\d,.]\\s)(?<!\\p{L}{2}\\.\\s)${words(
        [...MONTHS, ...WEEKDAYS, ...OTHER_SMALL].map(capitalise),
      )}`,
      "gu",
    ),
    say: ([found]) => `«${found}» skrives med liten forbokstav inne i en setning: «${found.toLowerCase()}».`,
  },
  {
    rule: "split-compound",
    languages: ["nb"],
    pattern:
      /(?<![\p{L}-])(?<!(?<!\p{L})(?:å|kan|må|skal|vil|bør)\s)(\p{L}\p{Ll}{3,})\s(?=(\p{Ll}{4,})(?![\p{L}-]))/gu,
    say: ([, first = "", second = ""], has) =>
      isSplit(first, second, has)
        ? `«${first} ${second}» skrives trolig i ett ord: «${first}${second}».`
        : null,
  },
];

/** Words that stand before others all the time, and happen to begin compounds too. */
const NO_FIRST_PART: ReadonlySet<string> = new Set(
  `alle allerede andre annen annet bare begge blant blir både deres denne derfor dette disse egen
   eget egne eller etter fire flere foran fordi fram første gjennom godt hadde hele hver hvert hvor
   hundre igjen ikke ingen innen inne kunne like mange mellom meter mindre nesten neste noen også
   over rundt samme seks selv siden siste sine skal skulle slik slike store tusen ulike under uten
   utenfor ville være våre åtte`.split(/\s+/),
);

/** Two words that the dictionary has as one, the first of them no adjective or verb that may stand before the other. */
function isSplit(first: string, second: string, has: (word: string) => boolean): boolean {
  const small = first.toLowerCase();
  if (NO_FIRST_PART.has(small) || !has(small + second) || !has(second)) return false;
  // The first part may have its linking sound with it: «utgangs punktet».
  if (!has(small)) return /[se]$/.test(small) && has(small.slice(0, -1));
  const infinitive = small.replace(/(?:ene|ende|er|ert|t|te|de)$/, "e");
  return infinitive === small || !has(infinitive);
}

/** What usage would write otherwise, though every word is right. */
export function* usageFindings({ text, language }: Passage, speller: Speller): Iterable<Finding> {
  const has = (word: string) => speller.has(word, language);
  for (const { rule, languages, pattern, say } of USAGE) {
    if (!languages.includes(language)) continue;
    for (const match of text.matchAll(pattern)) {
      const message = say(match, has);
      if (message === null) continue;
      const start =
        match.index + (match.groups?.word === undefined ? 0 : match[0].indexOf(match.groups.word));
      const found = rule === "split-compound" ? `${match[1]} ${match[2]}` : match[0];
      yield { rule, start, found, message };
    }
  }
}
