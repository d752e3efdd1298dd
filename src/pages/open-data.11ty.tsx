import { JSON_DATA_PATH, openData } from "../build/exports/open-data.ts";
import { withoutTypesetting } from "../build/format/text.ts";
import type { Site } from "../model/site.ts";

interface Props {
  readonly item: Site;
}

export const data = {
  pagination: { data: "collection.site", size: 1, alias: "item" },
  permalink: JSON_DATA_PATH,
};

/** All facts as open data. */
export function render({ item: site }: Props): string {
  return withoutTypesetting(`${JSON.stringify(openData(site), null, 2)}\n`);
}
