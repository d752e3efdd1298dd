import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, parseDocument, stringify } from "yaml";
import { splitFrontMatter } from "../../build/contract/frontmatter.ts";
import { Report } from "../../build/contract/problem.ts";
import { isRecord } from "../../build/format/unknown.ts";

/** The longest line of a head that is written on one line, and of a longer text that is folded. */
const WIDTH = 120;

/** A text as a block that is folded, `>-`. */
const FOLDED = {
  lineWidth: WIDTH,
  defaultStringType: "BLOCK_FOLDED",
  defaultKeyType: "PLAIN",
  blockQuote: "folded",
} as const;

/** A page as fields and prose. */
export interface PageParts {
  readonly head: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** A page's file as fields and prose; null when it has no head that can be read. */
export function readPageFile(text: string): PageParts | null {
  const split = splitFrontMatter("", text, new Report());
  if (split === null) return null;
  const document = parseDocument(split.head);
  if (document.errors.length > 0) return null;
  const head: unknown = document.toJS() ?? {};
  return isRecord(head) ? { head, body: split.body } : null;
}

/**
 * A page's text with other fields or another body. Each field that is as it was before keeps its bytes and its place; new ones
 * stand where `order` has them.
 */
export function pageFileText({ head, body }: PageParts, before: string, order: readonly string[]): string {
  const old = readPageFile(before);
  const kept = new Map(old === null ? [] : sections(before));
  const names = Object.keys(head);
  const known = [...kept.keys()].filter((name) => names.includes(name));
  const fields = placeNew(known, names, order).map((name) => {
    const value = head[name];
    const section = kept.get(name);
    if (section !== undefined && isDeepStrictEqual(old?.head[name], value)) return section;
    // The comment over a field that was empty told what to write there.
    const comment = isEmpty(old?.head[name]) ? "" : (/^(?:#.*\n)*/.exec(section ?? "")?.[0] ?? "");
    return comment + fieldText(name, value);
  });
  const same = old !== null && trimLines(old.body) === trimLines(body);
  const rest = same ? old.body : trimLines(body) === "" ? "" : `\n${trimLines(body)}\n`;
  return `---\n${fields.join("")}---\n${rest}`;
}

/** A field as YAML: on one line when it fits, longer texts folded, lists one item a line. */
export function fieldText(name: string, value: unknown): string {
  const line = stringify({ [name]: value }, { lineWidth: 0 });
  const foldable = typeof value === "string" && /^\S+(?: \S+)*$/.test(value);
  if (!foldable || line.length <= WIDTH + 1) return line;
  return stringify({ [name]: value }, FOLDED);
}

/** The source of each field of a head, with the comments over it. */
function sections(text: string): readonly (readonly [name: string, source: string])[] {
  const head = splitFrontMatter("", text, new Report())?.head ?? "";
  const { contents } = parseDocument(head);
  if (!isMap(contents)) return [];
  const starts = contents.items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range) return [];
    const lines = head.slice(0, key.range[0]).split("\n").slice(0, -1);
    const comments = lines.length - 1 - lines.findLastIndex((line) => !line.startsWith("#"));
    const start = lines.slice(0, lines.length - comments).join("\n").length;
    return [{ name: String(key.value), start: start === 0 ? 0 : start + 1 }];
  });
  return starts.map(({ name, start }, index) => {
    const source = head.slice(start, starts[index + 1]?.start ?? head.length);
    return [name, source.endsWith("\n") ? source : `${source}\n`] as const;
  });
}

/** The fields that were there in their own order, and each new one after the field that the model has before it. */
function placeNew(known: readonly string[], names: readonly string[], order: readonly string[]) {
  const placed = [...known];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  for (const name of [...names].sort((a, b) => rank(a) - rank(b))) {
    if (placed.includes(name)) continue;
    placed.splice(placed.findLastIndex((other) => rank(other) < rank(name)) + 1, 0, name);
  }
  return placed;
}

function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || isDeepStrictEqual(value, []) || isDeepStrictEqual(value, {});
}
