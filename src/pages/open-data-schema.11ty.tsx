import { openDataSchema, SCHEMA_PATH } from "../build/exports/open-data.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: SCHEMA_PATH,
};

/** The shape of the open data, beside it. */
export function render({ item: site }: Props): string {
  return `${JSON.stringify(openDataSchema(site), null, 2)}\n`;
}
