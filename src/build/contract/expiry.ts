import type { Data } from "./data.ts";
import type { Report } from "./problem.ts";
import { within } from "./registry.ts";

/** Warns of a security contact that nobody may trust any longer (RFC 9116, 2.5.5), at `now` in milliseconds since 1970. */
export function checkExpiry({ holds, located }: Data["site"], now: number, report: Report): void {
  const expires = holds?.security?.expires;
  if (expires === undefined || expires >= new Date(now).toISOString().slice(0, 10)) return;
  const { file, at } = within(located, ["security"]);
  const message = `Kontakten for sårbarheter gikk ut ${expires}. Sett en ny dato, høyst et år fram.`;
  report.add("expired-date", file, at(["expires"]), message);
}
