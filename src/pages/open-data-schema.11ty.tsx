import { openDataSchema, SCHEMA_PATH } from "../build/exports/open-data.ts";
import { eachOf, type Given } from "../model/collections.ts";

export const data = eachOf("site", () => SCHEMA_PATH);

/** The shape of the open data, beside it. */
export function render({ item: { site } }: Given<"site">): string {
  return `${JSON.stringify(openDataSchema(site), null, 2)}\n`;
}
