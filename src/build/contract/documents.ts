import type * as z from "zod";
import { type ContentKind, heads } from "../../model/frontmatter.ts";
import { keepTogether } from "../format/text.ts";
import { fieldOf } from "../format/unknown.ts";
import { type ParsedProse, parseProse } from "../markdown/render.ts";
import { inStep } from "../output/steps.ts";
import { splitFrontMatter } from "./frontmatter.ts";
import type { Located } from "./located.ts";
import type { Place } from "./places.ts";
import type { Report } from "./problem.ts";
import { checkBody, checkTexts } from "./prose.ts";
import { conform } from "./schema.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { indexFigures } from "./words.ts";
import { locateYaml, parseYaml } from "./yaml.ts";

/** What the reading of a page gives, and is kept: all but its text, which is at hand, and its blocks, which are read again where they are shown. */
export interface PageReading {
  /** Where the head begins and ends in the normalised text. */
  readonly headSpan: readonly [start: number, end: number];
  /** Where the body begins, which goes on to the end. */
  readonly bodyStart: number;
  /** What its head says; null when that is not in order, which has been told. */
  readonly fields: z.infer<(typeof heads)[ContentKind]> | null;
  readonly draft: boolean;
  /** When readers may see it, as written; null when its head does not say. */
  readonly publishAt: string | null;
  readonly prose: Omit<ParsedProse, "language" | "blocks">;
  /** The ids of the registered figures that its words name. */
  readonly figures: readonly string[];
}

/** A content file as read: where it stands, its head, its prose, and what is to be held against the rest of the site. */
export class Document {
  readonly file: string;
  readonly place: Place;
  readonly head: Located;
  readonly bodyStart: number;
  readonly fields: PageReading["fields"];
  readonly draft: boolean;
  readonly publishAt: PageReading["publishAt"];
  readonly prose: ParsedProse;
  readonly figures: PageReading["figures"];
  readonly #read: () => string;

  /** `read` gives the whole file, normalised, when somebody asks for it; the blocks are read again, too, unless they are at hand. */
  constructor(
    file: string,
    place: Place,
    reading: PageReading,
    read: () => string,
    blocks?: ParsedProse["blocks"],
  ) {
    const [start, end] = reading.headSpan;
    this.file = file;
    this.place = place;
    this.head = locateYaml(file, () => read().slice(0, end), start);
    this.bodyStart = reading.bodyStart;
    this.fields = reading.fields;
    this.draft = reading.draft;
    this.publishAt = reading.publishAt;
    const readBlocks = () => parseProse(keepTogether(this.body), place.language).blocks();
    this.prose = { language: place.language, ...reading.prose, blocks: blocks ?? readBlocks };
    this.figures = reading.figures;
    this.#read = read;
  }

  /** The whole file, normalised. */
  get text(): string {
    return this.#read();
  }

  get body(): string {
    return this.text.slice(this.bodyStart);
  }
}

/** What a page is by its place, which a file that was copied or moved may not be like. */
const BY_PLACE: Readonly<Record<ContentKind, string>> = {
  article: " Siden er artikkelen til en utgave, for den heter index.md og ligger i mappen til utgaven.",
  project: " Siden er et prosjekt, for den ligger i mappen til en utgave.",
  page: "",
};

/** No head is longer, in characters; YAML takes a time that grows with the square of its keys. */
const LONGEST_HEAD = 20_000;

/**
 * Reads a Markdown file of the content folder, and tells every fault that it has by itself or against the registers' words.
 * Gives null when something hinders the reading; else the blocks of its prose, too.
 */
export async function readDocument(
  file: string,
  place: Place,
  text: string,
  vocabulary: Vocabulary,
  report: Report,
): Promise<(PageReading & Pick<ParsedProse, "blocks">) | null> {
  const step = <Made>(work: () => Made) => inStep(`leser ${file}`, work);
  const split = splitFrontMatter(file, text, report);
  if (split === null) return null;
  if (split.head.length > LONGEST_HEAD) {
    const message = `Feltene øverst er på over ${LONGEST_HEAD} tegn. Teksten hører til under dem.`;
    return report.refuse("file-too-large", file, { line: 2, column: 1 }, message);
  }
  const head = await step(() => parseYaml(file, text, split, report));
  if (head === null) return null;
  const field = (name: string) => fieldOf(head.value, name);
  const [sources, publishAt, draft] = [field("sources"), field("publishAt"), field("draft") === true];
  if (draft) report.addDraft(file);
  const { body, bodyStart } = split;
  const parsed = await step(() => parseProse(keepTogether(body), place.language));
  const { language, blocks, faults, ...prose } = parsed;
  const mainSources = Array.isArray(sources) ? sources.filter((id) => typeof id === "string") : [];
  const figures = new Set<string>();
  // The registered figures are the editions' own; a percentage on a page about the site is another matter.
  const own = place.year === null ? { ...vocabulary, figures: indexFigures([]) } : vocabulary;
  const page = { file, place, text, body, bodyStart, mainSources };
  const fields = await step(() => {
    checkBody(page, faults, own, figures, report);
    checkTexts(head, text, language, own, figures, report);
    return conform(head, heads[place.kind], report, BY_PLACE[place.kind]);
  });
  return {
    headSpan: [split.headStart, split.headStart + split.head.length],
    bodyStart,
    fields,
    draft,
    publishAt: typeof publishAt === "string" ? publishAt : null,
    prose,
    figures: [...figures],
    blocks,
  };
}
