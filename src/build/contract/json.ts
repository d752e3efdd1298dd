import {
  findNodeAtLocation,
  getNodePath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { keepTogether } from "../format/text.ts";
import { DEEPEST, ODD_INDENT, oddIndent, tooDeep } from "./brackets.ts";
import { codeAt, sayJsonError } from "./json-errors.ts";
import { type Located, type LocatedText, type Path, type Span, unsafeKeys } from "./located.ts";
import type { Position, Report } from "./problem.ts";
import { positionIn } from "./text.ts";

/** Reads strict JSON (RFC 8259: no comments, no trailing commas). Tells what is wrong and gives null then. */
export function parseJson(file: string, text: string, report: Report): Located | null {
  const deep = tooDeep(text);
  if (deep !== null) {
    const message = `Her er mer enn ${DEEPEST} lister og grupper inne i hverandre.`;
    report.add("nested-too-deep", file, positionIn(text, deep), message);
    return null;
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    // The parser stands at what it cannot read, or after the gap where something is missing: then the mistake is before that.
    const offset = first?.offset ?? 0;
    const gap = /\s*$/.exec(text.slice(0, offset))?.index ?? 0;
    const code = text.trim() === "" || first === undefined ? "Empty" : printParseErrorCode(first.error);
    const odd = oddIndent(text);
    if (odd !== null && odd < gap) report.add("invalid-json", file, positionIn(text, odd), ODD_INDENT);
    else {
      const said = sayJsonError(codeAt(text, offset, code));
      const place = said.startsWith("Etter dette") ? Math.max(0, gap - 1) : offset;
      report.add("invalid-json", file, positionIn(text, place), said);
    }
    return null;
  }
  const told = report.count;
  checkKeys(file, text, tree, report);
  return report.count > told ? null : new LocatedJson(file, text, tree);
}

/**
 * What a text in order holds as JSON. Places are asked for only where something is wrong: when its tree is not at hand, the text is
 * then read once more.
 */
export class LocatedJson implements Located {
  readonly file: string;
  readonly #text: string;
  #read: Node | undefined;
  #value: unknown;

  constructor(file: string, text: string, tree?: Node) {
    this.file = file;
    this.#text = text;
    this.#read = tree;
  }

  get value(): unknown {
    this.#value ??= JSON.parse(keepTogether(this.#text));
    return this.#value;
  }

  at(path: Path): Position {
    return this.#position(this.#nodeAt(path).offset);
  }

  end(path: Path): Position {
    const { offset, length } = this.#nodeAt(path);
    return this.#position(offset + length - 1);
  }

  atKey(path: Path): Position {
    return this.#position((this.#keyAt(path) ?? this.#nodeAt(path)).offset);
  }

  keySpan(path: Path): Span | null {
    const key = this.#keyAt(path);
    return key === undefined ? null : { start: key.offset + 1, end: key.offset + key.length - 1 };
  }

  swallowed(): null {
    return null;
  }

  texts(): readonly LocatedText[] {
    return [...textsBelow(this.#tree)];
  }

  get #tree(): Node {
    this.#read ??= parseTree(this.#text);
    if (this.#read === undefined) throw new RangeError(`${this.file} was never found in order`);
    return this.#read;
  }

  #position(offset: number): Position {
    return positionIn(this.#text, offset);
  }

  #nodeAt(path: Path): Node {
    const node = findNodeAtLocation(this.#tree, [...path]);
    return node ?? (path.length === 0 ? this.#tree : this.#nodeAt(path.slice(0, -1)));
  }

  #keyAt(path: Path): Node | undefined {
    const property = findNodeAtLocation(this.#tree, [...path])?.parent;
    return property?.type === "property" ? property.children?.[0] : undefined;
  }
}

function* textsBelow(node: Node): Iterable<LocatedText> {
  if (node.type === "string" && typeof node.value === "string") {
    const span = { start: node.offset, end: node.offset + node.length };
    yield { path: getNodePath(node), text: node.value, span };
  }
  const children = node.type === "property" ? (node.children ?? []).slice(1) : (node.children ?? []);
  for (const child of children) yield* textsBelow(child);
}

/** Tells keys that no field may have, and those that stand twice. */
function checkKeys(file: string, text: string, node: Node, report: Report): void {
  const seen = new Map<string, number>();
  for (const child of node.children ?? []) {
    const key: unknown = node.type === "object" ? child.children?.[0]?.value : undefined;
    if (typeof key === "string") {
      const position = positionIn(text, child.offset);
      const first = seen.get(key);
      if (unsafeKeys.includes(key))
        report.add("unsafe-key", file, position, `Feltet kan ikke hete «${key}». Ta det bort.`);
      else if (first !== undefined) {
        const message = `Feltet «${key}» står to ganger, også på linje ${first}. Behold ett.`;
        report.add("duplicate-key", file, position, message);
      } else seen.set(key, position.line);
    }
    checkKeys(file, text, child, report);
  }
}
