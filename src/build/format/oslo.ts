import { DateTime } from "luxon";

const ZONE = "Europe/Oslo";
const FORM = "yyyy-MM-dd HH:mm";

/** Why a wall-clock time in Norway names no moment: never on the clock, or on it twice, when summer time begins or ends. */
export type ClockFault = "no such date" | "skipped" | "twice";

/**
 * The moment, in milliseconds since 1970, at which clocks in Norway show a time written as `2026-12-24 08:00`; or why
 * there is no such single moment.
 */
export function osloMoment(text: string): number | ClockFault {
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0] =
    /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/.exec(text)?.map(Number) ?? [];
  const written = new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (written.toISOString().slice(0, 16).replace("T", " ") !== text) return "no such date";
  const time = DateTime.fromObject({ year, month, day, hour, minute }, { zone: ZONE });
  if (time.toFormat(FORM) !== text) return "skipped";
  return time.getPossibleOffsets().length > 1 ? "twice" : time.toMillis();
}

/** What clocks in Norway show at a moment, as `2026-12-24 08:00`. */
export function osloClock(moment: number): string {
  return DateTime.fromMillis(moment, { zone: ZONE }).toFormat(FORM);
}
