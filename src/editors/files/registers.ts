import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fieldOf, isRecord } from "../../build/format/unknown.ts";
import { type DataFileName, dataFiles } from "../../model/register.ts";

/** A row of a register, as it stands in the file. */
export type Row = Readonly<Record<string, unknown>>;

/** A data file's path from the project's root. */
export function dataFilePath(name: DataFileName): string {
  return `_data/${name}.json`;
}

/** The one list that a register holds: «people» in `people.json`, «milestones» in `timeline.json`. Null for the files that are no list. */
export function listKey(name: DataFileName): string | null {
  const [key, other] = Object.keys(dataFiles[name].shape);
  return key !== undefined && other === undefined ? key : null;
}

/** The rows of a register. Throws a SyntaxError when the file is no JSON. */
export async function readRows(root: string, name: DataFileName): Promise<readonly Row[]> {
  const value: unknown = JSON.parse(await readFile(join(root, dataFilePath(name)), "utf8"));
  const list = fieldOf(value, listKey(name) ?? "");
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** What an entry is called among others, whatever its register. */
export function nameOfRow(row: Row): string {
  const name = row.name ?? row.title ?? row.publisher ?? row.value ?? row.year ?? row.text ?? row.term;
  const words = [name, row.unit, row.label, row.taken];
  return words.filter((word) => word !== undefined && word !== null).join(" ");
}
