import { type BigIntStats, lstatSync, readdirSync } from "node:fs";
import * as z from "zod";
import { groupBy } from "../format/groups.ts";
import { readJson } from "../format/unknown.ts";
import { isLitter } from "./litter.ts";

/** Everything that a build reads; of the packages their versions. */
const SOURCES = [
  ".eleventy.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "_data",
  "_includes",
  "src",
];

const KINDS = ["file", "folder", "link", "other"] as const;

/** A file or a folder as it was when it was looked at. */
export interface Source {
  readonly kind: (typeof KINDS)[number];
  /** In bytes. */
  readonly size: number;
}

/** One that this process has looked at itself. */
export interface LookedAt extends Source {
  /** What is another text as soon as somebody writes or replaces it. */
  readonly touch: string;
  /** When that was done last, in milliseconds since 1970. */
  readonly touchedAt: number;
}

/** One that another process has looked at. */
export interface ToldOf extends Source {
  /** SHA-256 of its bytes, in hexadecimal; empty for what is no text. */
  readonly digest: string;
}

/** One that somebody has looked at. */
export type Looked = LookedAt | ToldOf;

/** A source that was found, by its path from the project's root. */
export type FoundSource = readonly [path: string, source: ToldOf];

/** Looks at what is at a path, and follows no link; undefined when nothing is there. */
export function sourceAt(path: string): LookedAt | undefined {
  const entry = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (entry === undefined) return path.includes("\ufffd") ? UNNAMED : undefined;
  const { ino, size, mtimeNs, ctimeNs, ctimeMs } = entry;
  const touch = `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  return { kind: kindOf(entry), size: Number(size), touch, touchedAt: Number(ctimeMs) };
}

/** What has a name that is not UTF-8, as from an old archive: nothing is found by it as text. */
const UNNAMED: LookedAt = { kind: "other", size: 0, touch: "", touchedAt: 0 };

function kindOf(entry: BigIntStats): Source["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "other";
}

/** Every source that is there, and each folder before what is in it, in the same order always. At once: bit by bit takes three times as long. */
export function* sources(paths: readonly string[] = SOURCES): Iterable<readonly [path: string, LookedAt]> {
  for (const path of paths) {
    const source = sourceAt(path);
    if (source === undefined) continue;
    yield [path, source];
    if (source.kind === "folder") yield* sources(namesIn(path).map((name) => `${path}/${name}`));
  }
}

/** None when the folder is gone meanwhile, or cannot be listed: who reads what is in it tells that. */
function namesIn(path: string): readonly string[] {
  try {
    return sourceNames(path);
  } catch {
    return [];
  }
}

/** The names in a folder of sources, sorted, without what nobody reads. Throws what the system says of a folder that cannot be listed. */
export function sourceNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !isLitter(name))
    .sort();
}

/** What is in each folder, by its path, in the order in which `sources` gives it. */
export type Found = ReadonlyMap<string, readonly FoundSource[]>;

/** What one process has found, as it tells it to another: a line of JSON. */
export function sayFound(found: readonly FoundSource[]): string {
  return JSON.stringify(found.flatMap(([path, { kind, size, digest }]) => [path, kind, size, digest]));
}

const Said = z.custom<readonly unknown[]>(Array.isArray);

/** What was said; null for what is none, such as an empty line: whoever hears it looks itself. */
export function readFound(line: string): Found | null {
  const said = readJson(Said, line);
  if (said === null) return null;
  const found: FoundSource[] = [];
  for (let index = 0; index < said.length; index += 4) {
    const [path, named, size, digest] = said.slice(index, index + 4);
    const kind = KINDS.find((kind) => kind === named);
    if (
      kind === undefined ||
      typeof path !== "string" ||
      typeof size !== "number" ||
      typeof digest !== "string"
    )
      return null;
    found.push([path, { kind, size, digest }]);
  }
  return groupBy(found, ([path]) => path.slice(0, path.lastIndexOf("/")));
}
