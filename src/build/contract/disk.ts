import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "../format/text.ts";
import { photographTypes } from "./places.ts";
import { type Report, START } from "./problem.ts";

/** No text is longer than this, no picture heavier, no folder deeper. */
const LARGEST_TEXT = 1_000_000;
const LARGEST_PICTURE = 10_000_000;
const DEEPEST = 4;

/** No site has more files, nor more bytes of text: what a build holds in memory grows with both. */
const MOST_FILES = 12_000;
const MOST_TEXT = 60_000_000;

/** Finds every file below a folder of content, in code point order whatever the disk's own order, refusing odd ones. */
export function listFiles(root: string, folder: string, report: Report, depth = 0): readonly string[] {
  const names = unlessMissing(() => readdirSync(join(root, folder))) ?? [];
  const files: string[] = [];
  for (const name of names.sort((a, b) => (a < b ? -1 : 1))) {
    const file = `${folder}/${name}`;
    const entry = lstatSync(join(root, file));
    if (entry.isSymbolicLink()) {
      report.add("special-file", file, START, "Dette er en symbolsk lenke. Legg inn selve filen i stedet.");
    } else if (entry.isDirectory()) {
      if (checkFolder(file, name, depth, report)) files.push(...listFiles(root, file, report, depth + 1));
    } else if (!entry.isFile()) {
      report.add("special-file", file, START, "Dette er ikke en vanlig fil. Ta den bort.");
    } else if (checkName(file, name, report) && checkSize(file, entry.size, report)) files.push(file);
  }
  return files;
}

/** Whether there is no more content than a build can hold. Tells at which file it becomes too much. */
export function checkAmount(root: string, files: readonly string[], report: Report): boolean {
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    if (!isPicture(file)) bytes += lstatSync(join(root, file), { throwIfNoEntry: false })?.size ?? 0;
    if (index < MOST_FILES && bytes <= MOST_TEXT) continue;
    report.add(
      "too-much-content",
      file,
      START,
      "Med denne filen er innholdet større enn 12 000 filer eller 60 MB tekst. Ta bort noe, eller del det på flere nettsteder.",
    );
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

const CONTENT_TYPES: readonly string[] = ["md", "json", ...photographTypes];

function checkFolder(file: string, name: string, depth: number, report: Report): boolean {
  if (name.startsWith(".") || name.includes(".")) {
    report.add(
      "special-file",
      file,
      START,
      "Dette er en mappe med navn som en fil. Gi den et navn uten punktum.",
    );
  } else if (slug(name) !== name) {
    report.add(
      "invalid-name",
      file,
      START,
      `Mappen må ha et navn med små bokstaver, tall og bindestrek: «${slug(name)}».`,
    );
  } else if (depth >= DEEPEST) {
    report.add("unexpected-file", file, START, "Mappen ligger for dypt. Flytt innholdet opp.");
  } else return true;
  return false;
}

function checkName(file: string, name: string, report: Report): boolean {
  const [, base = "", extension = ""] = /^(.*?)\.([^.]*)$/.exec(name) ?? [];
  if (!CONTENT_TYPES.includes(extension.toLowerCase()) || base === "" || /\.(?:11ty|11tydata)$/i.test(base)) {
    report.add(
      "unexpected-file",
      file,
      START,
      `Filer som «${name}» hører ikke hjemme her. Innholdet er bare Markdown, JSON og bilder.`,
    );
    return false;
  }
  const right = `${slug(base)}.${extension.toLowerCase()}`;
  if (name === right) return true;
  report.add(
    "invalid-name",
    file,
    START,
    `Filnavnet må ha små bokstaver, tall og bindestrek. Kall filen «${right}».`,
  );
  return false;
}

function isPicture(file: string): boolean {
  return photographTypes.some((type) => file.endsWith(`.${type}`));
}

function checkSize(file: string, bytes: number, report: Report): boolean {
  const picture = isPicture(file);
  const limit = picture ? LARGEST_PICTURE : LARGEST_TEXT;
  if (bytes <= limit) return true;
  report.add(
    picture ? "picture-size" : "file-too-large",
    file,
    START,
    `Filen er på ${Math.ceil(bytes / 1_000_000)} MB; grensen er ${limit / 1_000_000} MB.`,
  );
  return false;
}
