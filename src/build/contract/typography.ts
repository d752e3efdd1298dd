import type { Language } from "../../model/language.ts";
import { MONTHS } from "../format/date.ts";
import { NO_BREAK_SPACE } from "../format/text.ts";
import type { Edit } from "./problem.ts";
import type { Rule } from "./rules.ts";

/** A place in a text that Norwegian typography would write otherwise, and the least that must change there. */
export interface Correction {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

interface TypographyRule {
  readonly rule: Rule;
  /** One of these is in whatever the pattern finds: most texts have none of them, which is seen at once. */
  readonly marks?: readonly string[];
  readonly pattern: RegExp;
  readonly correct: (match: RegExpMatchArray) => readonly Edit[];
}

/** Writes what was found anew. */
function rewrite(correct: (match: RegExpMatchArray) => string): TypographyRule["correct"] {
  return (match) => [{ start: 0, end: match[0].length, text: correct(match) }];
}

/** Changes the marks around what was found; what stands between them may be code or an address, and is left alone. */
function enclose(open: string, close: string, closeLength = 1): TypographyRule["correct"] {
  return ([{ length }]) => [
    { start: 0, end: 1, text: open },
    { start: length - closeLength, end: length, text: close },
  ];
}

const SPEECH = "sa|sier|forteller|fortalte|mener|mente|svarer|svarte|spør|spurte|skriver|skrev";

/** Before the digits of an amount, after what is quickly seen: they do not begin with a zero, and no word takes them for a name. */
const AMOUNT = "(?!0)(?<!(?:\\b(?:ring|mobil|telefon|tlf\\.?|kid|versjon)|nummer|nr\\.?):? )";

/**
 * The rules, after Språkrådet's «Skriveregler» (sprakradet.no): guillemets, the comma after the closing mark, the en dash,
 * thousands parted by no-break spaces, the clock with a full stop, «prosent» in words. A pattern without marks begins with what is rare,
 * and looks at what stands before that last.
 */
const typographyRules: readonly TypographyRule[] = [
  {
    rule: "quote-comma",
    pattern: /,([»”"])(?=[\s\ufffc])/g,
    correct: rewrite(([, mark]) => `${mark === '"' ? "»" : mark},`),
  },
  // After a number the sign stands for inches.
  {
    rule: "straight-quotes",
    marks: ['"'],
    pattern: /(?<!\d)"([^"\n]*[^"\s,])"/g,
    correct: enclose("«", "»"),
  },
  {
    rule: "straight-quotes",
    marks: ['"'],
    pattern: /"([^"\n]*),"(?=[\s\ufffc])/g,
    correct: enclose("«", "»,", 2),
  },
  {
    rule: "straight-quotes",
    marks: ["“", "”"],
    pattern: /[“„”]([^“”„\n]+)[”“]/g,
    correct: enclose("«", "»"),
  },
  {
    rule: "straight-quotes",
    pattern: /»(?<=(?:^|[\s(])»)(?=[\p{L}\d])[^«»\n]+«/gmu,
    correct: enclose("«", "»"),
  },
  {
    rule: "speech-dash",
    // A line among others is a point of a list, or goes on from the line before.
    pattern: new RegExp(
      `^(?<!\\S\\n)(?:--?|—)(?= [^\\n]+, (?:${SPEECH}) [^\\n]*(?:\\n(?![-—] )|$(?!\\n)))`,
      "gm",
    ),
    correct: rewrite(() => "–"),
  },
  { rule: "em-dash", marks: ["—"], pattern: /^—(?= )/gm, correct: rewrite(() => "–") },
  { rule: "em-dash", marks: ["—"], pattern: /(?<=\S) ?— ?/g, correct: rewrite(() => " – ") },
  {
    rule: "hyphen-for-dash",
    marks: [" - ", " -- "],
    pattern: /(?<=\d) --? (?=\d)/g,
    correct: rewrite(() => "–"),
  },
  {
    rule: "hyphen-for-dash",
    pattern: /-(?<=(?<![\w/-])(?:19|20)\d\d-)(?=(?:19|20)\d\d(?![\w/-]))/g,
    correct: rewrite(() => "–"),
  },
  {
    rule: "hyphen-for-dash",
    marks: [" - ", " -- "],
    pattern: /(?<=[^\s|:-]) --? (?=[^\s|-])/g,
    correct: rewrite(() => " – "),
  },
  {
    rule: "mark-spacing",
    // Full stops that follow upon each other stand for words that are left out.
    pattern: /[ \u00a0][,.;!?](?<=[\p{L}\d»)]..)(?![^\s!?\ufffc])/gu,
    correct: rewrite(([found]) => found.trim()),
  },
  {
    rule: "number-grouping",
    // Of four groups the last of a great sum is 000; of an address on the network it never is.
    pattern: new RegExp(
      `(?<![\\d.,/-])${AMOUNT}(?!(?:\\d+\\.){3}(?!000)\\d)\\d{1,3}(?:\\.\\d{3})+(?![.,]?\\d)`,
      "gi",
    ),
    correct: rewrite(([number]) => number.replaceAll(".", NO_BREAK_SPACE)),
  },
  {
    rule: "number-grouping",
    // Eight digits are a telephone number, unless they are round and no word says so; more than nine are an account, a book or a case.
    pattern: new RegExp(
      `(?<![\\d.,/\\w#-])${AMOUNT}(?!\\d{5}(?!000)\\d{3}\\b)\\d{5,9}(?![\\w.-]*[\\w/])`,
      "gi",
    ),
    correct: rewrite(([number]) => number.replace(/\B(?=(?:\d{3})+$)/g, NO_BREAK_SPACE)),
  },
  {
    rule: "number-grouping",
    // As in English. A comma before three other digits parts whole ones from decimals.
    pattern: /,(?=(?:\d{3},)*000(?![.,]?\d))(?<=(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})*,)/g,
    correct: rewrite(() => NO_BREAK_SPACE),
  },
  {
    rule: "clock-time",
    // «kl. 1.9.» is no time, and «kl18» may be a part of an address.
    pattern:
      /(k(?<![\p{L}\d/-]k)l(?:\.[ \u00a0]?|[ \u00a0]|(?=\d\d?[.:]\d)|okk(?:a|en)[ \u00a0]))(\d\d?(?:[.:]\d\d)?)(?:(?: ?- ?|–)(\d\d?(?:[.:]\d\d)?))?(?![.:]?\d)/giu,
    correct: rewrite(sayTime),
  },
  {
    rule: "date-spacing",
    pattern: new RegExp(`\\b(\\d{1,2})[. \u00a0](${MONTHS.join("|")})\\b`, "gi"),
    correct: rewrite(([, day, month]) => `${day}. ${month?.toLowerCase()}`),
  },
  {
    rule: "percent-sign",
    // A table has little room, and the sign is right there.
    marks: ["%"],
    pattern: /(?<=\d)[ \u00a0]?%(?<!^[ \t>]*\|.*)(?!-?\p{L})/gmu,
    correct: rewrite(() => " prosent"),
  },
];

