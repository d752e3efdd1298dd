import type { Data } from "./data.ts";
import type { Report } from "./problem.ts";
import { within } from "./registry.ts";

/**
 * Warns of a security contact that nobody may trust any longer, or that is to be trusted for more than a year (RFC 9116, 2.5.5), at
 * `now` in milliseconds since 1970.
 */
export function checkExpiry({ holds, located }: Data["site"], now: number, report: Report): void {
  const expires = holds?.security?.expires;
  const today = new Date(now).toISOString().slice(0, "yyyy-mm-dd".length);
  const [year = "", ...day] = today.split("-");
  const latest = [Number(year) + 1, ...day].join("-");
  if (expires === undefined || (expires >= today && expires <= latest)) return;
  const { file, at } = within(located, ["security"]);
  const message =
    expires < today
      ? `Kontakten for sårbarheter gikk ut ${expires}. Sett en ny dato, høyst et år fram.`
      : `Kontakten for sårbarheter går ut ${expires}. Sett en dato som er høyst et år fram, så den blir sett over hvert år.`;
  report.add("expired-date", file, at(["expires"]), message);
}
