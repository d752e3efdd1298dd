import { keepTogether } from "../format/text.ts";
import { fieldOf } from "../format/unknown.ts";
import { type ParsedProse, parseProse } from "../markdown/render.ts";
import { type Fields, readFields } from "./fields.ts";
import { splitFrontMatter } from "./frontmatter.ts";
import type { Located } from "./located.ts";
import { type Place, placeOf } from "./places.ts";
import { type Report, START } from "./problem.ts";
import { checkBody, checkTexts } from "./prose.ts";
import type { KeptReading } from "./readings.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { locateYaml, parseYaml } from "./yaml.ts";

/** A content file as read: where it stands, its head, its prose, and what is to be held against the rest of the site. */
export interface Document {
  readonly file: string;
  readonly place: Place;
  /** The whole file, normalised; the body stands in it from `bodyStart`. */
  readonly text: string;
  readonly body: string;
  readonly bodyStart: number;
  readonly head: Located;
  /** What its head says; null when that is not in order, which has been told. */
  readonly fields: Fields | null;
  readonly prose: ParsedProse;
  /** The ids of the registered figures that its words name. */
  readonly figures: readonly string[];
  readonly draft: boolean;
  /** When readers may see it, as written; null when its head does not say. */
  readonly publishAt: string | null;
}

/** The same, newly read: with where its head begins and ends. */
type ReadDocument = Document & Pick<KeptReading, "headSpan">;

/** No head is longer, in characters; YAML takes a time that grows with the square of its keys. */
const LONGEST_HEAD = 20_000;

/**
 * Reads a Markdown file of the content folder, and tells every fault that it has by itself or against the registers' words.
 * Gives null when something hinders the reading.
 */
export function readDocument(
  file: string,
  text: string,
  vocabulary: Vocabulary,
  report: Report,
): ReadDocument | null {
  const place = placeOf(file);
  if (place === null) {
    report.add(
      "unexpected-file",
      file,
      START,
      "Her kan det ikke stå en side. Sider ligger i innholdsmappen eller i mappen til en utgave.",
    );
    return null;
  }
  const split = splitFrontMatter(file, text, report);
  if (split === null) return null;
  if (split.head.length > LONGEST_HEAD) {
    report.add(
      "file-too-large",
      file,
      { line: 2, column: 1 },
      `Feltene øverst er på over ${LONGEST_HEAD} tegn. Teksten hører til under dem.`,
    );
    return null;
  }
  const head = parseYaml(file, text, split.head, split.headStart, report);
  if (head === null) return null;
  const field = (name: string) => fieldOf(head.value, name);
  const [sources, publishAt, draft] = [field("sources"), field("publishAt"), field("draft") === true];
  if (draft) report.addDraft(file);
  const fields = readFields(head, place.kind, report);
  const { body, bodyStart } = split;
  const prose = parseProse(keepTogether(body), place.language);
  const mainSources = Array.isArray(sources) ? sources.filter((id) => typeof id === "string") : [];
  const figures = new Set<string>();
  // The registered figures are the editions' own; a percentage on a page about the site is another matter.
  const own = place.year === null ? { ...vocabulary, figuresByUnit: new Map() } : vocabulary;
  checkBody({ file, place, text, body, bodyStart, mainSources }, prose, own, figures, report);
  checkTexts(head, text, place.language, own, figures, report);
  return {
    file,
    place,
    text,
    body,
    bodyStart,
    head,
    fields,
    headSpan: [split.headStart, split.headStart + split.head.length],
    prose,
    figures: [...figures],
    draft,
    publishAt: typeof publishAt === "string" ? publishAt : null,
  };
}

/** What is kept of a document that had nothing to tell, and holds none of its text; `digest` is that of the file's bytes. */
export function keptOf(
  { fields, headSpan, bodyStart, prose, figures, draft, publishAt }: ReadDocument,
  digest: string,
): KeptReading {
  const { headings, words, references } = prose;
  return structuredClone({
    digest,
    fields,
    headSpan,
    bodyStart,
    prose: { digest: prose.digest, headings, words, references },
    figures,
    draft,
    publishAt,
  });
}

/**
 * A document as it was read before. Its text is read again, from the very same file, when somebody asks for it; its blocks too, unless
 * they are at hand.
 */
export class RememberedDocument implements Document {
  readonly file: string;
  readonly place: Place;
  readonly head: Located;
  readonly fields: Fields | null;
  readonly prose: ParsedProse;
  readonly bodyStart: number;
  readonly figures: readonly string[];
  readonly draft: boolean;
  readonly publishAt: string | null;
  readonly #read: () => string;

  constructor(
    file: string,
    place: Place,
    kept: KeptReading,
    read: () => string,
    blocks?: ParsedProse["blocks"],
  ) {
    const [start, end] = kept.headSpan;
    this.file = file;
    this.place = place;
    this.head = locateYaml(file, () => this.text.slice(0, end), start);
    this.fields = kept.fields;
    const { language } = place;
    const readBlocks = () => parseProse(keepTogether(this.body), language).blocks();
    this.prose = { language, ...kept.prose, faults: [], blocks: blocks ?? readBlocks };
    this.bodyStart = kept.bodyStart;
    this.figures = kept.figures;
    this.draft = kept.draft;
    this.publishAt = kept.publishAt;
    this.#read = read;
  }

  get text(): string {
    return this.#read();
  }

  get body(): string {
    return this.text.slice(this.bodyStart);
  }
}
