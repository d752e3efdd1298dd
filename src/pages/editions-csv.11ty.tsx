import { CSV_PATH, editionsCsv } from "../build/exports/csv.ts";
import { withoutTypesetting } from "../build/format/text.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: CSV_PATH,
};

/** The editions as a table for spreadsheets. */
export function render({ item: site }: Props): string {
  return withoutTypesetting(editionsCsv(site));
}
