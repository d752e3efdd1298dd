import { dirname } from "node:path";
import { z } from "zod";
import { Notes } from "../output/notes.ts";

/**
 * What is kept of the reading of a page that had nothing to tell: all but its text, which is at hand, and its blocks, which are
 * read again where they are shown.
 */
const Kept = z.strictObject({
  /** SHA-256 of the file's bytes, in hexadecimal. */
  digest: z.string(),
  value: z.unknown(),
  /** Where the head begins and ends, and the body begins, in the normalised text. */
  head: z.tuple([z.int(), z.int()]),
  bodyStart: z.int(),
  prose: z.strictObject({
    digest: z.string(),
    headings: z.array(z.strictObject({ level: z.int(), id: z.string(), text: z.string() })),
    words: z.int(),
    references: z.array(
      z.strictObject({
        kind: z.enum(["link", "picture", "source", "person"]),
        target: z.string(),
        line: z.int(),
      }),
    ),
  }),
  positions: z.array(z.strictObject({ line: z.int(), column: z.int() })),
  figures: z.array(z.string()),
  draft: z.boolean(),
  publishAt: z.string().nullable(),
});
export type KeptReading = z.infer<typeof Kept>;

const Packed = z.record(z.string(), Kept);
type Pack = Notes<KeptReading>;

/** The packs that this process has opened last, by their folders, for a project and a base: a preview that stands by reads twice. */
let opened = { root: "", base: "", packs: new Map<string, Promise<Pack>>() };

/** The readings of earlier builds, a pack for each folder. Only what was read of the very same bytes is given. */
export class Readings {
  readonly #base: string;
  readonly #packs: Map<string, Promise<Pack>>;

  /** `base` stands for all that a reading of the project below `root` depends on besides the page: the code and the registers. */
  constructor(root: string, base: string) {
    if (opened.root !== root || opened.base !== base) opened = { root, base, packs: new Map() };
    this.#base = base;
    this.#packs = opened.packs;
  }

  async find(file: string, digest: string): Promise<KeptReading | null> {
    const found = (await this.#packOf(file)).get(file);
    return found?.digest === digest ? found : null;
  }

  async add(file: string, reading: KeptReading): Promise<void> {
    (await this.#packOf(file)).set(file, reading);
  }

  /** Keeps what was read of a folder, if something of it is new. */
  async save(folder: string): Promise<void> {
    await (await this.#packs.get(folder))?.save();
  }

  #packOf(file: string): Promise<Pack> {
    const folder = dirname(file);
    const pack = this.#packs.get(folder) ?? Notes.open(["readings", this.#base, folder], Packed);
    this.#packs.set(folder, pack);
    return pack;
  }
}
