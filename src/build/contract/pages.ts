import * as z from "zod";
import { groupBy } from "../format/groups.ts";
import { isRecord } from "../format/unknown.ts";
import type { ParsedProse } from "../markdown/render.ts";
import { sha256 } from "../output/cache.ts";
import { Digests } from "../output/digests.ts";
import { EnvironmentFault } from "../output/environment.ts";
import { Notes } from "../output/notes.ts";
import type { Looked } from "../output/sources.ts";
import { beginStep } from "../output/steps.ts";
import { type Files, readBytes } from "./disk.ts";
import { Document, type PageReading, readDocument } from "./documents.ts";
import { type Place, placeOf } from "./places.ts";
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
    const isNew = pages.some(([, looked]) => !pack?.read.has(looked));
    for (const [file, looked] of pages) {
      const document = pack?.read.get(looked) ?? readPage(root, file, looked, vocabulary, pack, report);
      if (document === null) continue;
      if (document.draft) report.addDraft(file);
      documents.set(file, document);
    }
    if (isNew) pack?.kept.save();
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
  /** The pages that this process has read and that had nothing to tell, by the look at their files: nobody has looked again. */
  readonly read: WeakMap<Looked, Document>;
}

/** The packs that this process has opened last, by their names, for a project and a base: a preview that stands by reads twice. */
let opened = { root: "", base: "", packs: new Map<string, Pack>() };

function packOf(root: string, base: string, part: string): Pack {
  if (opened.root !== root || opened.base !== base) opened = { root, base, packs: new Map() };
  const pack = opened.packs.get(part) ?? {
    kept: Notes.open(["readings", base, part], Kept),
    read: new WeakMap(),
  };
  opened.packs.set(part, pack);
  return pack;
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
  const place = placeOf(file);
  const known = pack?.kept.get(file);
  const keep = (page: KeptPage, at: Place, blocks?: ParsedProse["blocks"]) => {
    const document = new Document(file, at, page, textAgain(root, file, page.digest), blocks);
    pack?.kept.set(file, page);
    pack?.read.set(looked, document);
    return document;
  };
  if (known !== undefined && place !== null && known.digest === digestOf(root, file, looked))
    return keep(known, place);
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
  // What is a part of the text would hold all of it.
  return keep(structuredClone({ digest: sha256(bytes), ...reading }), place, blocks);
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
