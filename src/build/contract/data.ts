import * as z from "zod";
import { type DataFileName, dataFiles, type Registers } from "../../model/register.ts";
import { isRecord } from "../format/unknown.ts";
import { CODE, keepJson, recallJson } from "../output/cache.ts";
import { readBytes } from "./disk.ts";
import { locateJson, parseJson } from "./json.ts";
import type { Located } from "./located.ts";
import { type Problem, Report } from "./problem.ts";
import { conform } from "./schema.ts";
import { textOf } from "./text.ts";

/** The folder of the data files, from the project's root. */
export const DATA = "_data";

/** A data file as read: its text, and what it holds. What could not be read, or is not in order, is null, and has been told. */
export interface DataFile<Name extends DataFileName> {
  readonly source: string | null;
  readonly located: Located | null;
  readonly holds: Registers[Name] | null;
}

/** All data files by their names. */
export type Data = { readonly [Name in DataFileName]: DataFile<Name> };

/** The shape of each. */
const shapes: { readonly [Name in DataFileName]: z.ZodType<Registers[Name]> } = dataFiles;

/** Reads each data file and holds it against its schema, as far as no earlier build has done so with the very same. */
export function readData(root: string, report: Report): Data {
  const read = <Name extends DataFileName>(name: Name) => readDataFile(root, name, report);
  return {
    site: read("site"),
    prize: read("prize"),
    organisations: read("organisations"),
    people: read("people"),
    sources: read("sources"),
    figures: read("figures"),
    pictures: read("pictures"),
    editions: read("editions"),
    timeline: read("timeline"),
    terms: read("terms"),
  };
}

function readDataFile<Name extends DataFileName>(root: string, name: Name, report: Report): DataFile<Name> {
  const file = `${DATA}/${name}.json`;
  const source = textOf(file, readBytes(root, file), report);
  if (source === null) return { source, located: null, holds: null };
  const inputs = CODE === null ? null : ["data file", CODE, name, source];
  // Whole by its digest, and written by this very code.
  const Kept = z.custom<Pick<DataFile<Name>, "holds"> & { readonly problems: readonly Problem[] }>(isRecord);
  const known = inputs === null ? null : recallJson(inputs, Kept);
  if (known !== null) {
    report.retell(known.problems);
    return { source, located: locateJson(file, source), holds: known.holds };
  }
  const own = new Report();
  const located = parseJson(file, source, own);
  const holds = located === null ? null : conform<z.ZodType<Registers[Name]>>(located, shapes[name], own);
  const { problems } = own;
  if (inputs !== null && located !== null) keepJson(inputs, { holds, problems });
  report.retell(problems);
  return { source, located, holds };
}
