import * as z from "zod";
import { groupBy } from "../format/groups.ts";
import { isRecord } from "../format/unknown.ts";
import type { ParsedProse } from "../markdown/render.ts";
import { sha256 } from "../output/cache.ts";
import { Digests } from "../output/digests.ts";
import { EnvironmentFault } from "../output/environment.ts";
import { Notes } from "../output/notes.ts";
import type { Looked } from "../output/sources.ts";
import { beginStep, inStep } from "../output/steps.ts";
import { type Files, readBytes } from "./disk.ts";
import { Document, type PageReading, readDocument } from "./documents.ts";
import { placeOf } from "./places.ts";
import { type Problem, type Report, START } from "./problem.ts";
import { normalise, textOf } from "./text.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** In which order the pages are read; what comes of it is the same. */
export type ReadingOrder = "forwards" | "backwards";

/** So many pages of a folder are kept together. */
const TOGETHER = 100;

/** So much text, in bytes, is read in step: that of some twenty ordinary pages. */
const TEXT_IN_STEP = 100_000;

/**
 * Reads every page, as far as nobody has read the very same: an earlier build, or another process that reads in the other order
 * meanwhile. What is read together is kept at once. `base` stands for all that a reading depends on besides the page; null when nothing
 * is kept.
 */
export async function readPages(
  root: string,
  files: Files,
  vocabulary: Vocabulary,
  base: string | null,
  order: ReadingOrder,
  report: Report,
): Promise<readonly Document[]> {
  const documents = new Map<string, Document>();
  beginStep("ser etter sider som er endret");
  const parts = [...partsOf(files)];
  for (const [name, pages] of order === "forwards" ? parts : parts.toReversed()) {
    const pack = base === null ? null : packOf(root, base, name);
    const isNew = pages.some(([, looked]) => !pack?.read.has(looked));
    const take = (document: Document | null) => {
      if (document !== null) documents.set(document.file, document);
    };
    const unread = pages.flatMap(([file, looked]) => {
      const page = { root, file, looked, pack };
      const document = knownPage(page, report);
      take(document);
      return document === null ? page : [];
    });
    for (const group of groupsOf(unread))
      for (const document of await Promise.all(group.map((page) => readPage(page, vocabulary, report))))
        take(document);
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

/** What is kept of a page. */
interface KeptPage extends PageReading {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
  /** What was told of it. */
  readonly problems: readonly Problem[];
}

/** Whole by its digest, and written by this very code, which its name stands for: what is in it need not be looked at once more. */
const Kept = z.custom<Readonly<Record<string, KeptPage>>>(isRecord);

/** Pages that are read together. */
interface Pack {
  readonly kept: Notes<KeptPage>;
  /** The pages that this process has read, by the look at their files: nobody has looked again. */
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

/** A page's file as it was when it was looked at, and the pack that it belongs to. */
interface PageFile {
  readonly root: string;
  readonly file: string;
  readonly looked: Looked;
  readonly pack: Pack | null;
}

/** A page that somebody has read, when it has told again what that told; null for any other. */
function knownPage(page: PageFile, report: Report): Document | null {
  const { root, file, looked, pack } = page;
  const read = pack?.read.get(looked);
  const kept = pack?.kept.get(file);
  if (kept === undefined || (read === undefined && kept.digest !== digestOf(root, file, looked))) return null;
  if (kept.draft) report.addDraft(file);
  report.retell(kept.problems);
  return read ?? keep(page, kept);
}

/** Reads a page. Gives null when something hinders the reading. */
async function readPage(page: PageFile, vocabulary: Vocabulary, report: Report): Promise<Document | null> {
  const { root, file } = page;
  const [bytes, text] = await inStep(`leser ${file}`, () => {
    const bytes = readBytes(root, file);
    return [bytes, textOf(file, bytes, report)] as const;
  });
  if (bytes === null || text === null) return null;
  const place = placeOf(file);
  if (place === null) {
    const message =
      "Her kan det ikke stå en side. Sider ligger i innholdsmappen, i mappen til en utgave, eller rett i mappen til et språk.";
    return report.refuse("unexpected-file", file, START, message);
  }
  const read = await readDocument(file, place, text, vocabulary, report);
  if (read === null) return null;
  const { blocks, ...reading } = read;
  // What is a part of the text would hold all of it.
  const kept = structuredClone({ digest: sha256(bytes), problems: report.toldOf(file), ...reading });
  return keep(page, kept, blocks);
}

/** Pages that are read in step. */
function* groupsOf(pages: readonly PageFile[]): Iterable<readonly PageFile[]> {
  let [start, bytes] = [0, 0];
  for (const [index, { looked }] of pages.entries()) {
    bytes += looked.size;
    if (bytes < TEXT_IN_STEP && index < pages.length - 1) continue;
    yield pages.slice(start, index + 1);
    [start, bytes] = [index + 1, 0];
  }
}

/** Notes what was read of a page, for this process and for others. */
function keep(
  { root, file, looked, pack }: PageFile,
  reading: KeptPage,
  blocks?: ParsedProse["blocks"],
): Document | null {
  const place = placeOf(file);
  if (place === null) return null;
  const document = new Document(file, place, reading, textAgain(root, file, reading.digest), blocks);
  pack?.kept.set(file, reading);
  pack?.read.set(looked, document);
  return document;
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