/** «kl. 14.30», or «kl. 10–16» from one time to another. */
function sayTime([, before = "", from = "", to]: RegExpMatchArray): string {
  const word = before.replace(/^(kl)(?:\.?|[ \u00a0])$/i, `$1.${NO_BREAK_SPACE}`);
  return (word + (to === undefined ? from : `${from}–${to}`)).replaceAll(":", ".");
}

/** Every place in a text to correct, in order and without overlaps. Offsets are within the text. The rules are for Norwegian. */
export function corrections(text: string, language: Language): readonly Correction[] {
  if (language !== "nb") return [];
  const all = typographyRules
    .filter(({ marks = [""] }) => marks.some((mark) => text.includes(mark)))
    .filter(({ pattern }) => text.search(pattern) !== -1)
    .flatMap(({ rule, pattern, correct }) =>
      [...text.matchAll(pattern)].map((match): Correction => {
        const { index, 0: found } = match;
        const edits = correct(match).map(({ start, end, ...edit }) => ({
          ...edit,
          start: index + start,
          end: index + end,
        }));
        return { rule, start: index, end: index + found.length, edits };
      }),
    )
    .filter(({ edits }) => edits.some(({ start, end, text: mended }) => text.slice(start, end) !== mended))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter((correction) => {
    if (correction.start < end) return false;
    end = correction.end;
    return true;
  });
}
