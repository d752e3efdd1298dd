import { calendar } from "../build/exports/calendar.ts";
import { withoutTypesetting } from "../build/format/text.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("calendars", ({ path }) => path);

/** The award and the days after it, for calendars (RFC 5545). */
export async function render({ item: { site, article } }: Given<"calendars">): Promise<string> {
  return withoutTypesetting(await calendar(site, article));
}
