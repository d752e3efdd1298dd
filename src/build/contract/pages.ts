import { dirname } from "node:path";
import { groupBy } from "../format/groups.ts";
import { sha256 } from "../output/cache.ts";
import { Digests } from "../output/digests.ts";
import { EnvironmentFault } from "../output/environment.ts";
import type { Looked } from "../output/sources.ts";
import { beginStep } from "../output/steps.ts";
import { type Files, readBytes } from "./disk.ts";
import { type Document, keptOf, readDocument, rememberedDocument } from "./documents.ts";
import { type Report, START } from "./problem.ts";
import type { Vocabulary } from "./prose.ts";
import { type Pack, packOf } from "./readings.ts";
import { decodeText, normalise } from "./text.ts";

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
  const digestOf = (file: string, entry: Looked) =>
    "digest" in entry ? entry.digest : Digests.open(root).of(file, entry);
  beginStep("ser etter sider som er endret");
  const parts = [...partsOf(files)];
  for (const [name, pages] of order === "forwards" ? parts : parts.toReversed()) {
    const pack = base === null ? null : packOf(root, base, name);
    for (const [file, entry] of pages) {
      const document = readPage(root, file, () => digestOf(file, entry), vocabulary, pack, report);
      if (document !== null) documents.set(file, document);
    }
    pack?.save();
  }
  return [...files.keys()].flatMap((file) => documents.get(file) ?? []);
}

/** The files of each folder, a part at a time, with the part's name. */
function* partsOf(files: Files) {
  for (const [folder, all] of groupBy([...files], ([file]) => dirname(file)))
    for (let start = 0; start < all.length; start += TOGETHER)
      yield [`${folder} ${start}`, all.slice(start, start + TOGETHER)] as const;
}

/** Reads a page; `digestOf` gives the digest that it had when it was looked at. Gives null when something hinders the reading. */
function readPage(
  root: string,
  file: string,
  digestOf: () => string,
  vocabulary: Vocabulary,
  pack: Pack | null,
  report: Report,
): Document | null {
  const kept = pack?.get(file);
  if (kept !== undefined && kept.digest === digestOf()) {
    pack?.set(file, kept);
    if (kept.draft) report.addDraft(file);
    return rememberedDocument(file, () => sameText(root, file, kept.digest), kept);
  }
  beginStep(`leser ${file}`);
  const bytes = readBytes(root, file);
  const digest = bytes === null ? "" : sha256(bytes);
  const told = report.count;
  const text = textOf(file, bytes, report);
  const document = text === null ? null : readDocument(file, text, vocabulary, report);
  if (document === null || report.count > told) return document;
  const reading = keptOf(document, digest);
  pack?.set(file, reading);
  // Of thousands of pages nobody holds the text.
  return rememberedDocument(file, () => sameText(root, file, digest), reading, document.prose.blocks);
}

/** The text of a file that had this digest when it was looked at. Throws when it is another file by now. */
function sameText(root: string, file: string, digest: string): string {
  const bytes = readBytes(root, file);
  if (bytes === null || sha256(bytes) !== digest)
    throw new EnvironmentFault(`«${file}» ble endret mens kommandoen gikk. Kjør den igjen.`);
  return normalise(bytes) ?? "";
}

/** The text of a file that must be there. Tells when it is not, or cannot be read as text, and gives null then. */
export function textOf(file: string, bytes: Uint8Array | null, report: Report): string | null {
  if (bytes !== null) return decodeText(file, bytes, report);
  report.add(
    "missing-file",
    file,
    START,
    "Nettstedet må ha denne filen, og den finnes ikke. Legg den tilbake.",
  );
  return null;
}
