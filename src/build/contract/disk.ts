import { readFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "../format/text.ts";
import { type Found, type Looked, type Source, sourceAt, sourceNames } from "../output/sources.ts";
import { isPaper, isPicture, photographTypes } from "./places.ts";
import { type Fault, type Report, START } from "./problem.ts";
import type { Rule } from "./rules.ts";

/** No text is longer than this, no picture heavier, no folder deeper. */
const LARGEST_TEXT = 1_000_000;
const LARGEST_PICTURE = 10_000_000;
const DEEPEST = 4;

/** No site has more files, nor more bytes of text: what a build holds in memory grows with both. */
const MOST_FILES = 12_000;
const MOST_TEXT = 60_000_000;

/** Files by their paths from the project's root, as they were when they were looked at. */
export type Files = ReadonlyMap<string, Looked>;

/** What is known of the folders of content, so that they need not be looked at. */
export interface Known {
  /** All that another process has found in all of them, at this moment. */
  readonly found?: Found | undefined;
  /** Those in which somebody has touched something since this process looked at them. */
  readonly touched?: ReadonlySet<string> | undefined;
}

type Entry = readonly [file: string, entry: Looked];

/** Finds every file below a folder of content, in code point order whatever the disk's own order, refusing odd ones. */
export function listFiles(root: string, folder: string, report: Report, known: Known = {}): Files {
  const files = new Map<string, Looked>();
  const { touched, found } = known;
  const list = (below: string, depth: number) => {
    const right = touched === undefined || touched.has(below) ? undefined : rightFolders(root).get(below);
    for (const [file, entry] of right ?? entriesIn(root, below, report, depth, found))
      if (entry.kind === "folder") list(file, depth + 1);
      else files.set(file, entry);
  };
  list(folder, 0);
  return files;
}

/** What this process has found last in the folders of a project, in each that had nothing wrong: a preview that stands by reads twice. */
let last = { root: "", folders: new Map<string, readonly Entry[]>() };

function rightFolders(root: string): Map<string, readonly Entry[]> {
  if (last.root !== root) last = { root, folders: new Map() };
  return last.folders;
}

function entriesIn(
  root: string,
  folder: string,
  report: Report,
  depth: number,
  found: Found | undefined,
): readonly Entry[] {
  const told = report.count;
  // A folder in which nothing was found is looked into once more: it may be one that cannot be listed, and that is to be told.
  const all = found?.get(folder) ?? lookInto(root, folder);
  const entries = all.filter(([file, entry]) => {
    const name = file.slice(folder.length + 1);
    const fault = entry.kind === "folder" ? folderFault(name, depth) : fileFault(name, entry);
    if (fault !== null) report.add(fault[0], file, START, fault[1]);
    return fault === null;
  });
  if (report.count === told) rightFolders(root).set(folder, entries);
  else rightFolders(root).delete(folder);
  return entries;
}

function lookInto(root: string, folder: string): readonly Entry[] {
  const names = unlessMissing(() => sourceNames(join(root, folder))) ?? [];
  return names.flatMap((name) => {
    const file = `${folder}/${name}`;
    const entry = sourceAt(`${root}/${file}`);
    return entry === undefined ? [] : [[file, entry] as const];
  });
}

/** Whether there is no more content than a build can hold. Tells at which file it becomes too much. */
export function checkAmount(files: Files, report: Report): boolean {
  let [count, bytes] = [0, 0];
  for (const [file, { size }] of files) {
    count++;
    if (!isPicture(file)) bytes += size;
    if (count <= MOST_FILES && bytes <= MOST_TEXT) continue;
    const message =
      "Med denne filen er innholdet større enn 12 000 filer eller 60 MB tekst. Ta bort noe, eller del det på flere nettsteder.";
    report.add("too-much-content", file, START, message);
    return false;
  }
  return true;
}

/** The bytes of a file, or null when it does not exist. */
export function readBytes(root: string, file: string): Uint8Array | null {
  return unlessMissing(() => readFileSync(join(root, file)));
}

/** Null for what is not there. Any other failure is the machine's, and not to be told as the editor's. */
function unlessMissing<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function partsOf(name: string): readonly [base: string, type: string] {
  const [, base = "", extension = ""] = /^(.*?)\.([^.]*)$/.exec(name) ?? [];
  return [base, extension.toLowerCase()];
}

/** What a file should be called, by its name or its path: «2017/Ny side.MD» is «2017/ny-side.md». */
export function rightName(path: string): string {
  const start = path.lastIndexOf("/") + 1;
  const [base, type] = partsOf(path.slice(start));
  return `${path.slice(0, start)}${slug(base)}.${type}`;
}

const CONTENT_TYPES: readonly string[] = ["md", "json", ...photographTypes];

function folderFault(name: string, depth: number): Fault | null {
  if (name.includes("."))
    return ["special-file", "Dette er en mappe med navn som en fil. Gi den et navn uten punktum."];
  if (slug(name) !== name)
    return ["invalid-name", `Mappen må ha et navn med små bokstaver, tall og bindestrek: «${slug(name)}».`];
  if (depth >= DEEPEST) return ["unexpected-file", "Mappen ligger for dypt. Flytt innholdet opp."];
  return null;
}

function fileFault(name: string, { kind, size }: Source): Fault | null {
  if (kind === "link") return ["special-file", "Dette er en symbolsk lenke. Legg inn selve filen i stedet."];
  if (kind !== "file") return ["special-file", "Dette er ikke en vanlig fil. Ta den bort."];
  const [base, type] = partsOf(name);
  const [, page] = /^(.+?)\.(?:md\.txt|markdown|txt)$/i.exec(name) ?? [];
  if (page !== undefined) return ["unexpected-file", `Sider er Markdown. Kall filen «${slug(page)}.md».`];
  if (/^(?:gif|bmp|tiff?|jfif|hei[cf])$/.test(type))
    return ["unexpected-file", `Bilder kan ikke være .${type} her. Lagre bildet som JPEG eller PNG.`];
  if (isPaper(name))
    return [
      "unexpected-file",
      "Dokumenter kan ikke ligge her. Lenk til dem der de er publisert, med hele adressen.",
    ];
  if (!CONTENT_TYPES.includes(type) || base === "" || /\.(?:11ty|11tydata)$/i.test(base))
    return [
      "unexpected-file",
      `Filer som «${name}» hører ikke hjemme her. Innholdet er bare Markdown, JSON og bilder.`,
    ];
  const right = rightName(name);
  if (name !== right)
    return ["invalid-name", `Filnavnet må ha små bokstaver, tall og bindestrek. Kall filen «${right}».`];
  const [rule, limit, advice]: readonly [Rule, number, string] = isPicture(name)
    ? ["picture-size", LARGEST_PICTURE, "Lagre bildet mindre: 2000 piksler bredt er nok."]
    : ["file-too-large", LARGEST_TEXT, "Del den opp."];
  if (size === 0 && isPicture(name)) return ["damaged-picture", "Filen er tom. Legg inn bildet på nytt."];
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
  if (size <= limit) return null;
  return [rule, `Filen er på ${megabytes(size)} MB; grensen er ${megabytes(limit)} MB. ${advice}`];
}
