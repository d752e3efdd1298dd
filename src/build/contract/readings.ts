import * as z from "zod";
import { Notes } from "../output/notes.ts";

/**
 * What is kept of the reading of a page that had nothing to tell: all but its text, which is at hand, and its blocks, which are
 * read again where they are shown.
 */
const Kept = z.object({
  /** SHA-256 of the file's bytes, in hexadecimal. */
  digest: z.string(),
  value: z.unknown(),
  /** Where the head begins and ends, and the body begins, in the normalised text. */
  head: z.tuple([z.int(), z.int()]),
  bodyStart: z.int(),
  prose: z.object({
    digest: z.string(),
    headings: z.array(z.object({ level: z.int(), id: z.string(), text: z.string() })),
    words: z.int(),
    references: z.array(
      z.object({
        kind: z.enum(["link", "picture", "source", "person"]),
        target: z.string(),
        line: z.int(),
      }),
    ),
  }),
  figures: z.array(z.string()),
  draft: z.boolean(),
  publishAt: z.string().nullable(),
});
export type KeptReading = z.infer<typeof Kept>;

const Packed = z.record(z.string(), Kept);

/** The readings of the pages in one folder, by their files. */
export type Pack = Notes<KeptReading>;

/** The packs that this process has opened last, by their folders, for a project and a base: a preview that stands by reads twice. */
let opened = { root: "", base: "", packs: new Map<string, Promise<Pack>>() };

/**
 * The readings of earlier builds in a folder of the project below `root`. `base` stands for all that a reading depends on besides the
 * page: the code and the registers.
 */
export function packOf(root: string, base: string, folder: string): Promise<Pack> {
  if (opened.root !== root || opened.base !== base) opened = { root, base, packs: new Map() };
  const pack = opened.packs.get(folder) ?? Notes.open(["readings", base, folder], Packed);
  opened.packs.set(folder, pack);
  return pack;
}
