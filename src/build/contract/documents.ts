import { type ParsedProse, parseProse } from "../markdown/prose.ts";
import { splitFrontMatter } from "./frontmatter.ts";
import type { Located } from "./located.ts";
import { type Place, placeOf } from "./places.ts";
import { type Report, START } from "./problem.ts";
import { positionIn, setText } from "./text.ts";
import { parseYaml } from "./yaml.ts";

/** A content file as read: where it stands, its head, and its body parsed. */
export interface Document {
  readonly file: string;
  readonly place: Place;
  /** The whole file, normalised. */
  readonly text: string;
  readonly head: Located;
  readonly body: string;
  readonly bodyStart: number;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly prose: ParsedProse;
  /** The ids of the sources that the head gives for the whole page. */
  readonly mainSources: readonly string[];
  readonly draft: boolean;
  /** When readers may see it, as written; null when its head does not say. */
  readonly publishAt: string | null;
}

/** No head is longer, in characters; YAML takes a time that grows with the square of its keys. */
const LONGEST_HEAD = 20_000;

/** Reads a Markdown file of the content folder. Tells what hinders it and gives null then. */
export function readDocument(file: string, text: string, report: Report): Document | null {
  const place = placeOf(file.replace("src/content/", ""));
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
  const field = (name: string): unknown =>
    typeof head.value === "object" && head.value !== null ? Reflect.get(head.value, name) : undefined;
  const [sources, publishAt, draft] = [field("sources"), field("publishAt"), field("draft") === true];
  if (draft) report.addDraft(file);
  return {
    file,
    place,
    text,
    head,
    body: split.body,
    bodyStart: split.bodyStart,
    bodyLine: positionIn(text, split.bodyStart).line,
    prose: parseProse(setText(split.body), place.language),
    mainSources: Array.isArray(sources) ? sources.filter((id) => typeof id === "string") : [],
    draft,
    publishAt: typeof publishAt === "string" ? publishAt : null,
  };
}
