import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Schema,
} from "yaml";
import { keepTogether } from "../format/text.ts";
import type { Located, LocatedText, Path, Span } from "./located.ts";
import type { Position, Report } from "./problem.ts";
import { positionIn } from "./text.ts";
import { tellYamlFaults } from "./yaml-faults.ts";

/**
 * Reads YAML 1.2 with the core schema: dates stay text and `no` stays a word. The YAML is the stretch of the file's text
 * from `start`, as long as `head`. Anchors, aliases, merge keys and tags are refused. Tells what is wrong and gives null then.
 */
export function parseYaml(
  file: string,
  text: string,
  head: string,
  start: number,
  report: Report,
): Located | null {
  const document = parse(head);
  const at = (offset: number) => positionIn(text, start + offset);
  const told = report.count;
  tellYamlFaults(head, document, at, (rule, offset, message) => report.add(rule, file, at(offset), message));
  if (report.count > told) return null;
  const whole = text.slice(0, start + head.length);
  const read = { value: plainValue(document), texts: [...textsBelow(document.contents, [], start)] };
  return new LocatedYaml(file, () => whole, start, read);
}

const core = new Schema({ schema: "core", resolveKnownTags: true });

function parse(head: string): Document {
  return parseDocument(keepTogether(head), { schema: core, uniqueKeys: true, stringKeys: true });
}

function plainValue(document: Document): unknown {
  return document.contents === null ? {} : document.toJS({ maxAliasCount: 0 });
}

/** What was found in it when it was parsed. */
interface Read {
  readonly value: unknown;
  readonly texts: readonly LocatedText[];
}

/**
 * What has been read from the YAML that begins at `start` in the text and goes on to its end. Places are asked for only where
 * something is wrong: the YAML is then read once more, so that nobody keeps the tree of every page.
 */
export class LocatedYaml implements Located {
  readonly file: string;
  readonly #text: () => string;
  readonly #start: number;
  readonly #read: Read | undefined;
  #parsed: Document | undefined;

  constructor(file: string, text: () => string, start: number, read?: Read) {
    this.file = file;
    this.#text = text;
    this.#start = start;
    this.#read = read;
  }

  get value(): unknown {
    return this.#read === undefined ? plainValue(this.#tree) : this.#read.value;
  }

  at(path: Path): Position {
    return this.#position(this.#offsetOf(path));
  }

  end(path: Path): Position {
    return this.#position(Math.max(0, (this.#nodeAt(path)?.range?.[1] ?? 1) - 1));
  }

  atKey(path: Path): Position {
    return this.#position(this.#keyAt(path)?.range?.[0] ?? this.#offsetOf(path));
  }

  keySpan(path: Path): Span | null {
    const range = this.#keyAt(path)?.range;
    return range ? { start: this.#start + range[0], end: this.#start + range[1] } : null;
  }

  swallowed(key: string): Position | null {
    const found = new RegExp(`^\\s+${key}:`, "m").exec(this.#text().slice(this.#start));
    return found === null ? null : this.#position(found.index + found[0].length - key.length - 1);
  }

  texts(): readonly LocatedText[] {
    return this.#read?.texts ?? [...textsBelow(this.#tree.contents, [], this.#start)];
  }

  get #tree(): Document {
    this.#parsed ??= parse(this.#text().slice(this.#start));
    return this.#parsed;
  }

  #position(offset: number): Position {
    return positionIn(this.#text(), this.#start + offset);
  }

  #nodeAt(path: Path): Node | null {
    const node: unknown = path.length === 0 ? this.#tree.contents : this.#tree.getIn(path, true);
    return isNode(node) ? node : null;
  }

  #keyAt(path: Path): Node | null {
    const parent = this.#nodeAt(path.slice(0, -1));
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
      : undefined;
    return isPair(pair) && isNode(pair.key) ? pair.key : null;
  }

  /** Where the value at the path begins; where there is none, its nearest parent. */
  #offsetOf(path: Path): number {
    const range = this.#nodeAt(path)?.range;
    return range ? range[0] : path.length === 0 ? 0 : this.#offsetOf(path.slice(0, -1));
  }
}

function* textsBelow(node: unknown, path: Path, start: number): Iterable<LocatedText> {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) yield* textsBelow(value, [...path, String(key.value)], start);
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* textsBelow(item, [...path, index], start);
  } else if (isScalar(node) && typeof node.value === "string" && node.range) {
    yield { path, text: node.value, span: { start: start + node.range[0], end: start + node.range[1] } };
  }
}
