import { CSV_PATH, editionsCsv } from "../build/exports/csv.ts";
import { withoutTypesetting } from "../build/format/text.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("site", () => CSV_PATH);

/** The editions as a table for spreadsheets. */
export function render({ item: { site } }: Given<"site">): string {
  return withoutTypesetting(editionsCsv(site));
}
