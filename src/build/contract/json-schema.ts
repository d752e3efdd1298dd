import * as z from "zod";
import { type DataFileName, dataFiles } from "../../model/register.ts";

/** The folder of the generated schemas, from the project's root. */
export const SCHEMA_FOLDER = "src/model/schemas";

/** The name of a data file's schema: «people.schema.json». */
export function schemaName(name: DataFileName): string {
  return `${name}.schema.json`;
}

/** The text of a schema's file. */
export function schemaText(name: DataFileName): string {
  return `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
}

/**
 * A data file's shape as JSON Schema (draft 2020-12), from the model: what an editor's tool completes and underlines from.
 * Descriptions are the model's own, in Bokmål.
 */
export function jsonSchema(name: DataFileName): object {
  return { title: `_data/${name}.json`, ...z.toJSONSchema(dataFiles[name]) };
}
