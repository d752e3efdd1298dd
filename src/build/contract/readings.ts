import * as z from "zod";
import { isRecord } from "../format/unknown.ts";
import type { ParsedProse } from "../markdown/render.ts";
import { Notes } from "../output/notes.ts";
import type { Fields } from "./fields.ts";

/**
 * What is kept of the reading of a page that had nothing to tell: all but its text, which is at hand, and its blocks, which are
 * read again where they are shown.
 */
export interface KeptReading {
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
  readonly fields: Fields | null;
  /** Where the head begins and ends, and the body begins, in the normalised text. */
  readonly head: readonly [start: number, end: number];
  readonly bodyStart: number;
  readonly prose: Pick<ParsedProse, "digest" | "headings" | "words" | "references">;
  readonly figures: readonly string[];
  readonly draft: boolean;
  readonly publishAt: string | null;
}

/** Whole by its digest, and written by this very code, which its name stands for: what is in it need not be looked at once more. */
const Packed = z.custom<Readonly<Record<string, KeptReading>>>(isRecord);

/** The readings of pages that are read together, by their files. */
export type Pack = Notes<KeptReading>;

/** The packs that this process has opened last, by their names, for a project and a base: a preview that stands by reads twice. */
let opened = { root: "", base: "", packs: new Map<string, Pack>() };

/**
 * The readings of earlier builds in a part of the project below `root`. `base` stands for all that a reading depends on besides the
 * page: the code and the registers.
 */
export function packOf(root: string, base: string, part: string): Pack {
  if (opened.root !== root || opened.base !== base) opened = { root, base, packs: new Map() };
  const pack = opened.packs.get(part) ?? Notes.open(["readings", base, part], Packed);
  opened.packs.set(part, pack);
  return pack;
}
