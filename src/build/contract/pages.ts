import * as z from "zod";
import { groupBy } from "../format/groups.ts";
import { isRecord } from "../format/unknown.ts";
import { sha256 } from "../output/cache.ts";
import { Digests } from "../output/digests.ts";
import { EnvironmentFault } from "../output/environment.ts";
import { Notes } from "../output/notes.ts";
import type { Looked } from "../output/sources.ts";
import { beginStep } from "../output/steps.ts";
import { type Files, readBytes } from "./disk.ts";
import { Document, type PageReading, readDocument } from "./documents.ts";
import { placeOf } from "./places.ts";
import { type Report, START } from "./problem.ts";
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

/** What is kept of a page that had nothing to tell. */
interface KeptPage extends PageReading {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
}

/** Whole by its digest, and written by this very code, which its name stands for: what is in it need not be looked at once more. */
const Kept = z.custom<Readonly<Record<string, KeptPage>>>(isRecord);

/** Pages that are read together. */
interface Pack {
  readonly kept: Notes<KeptPage>;
  /** The pages as this process read them last, if none had anything to tell, and how their files were. */
  last: { readonly files: readonly Looked[]; readonly documents: readonly Document[] } | null;
}

/** The packs that this process has opened last, by their names, for a project and a base: a preview that stands by reads twice. */
let opened = { root: "", base: "", packs: new Map<string, Pack>() };

function packOf(root: string, base: string, part: string): Pack {
  if (opened.root !== root || opened.base !== base) opened = { root, base, packs: new Map() };
  const pack = opened.packs.get(part) ?? { kept: Notes.open(["readings", base, part], Kept), last: null };
  opened.packs.set(part, pack);
  return pack;
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
  const last = pack?.last;
  // The very same looks: nobody has looked again.
  if (last?.files.length === files.length && files.every((looked, index) => looked === last.files[index]))
    return last.documents;
  const told = report.count;
  const documents = pages.flatMap(
    ([file, looked]) => readPage(root, file, looked, vocabulary, pack?.kept, report) ?? [],
  );
  if (pack !== null) {
    pack.last = report.count > told ? null : { files, documents };
    pack.kept.save();
  }
  return documents;
}

/** Reads a page. Gives null when something hinders the reading. */
function readPage(
  root: string,
  file: string,
  looked: Looked,
  vocabulary: Vocabulary,
  kept: Notes<KeptPage> | undefined,
  report: Report,
): Document | null {
  const place = placeOf(file);
  const known = kept?.get(file);
  if (known !== undefined && place !== null && known.digest === digestOf(root, file, looked)) {
    kept?.set(file, known);
    return new Document(file, place, known, textAgain(root, file, known.digest));
  }
  beginStep(`leser ${file}`);
  const bytes = readBytes(root, file);
  const told = report.count;
  const text = textOf(file, bytes, report);
  if (bytes === null || text === null) return null;
  if (place === null) {
    const message =
      "Her kan det ikke stå en side. Sider ligger i innholdsmappen eller i mappen til en utgave.";
    return report.refuse("unexpected-file", file, START, message);
  }
  const read = readDocument(file, place, text, vocabulary, report);
  if (read === null) return null;
  const { blocks, ...reading } = read;
  if (report.count > told) return new Document(file, place, reading, () => text, blocks);
  const digest = sha256(bytes);
  // What is a part of the text would hold all of it.
  const page = structuredClone({ digest, ...reading });
  kept?.set(file, page);
  return new Document(file, place, page, textAgain(root, file, digest), blocks);
}

/** SHA-256, in hexadecimal, of the file as it was when it was looked at. */
function digestOf(root: string, file: string, looked: Looked): string {
  return "digest" in looked ? looked.digest : Digests.open(root).of(file, looked);
}

/**
 * Reads the text of a file that had this digest when it was looked at, and holds none of it meanwhile: there are thousands of pages. It
 * throws when it is another file by now.
 */
function textAgain(root: string, file: string, digest: string): () => string {
  return () => {
    const bytes = readBytes(root, file);
    if (bytes === null || sha256(bytes) !== digest)
      throw new EnvironmentFault(`«${file}» ble endret mens kommandoen gikk. Kjør den igjen.`);
    return normalise(bytes) ?? "";
  };
}
