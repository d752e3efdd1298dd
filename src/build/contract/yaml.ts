import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, Schema } from "yaml";
import { keepTogether } from "../format/text.ts";
import type { Split } from "./frontmatter.ts";
import { type Entry, Located, type Parsed, type Span } from "./located.ts";
import type { Report } from "./problem.ts";
import { positionIn } from "./text.ts";
import { tellYamlFaults } from "./yaml-faults.ts";

/**
 * Reads the head of a page as YAML 1.2 with the core schema: dates stay text and `no` stays a word. Anchors, aliases, merge keys and tags
 * are refused. Tells what is wrong and gives null then.
 */
export function parseYaml(file: string, text: string, split: Split, report: Report): Located | null {
  const { head, headStart: start } = split;
  const document = parse(head);
  const at = (offset: number) => positionIn(text, start + offset);
  const told = report.count;
  tellYamlFaults(head, document, at, (rule, offset, message) => report.add(rule, file, at(offset), message));
  if (report.count > told) return null;
  const whole = text.slice(0, start + head.length);
  return locateYaml(file, () => whole, start, readHead(document, start));
}

const core = new Schema({ schema: "core", resolveKnownTags: true });

function parse(head: string): Document {
  return parseDocument(keepTogether(head), { schema: core, uniqueKeys: true, stringKeys: true });
}

/** What has been read, without fault, from the YAML that begins at `start` in the text and goes on to its end. */
export function locateYaml(file: string, text: () => string, start: number, known?: Parsed): Located {
  return new Located(file, text, (source) => known ?? readHead(parse(source.slice(start)), start));
}

function readHead(document: Document, start: number): Parsed {
  const { contents } = document;
  const whole = { path: [], span: { start, end: start }, key: null };
  const value: unknown = contents === null ? {} : document.toJS({ maxAliasCount: 0 });
  return { value, entries: [...entriesOf(contents, whole, start)] };
}

/** The entry of a node, whose span is the given one when nothing is written there, and those of all below it. */
function* entriesOf(node: unknown, own: Omit<Entry, "text">, start: number): Iterable<Entry> {
  const spanOf = (part: unknown): Span | null =>
    isNode(part) && part.range ? { start: start + part.range[0], end: start + part.range[1] } : null;
  const { path, key } = own;
  const span = spanOf(node) ?? own.span;
  yield { path, span, key, text: isScalar(node) && typeof node.value === "string" ? node.value : null };
  if (isMap(node))
    for (const { key, value } of node.items)
      yield* entriesOf(value, { path: [...path, String(key)], span, key: spanOf(key) }, start);
  else if (isSeq(node))
    for (const [index, item] of node.items.entries())
      yield* entriesOf(item, { path: [...path, index], span, key: null }, start);
}
