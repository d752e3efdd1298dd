import { DateTime, Settings } from "luxon";
import type { Language } from "../../model/language.ts";

// An impossible date is a fault in the build, never the words "Invalid DateTime" on a page.
Settings.throwOnInvalid = true;
declare module "luxon" {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

const NO_BREAK_SPACE = "\u00a0";

/** How each language writes a date whose day is known, in luxon's tokens. English is British. */
const forms: Readonly<Record<Language, { readonly locale: string; readonly day: string }>> = {
  nb: { locale: "nb", day: `d.'${NO_BREAK_SPACE}'LLLL yyyy` },
  en: { locale: "en-GB", day: `d'${NO_BREAK_SPACE}'LLLL yyyy` },
};

/** Always in UTC: a plain date must not become the day before on a machine west of Greenwich. */
function read(date: string, language: Language): DateTime {
  return DateTime.fromISO(date, { zone: "utc", locale: forms[language].locale });
}

/**
 * A date as people write it, as far as it is known: «15. juni 2017», «juni 2016», «2015»; in English «15 June 2017».
 * Throws on a date that does not exist.
 */
export function longDate(date: string, language: Language): string {
  const key = `${date} ${language}`;
  const written = known.get(key) ?? write(date, language);
  known.set(key, written);
  return written;
}

/** The same few dates come again and again. */
const known = new Map<string, string>();

function write(date: string, language: Language): string {
  const form = date.length === 4 ? "yyyy" : date.length === 7 ? "LLLL yyyy" : forms[language].day;
  return read(date, language).toFormat(form);
}

/** The same with its weekday when the day is known: «torsdag 15. juni 2017». */
export function longDateWithWeekday(date: string, language: Language): string {
  const written = longDate(date, language);
  return date.length === "yyyy-mm-dd".length ? `${weekday(date, language)} ${written}` : written;
}

/** The day of a page's newest change, or else the day it was published. Changes stand newest first. */
export function lastChanged<Published extends string | null>(page: {
  readonly published: Published;
  readonly changes: readonly { readonly date: string }[];
}): string | Published {
  return page.changes[0]?.date ?? page.published;
}

/** The newest day on which any of the pages was changed or published; null when none of them says. */
export function newestChange(pages: readonly Parameters<typeof lastChanged>[0][]): string | null {
  const days = pages.flatMap((page) => lastChanged(page) ?? []);
  return days.sort().at(-1) ?? null;
}

/** «torsdag», «Thursday». */
export function weekday(date: string, language: Language): string {
  return read(date, language).toFormat("cccc");
}

/** The months' names in Norwegian, January first. Written out: to ask luxon takes each process 20 ms. */
export const MONTHS: readonly string[] =
  "januar februar mars april mai juni juli august september oktober november desember".split(" ");
