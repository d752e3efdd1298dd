import type { Registers } from "../../model/register.ts";
import type { Located } from "./located.ts";
import type { Report } from "./problem.ts";

/** Warns of a security contact that nobody may trust any longer (RFC 9116, 2.5.5), at `now` in milliseconds since 1970. */
export function checkExpiry(
  settings: Registers["site"],
  located: Located,
  now: number,
  report: Report,
): void {
  const expires = settings.security?.expires;
  if (expires === undefined || expires >= new Date(now).toISOString().slice(0, 10)) return;
  const message = `Kontakten for sårbarheter gikk ut ${expires}. Sett en ny dato, høyst et år fram.`;
  report.add("expired-date", located.file, located.at(["security", "expires"]), message);
}
