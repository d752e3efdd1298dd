import { groupBy } from "../format/groups.ts";
import { sha256 } from "../output/cache.ts";
import { Digests } from "../output/digests.ts";
import { EnvironmentFault } from "../output/environment.ts";
import type { Looked } from "../output/sources.ts";
import { beginStep } from "../output/steps.ts";
import { type Files, readBytes } from "./disk.ts";
import { type Document, keptOf, RememberedDocument, readDocument } from "./documents.ts";
import { placeOf } from "./places.ts";
import type { Report } from "./problem.ts";
import { type Pack, packOf } from "./readings.ts";
import { normalise, textOf } from "./text.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** In which order the pages are read; what comes of it is the same. */
export type ReadingOrder = "forwards" | "backwards";

/** So many pages of a folder are read and kept together. */
const TOGETHER = 100;

/**
 * Reads every page, as far as nobody has read the very same: an earlier build, or another process that reads in the other order
 * meanwhile. What is read together is kept at once. `base` stands for all that a reading depends on besides the page; null when nothing
 * is kept.
 */
export function readPages(
  root: string,
  files: Files,
  vocabulary: Vocabulary,
  base: string | null,
  order: ReadingOrder,
  report: Report,
): readonly Document[] {
  const documents = new Map<string, Document>();
  beginStep("ser etter sider som er endret");
  const parts = [...partsOf(files)];
  for (const [name, pages] of order === "forwards" ? parts : parts.toReversed()) {
    const pack = base === null ? null : packOf(root, base, name);
    for (const document of readPart(root, pages, vocabulary, pack, report)) {
      if (document.draft) report.addDraft(document.file);
      documents.set(document.file, document);
    }
  }
  return [...files.keys()].flatMap((file) => documents.get(file) ?? []);
}

type Pages = readonly (readonly [file: string, looked: Looked])[];

/** The files of each folder, a part at a time, with the part's name. */
function* partsOf(files: Files): Iterable<readonly [name: string, Pages]> {
  for (const [folder, all] of groupBy([...files], ([file]) => file.slice(0, file.lastIndexOf("/"))))
    for (let start = 0; start < all.length; start += TOGETHER)
      yield [`${folder} ${start}`, all.slice(start, start + TOGETHER)];
}

/** The pages that could be read. */
function readPart(
  root: string,
  pages: Pages,
  vocabulary: Vocabulary,
  pack: Pack | null,
  report: Report,
): readonly Document[] {
  const files = pages.map(([, looked]) => looked);
  const same = pack?.same(files) ?? null;
  if (same !== null) return same;
  const told = report.count;
  const read = pages.flatMap(
    ([file, looked]) => readPage(root, file, looked, vocabulary, pack, report) ?? [],
  );
  pack?.save(files, read, report.count > told);
  return read;
}

/** Reads a page. Gives null when something hinders the reading. */
function readPage(
  root: string,
  file: string,
  looked: Looked,
  vocabulary: Vocabulary,
  pack: Pack | null,
  report: Report,
): Document | null {
  const known = pack?.get(file);
  const place = placeOf(file);
  if (known !== undefined && place !== null && known.digest === digestOf(root, file, looked)) {
    pack?.set(file, known);
    return new RememberedDocument(file, place, known, () => sameText(root, file, known.digest));
  }
  beginStep(`leser ${file}`);
  const bytes = readBytes(root, file);
  const told = report.count;
  const text = textOf(file, bytes, report);
  const document = text === null ? null : readDocument(file, text, vocabulary, report);
  if (bytes === null || document === null || report.count > told) return document;
  const kept = keptOf(document, sha256(bytes));
  pack?.set(file, kept);
  // Of thousands of pages nobody holds the text.
  return new RememberedDocument(
    file,
    document.place,
    kept,
    () => sameText(root, file, kept.digest),
    document.prose.blocks,
  );
}

/** SHA-256, in hexadecimal, of the file as it was when it was looked at. */
function digestOf(root: string, file: string, looked: Looked): string {
  return "digest" in looked ? looked.digest : Digests.open(root).of(file, looked);
}

/** The text of a file that had this digest when it was looked at. Throws when it is another file by now. */
function sameText(root: string, file: string, digest: string): string {
  const bytes = readBytes(root, file);
  if (bytes === null || sha256(bytes) !== digest)
    throw new EnvironmentFault(`«${file}» ble endret mens kommandoen gikk. Kjør den igjen.`);
  return normalise(bytes) ?? "";
}
