import * as z from "zod";
import { isRecord } from "../format/unknown.ts";
import type { ParsedProse } from "../markdown/render.ts";
import { Notes } from "../output/notes.ts";
import type { Looked } from "../output/sources.ts";
import type { Document } from "./documents.ts";

/**
 * What is kept of the reading of a page that had nothing to tell: all but its text, which is at hand, and its blocks, which are
 * read again where they are shown.
 */
export interface KeptReading
  extends Pick<Document, "bodyStart" | "fields" | "figures" | "draft" | "publishAt"> {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
  /** Where the head begins and ends in the normalised text. */
  readonly headSpan: readonly [start: number, end: number];
  readonly prose: Pick<ParsedProse, "digest" | "headings" | "words" | "references">;
}

/** Whole by its digest, and written by this very code, which its name stands for: what is in it need not be looked at once more. */
const Packed = z.custom<Readonly<Record<string, KeptReading>>>(isRecord);

/** The readings of pages that are read together. */
export class Pack {
  readonly #kept: Notes<KeptReading>;
  /** The pages as they were read last, if none had anything to tell, and how their files were. */
  #last: { readonly files: readonly Looked[]; readonly pages: readonly Document[] } | undefined;

  constructor(base: string, part: string) {
    this.#kept = Notes.open(["readings", base, part], Packed);
  }

  /** All pages, when they were read of these files as they were when they were looked at, and nobody has looked again; null else. */
  same(files: readonly Looked[]): readonly Document[] | null {
    const last = this.#last;
    if (last?.files.length !== files.length) return null;
    return files.every((file, index) => file === last.files[index]) ? last.pages : null;
  }

  /** The reading of a page, by this process or an earlier build. */
  get(file: string): KeptReading | undefined {
    return this.#kept.get(file);
  }

  set(file: string, kept: KeptReading): void {
    this.#kept.set(file, kept);
  }

  /** Keeps those that were set for later builds, and all pages for this process, unless there was something to tell. */
  save(files: readonly Looked[], pages: readonly Document[], told: boolean): void {
    this.#last = told ? undefined : { files, pages };
    this.#kept.save();
  }
}

/** The packs that this process has opened last, by their names, for a project and a base: a preview that stands by reads twice. */
let opened = { root: "", base: "", packs: new Map<string, Pack>() };

/**
 * The readings of a part of the project below `root`. `base` stands for all that a reading depends on besides the page: the code and
 * the registers.
 */
export function packOf(root: string, base: string, part: string): Pack {
  if (opened.root !== root || opened.base !== base) opened = { root, base, packs: new Map() };
  const pack = opened.packs.get(part) ?? new Pack(base, part);
  opened.packs.set(part, pack);
  return pack;
}
