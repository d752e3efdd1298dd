import { DateTime, Settings } from "luxon";

// An impossible date is a fault in the build, never the words "Invalid DateTime" on a page.
Settings.throwOnInvalid = true;
declare module "luxon" {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

/** Norwegian, always in UTC: a plain date must not become the day before on a machine west of Greenwich. */
function read(date: string): DateTime {
  return DateTime.fromISO(date, { zone: "utc", locale: "nb" });
}

const NO_BREAK_SPACE = "\u00a0";

/**
 * A date as people write it, as far as it is known: «15. juni 2017», «juni 2016», «2015».
 * Throws on a date that does not exist.
 */
export function longDate(date: string): string {
  if (/^\d{4}$/.test(date)) return read(date).toFormat("yyyy");
  if (/^\d{4}-\d{2}$/.test(date)) return read(date).toFormat("LLLL yyyy");
  return read(date).toFormat(`d.'${NO_BREAK_SPACE}'LLLL yyyy`);
}

/** The same with its weekday when the day is known: «torsdag 15. juni 2017». */
export function longDateWithWeekday(date: string): string {
  return date.length === "yyyy-mm-dd".length ? `${weekday(date)} ${longDate(date)}` : longDate(date);
}

/** The day of a page's newest change, or else the day it was published. Changes stand newest first. */
export function lastChanged<Published extends string | null>(page: {
  readonly published: Published;
  readonly changes: readonly { readonly date: string }[];
}): string | Published {
  return page.changes[0]?.date ?? page.published;
}

/** «torsdag». */
export function weekday(date: string): string {
  return read(date).toFormat("cccc");
}

/** The name of a month from its number, 1 to 12: «juni». */
export function monthName(month: number): string {
  return read(`2000-${String(month).padStart(2, "0")}`).toFormat("LLLL");
}
