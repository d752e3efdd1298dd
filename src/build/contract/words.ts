import { closestMatch } from "leven";
import type { Language } from "../../model/language.ts";
import type { Figure } from "../../model/site.ts";
import { longDate, MONTHS, weekday } from "../format/date.ts";
import { groupBy } from "../format/groups.ts";
import { number } from "../format/number.ts";
import { masked } from "./mask.ts";
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

/** The registered figures by their unit, and by each number that they hold with its unit: «783 deltakere». */
type FigureIndex = ReturnType<typeof indexFigures>;

/** Indexes figures: pages that name one of thousands do not look at each. */
export function indexFigures(figures: readonly Figure[]) {
  const amounts = figures.flatMap((figure) =>
    [figure.value, figure.to ?? figure.value].map((value) => ({ figure, amount: `${value} ${figure.unit}` })),
  );
  return { byUnit: groupBy(figures, ({ unit }) => unit), byAmount: groupBy(amounts, ({ amount }) => amount) };
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
export function* numbersIn(text: string, { byUnit, byAmount }: FigureIndex): Iterable<NumberInText> {
  for (const match of text.matchAll(
    /(?<![\d.,–-])(\d+(?:[ \u00a0]\d{3})*(?:,\d+)?)[ \u00a0\n]([\p{L}²]+(?:[ \u00a0\n]\p{L}+){0,2})/gu,
  )) {
    const [, digits = "", words = ""] = match;
    const [first = "", second = "", third = ""] = words.split(/[ \u00a0\n]/);
    const unit = [`${first} ${second} ${third}`, `${first} ${second}`, first].find((candidate) =>
      byUnit.has(candidate),
    );
    const candidates = byUnit.get(unit ?? "");
    if (unit === undefined || candidates === undefined) continue;
    const value = Number(digits.replace(/[ \u00a0]/g, "").replace(",", "."));
    const matches = (byAmount.get(`${value} ${unit}`) ?? []).map(({ figure }) => figure);
    yield { start: match.index, found: `${digits} ${unit}`, value, unit, candidates, matches };
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
    message: `Her står det «${found}», men i registeret over tall er det ${registered}.${others} Rett det ene, eller før inn tallet der når det er et annet.`,
  };
}

/** A telephone number, which on such a page has its country's. */
const PHONE = /\+\d[\d \u00a0]*/g;

/**
 * Numbers in a page in another language that no register holds. The units are the register's Bokmål words, so such a page
 * is held against the numbers alone.
 */
export function* unregisteredNumbers(
  text: string,
  registered: ReadonlyMap<number, string>,
  language: Language,
): Iterable<Finding> {
  for (const { 0: found, index } of masked(text, PHONE).matchAll(
    /(?<![\p{L}\d.,-])(?:\d{1,3}(?:[ \u00a0.]\d{3})+|\d+(?:,\d{3})*(?:\.\d+)?)(?![\p{L}\d-])/gu,
  )) {
    const value = Number(found.replaceAll(",", ""));
    if (registered.has(value)) continue;
    const grouped = Number(found.replace(/\D/g, ""));
    if (/^\d+(?:[ \u00a0.]\d{3})+$/.test(found) && registered.has(grouped)) {
      const message = `«${found}» skrives «${number(grouped, language)}» på dette språket.`;
      yield { rule: "unregistered-number", start: index, message };
      continue;
    }
    // A number is mistaken by a digit: 50 000 is nearer to 500 000 than 450 000 is.
    const near = Number(closestMatch(String(value), [...registered.keys()].map(String)));
    const hint = registered.has(near)
      ? ` Det nærmeste er ${near < 10_000 ? near : number(near, "nb")} i ${registered.get(near)}.`
      : "";
    const message = `Tallet «${found}» finnes ikke i noe register.${hint} Rett det, eller før det inn der først.`;
    yield { rule: "unregistered-number", start: index, message };
  }
}
