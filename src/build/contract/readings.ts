import { dirname } from "node:path";
import { z } from "zod";
import { keep, recall } from "../output/cache.ts";

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

type Pack = Map<string, KeptReading>;

/** The packs that this process has opened last, by their folders, and their base: a preview that stands by reads twice. */
let opened = { base: "", packs: new Map<string, Promise<Pack>>() };

/** The readings of earlier builds, a pack for each folder. Only what was read of the very same bytes is given. */
export class Readings {
  readonly #base: string;
  readonly #known: Map<string, Promise<Pack>>;
  readonly #next = new Map<string, Pack>();

  /** `base` stands for all that a reading depends on besides the page: the code and the registers. */
  constructor(base: string) {
    if (opened.base !== base) opened = { base, packs: new Map() };
    this.#base = base;
    this.#known = opened.packs;
  }

  async find(file: string, digest: string): Promise<KeptReading | null> {
    const folder = dirname(file);
    const pack = this.#known.get(folder) ?? this.#open(folder);
    this.#known.set(folder, pack);
    const found = (await pack).get(file);
    return found?.digest === digest ? found : null;
  }

  add(file: string, reading: KeptReading): void {
    const pack = this.#next.get(dirname(file)) ?? new Map<string, KeptReading>();
    this.#next.set(dirname(file), pack.set(file, reading));
  }

  /** Keeps the folders in which something is new. */
  async save(): Promise<void> {
    for (const [folder, pack] of this.#next) {
      const known = await this.#known.get(folder);
      const isNew = [...pack].some(([file, reading]) => known?.get(file) !== reading);
      if (!isNew && known?.size === pack.size) continue;
      this.#known.set(folder, Promise.resolve(pack));
      await keep(this.#keyOf(folder), Buffer.from(JSON.stringify([...pack])));
    }
  }

  async #open(folder: string): Promise<Pack> {
    const text = String((await recall(this.#keyOf(folder))) ?? "[]");
    const pack = z.array(z.tuple([z.string(), Kept])).safeParse(JSON.parse(text));
    return new Map(pack.data ?? []);
  }

  #keyOf(folder: string): readonly string[] {
    return ["readings", this.#base, folder];
  }
}
