import { placeOf } from "../../build/contract/places.ts";
import { heads } from "../../model/frontmatter.ts";
import { dataFileNames, dataFiles } from "../../model/register.ts";
import { type Field, fieldsOf } from "./fields.ts";

/** A file as a form: the fields of its data, or of its head with prose below. */
export interface Form {
  readonly kind: "data" | "page";
  readonly fields: readonly Field[];
}

/** The form of a file, by its path from the project's root; null for what is neither a data file nor a page. */
export function formOf(path: string): Form | null {
  const name = dataFileNames.find((known) => path === `_data/${known}.json`);
  if (name !== undefined) return { kind: "data", fields: fieldsOf(dataFiles[name]) };
  const place = placeOf(path);
  return place === null ? null : { kind: "page", fields: fieldsOf(heads[place.kind]) };
}
