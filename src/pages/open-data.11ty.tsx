import { JSON_DATA_PATH, openData } from "../build/exports/open-data.ts";
import { withoutTypesetting } from "../build/format/text.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("site", () => JSON_DATA_PATH);

/** All facts as open data. */
export function render({ item: { site } }: Given<"site">): string {
  return withoutTypesetting(`${JSON.stringify(openData(site), null, 2)}\n`);
}
