import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Schema,
  visit,
  type YAMLError,
} from "yaml";
import { keepTogether } from "../format/text.ts";
import {
  behaviourKeys,
  type Located,
  type LocatedText,
  type Path,
  type Span,
  unsafeKeys,
} from "./located.ts";
import type { Position, Report } from "./problem.ts";
import type { Rule } from "./rules.ts";
import { positionIn } from "./text.ts";

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
  reportYamlErrors(file, head, document, at, report);
  if (document.errors.length === 0) checkNodes(file, head, document, at, report);
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

/** Tells what YAML allows and the heads of pages do not. */
function checkNodes(
  file: string,
  head: string,
  document: Document,
  at: (offset: number) => Position,
  report: Report,
): void {
  const refuse = (rule: Rule, { range }: Node, message: string, after = 0): void =>
    report.add(rule, file, at((range?.[0] ?? 0) + after), message);
  visit(document, {
    Node(_key, node) {
      const named =
        isAlias(node) || node.tag !== undefined || ("anchor" in node && node.anchor !== undefined);
      if (named) refuse("yaml-reference", node, NO_REFERENCES);
      const fold =
        isScalar(node) && node.type === "PLAIN" && node.range
          ? head.slice(node.range[0], node.range[1]).indexOf("\n")
          : -1;
      if (fold !== -1) refuse("invalid-yaml", node, NO_FOLD, fold + 1);
      const end = isScalar(node) && node.type === "PLAIN" && node.range ? node.range[1] : head.length;
      if (/^ +#[\p{L}\d]/u.test(head.slice(end, end + 20)))
        refuse("invalid-yaml", node, NO_HASH, end - (node.range?.[0] ?? 0) + 1);
    },
    Pair(_key, { key }) {
      if (!isScalar(key)) return;
      const name = String(key.value);
      if (unsafeKeys.includes(name))
        refuse("unsafe-key", key, `Feltet kan ikke hete «${name}». Ta det bort.`);
      else if (name === "<<")
        refuse("yaml-reference", key, "Fletting med «<<» er ikke lov her. Skriv feltene ut.");
      else if (behaviourKeys.includes(name)) {
        refuse(
          "behaviour-key",
          key,
          `Feltet «${name}» styrer ingenting her: adresse og utseende følger av hvor filen står. Ta det bort.`,
        );
      }
    },
  });
}

const NO_REFERENCES =
  "Henvisninger (&, *) og merkelapper (!) i YAML er ikke lov her. Skriv verdien ut, eller sett teksten i hermetegn.";

const NO_FOLD =
  "Teksten i linjen over fortsetter her. Mangler det et felt? En lang tekst begynner med «>-» etter kolonet, og linjene under rykkes inn.";

const NO_HASH = "Det som står etter «#» her, er en kommentar og blir borte. Sett hele teksten i hermetegn.";

const BAD_INDENT =
  "Innrykket stemmer ikke. Felter på samme nivå skal begynne i samme kolonne, og med mellomrom.";

const NO_END = "Teksten som begynner her, mangler et avsluttende hermetegn.";

const yamlErrors: Readonly<Record<string, string>> = {
  MISSING_CHAR: "Her mangler et tegn, for eksempel et avsluttende hermetegn eller et kolon.",
  BAD_INDENT,
  TAB_AS_INDENT: "Innrykk skal være mellomrom, ikke tabulator.",
  BLOCK_AS_IMPLICIT_KEY: "Her er et kolon for mye. Tekst med kolon må stå i hermetegn.",
  MULTILINE_IMPLICIT_KEY:
    "Her mangler et kolon med mellomrom etter feltnavnet, eller teksten må stå i hermetegn.",
  UNEXPECTED_TOKEN: "Her står noe som ikke hører hjemme. Tekst med spesialtegn må stå i hermetegn.",
  NON_STRING_KEY: "Feltnavnet må være et vanlig ord.",
};

/** Tells the errors of the parser, but of those that follow from another only that one. */
function reportYamlErrors(
  file: string,
  head: string,
  document: Document,
  at: (offset: number) => Position,
  report: Report,
): void {
  const torn = document.errors.length === 0 ? null : tornText(head, document);
  if (torn !== null) report.add("invalid-yaml", file, at(torn), NO_END);
  // What stands outside the fields is read anew, sign by sign.
  const end = document.contents?.range?.[2] ?? head.length;
  const lines = new Set<number>();
  for (const error of document.errors) {
    const [offset] = error.pos;
    const { line } = at(offset);
    if (lines.has(line) || (torn !== null && offset >= torn)) continue;
    lines.add(line);
    reportYamlError(file, error, head, document, at, report);
    if (offset >= end) break;
  }
}

/** Where a text in quotes begins that goes on through other fields, or to the end. */
function tornText(head: string, document: Document): number | null {
  let torn: number | null = null;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (torn !== null || !range || (type !== "QUOTE_DOUBLE" && type !== "QUOTE_SINGLE")) return;
      const source = head.slice(range[0], range[1]).trimEnd();
      if (/\n[a-zA-Z]+:/.test(source) || !/^(["'])[\s\S]*\1$/.test(source)) torn = range[0];
    },
  });
  return torn;
}

function reportYamlError(
  file: string,
  { code, pos: [offset] }: YAMLError,
  head: string,
  document: Document,
  at: (offset: number) => Position,
  report: Report,
): void {
  if (code === "DUPLICATE_KEY") {
    const [name, first] = firstOf(document, offset);
    const message = `Feltet «${name}» står to ganger, også på linje ${at(first).line}. Behold ett.`;
    report.add("duplicate-key", file, at(offset), message);
  } else if (code === "BAD_ALIAS" || code === "TAG_RESOLVE_FAILED") {
    report.add("yaml-reference", file, at(offset), NO_REFERENCES);
  } else if (at(offset).column === 1 && (code === "UNEXPECTED_TOKEN" || head[offset] === " ")) {
    report.add("invalid-yaml", file, at(offset), BAD_INDENT);
  } else {
    const fallback = "Feltene kan ikke leses fra dette punktet. Tekst med spesialtegn må stå i hermetegn.";
    report.add("invalid-yaml", file, at(offset), yamlErrors[code] ?? fallback);
  }
}

/** The name of the key at an offset, and where the same key first stands in its group. */
function firstOf(document: Document, offset: number): readonly [string, number] {
  let found: readonly [string, number] = ["", offset];
  visit(document, {
    Map(_key, { items }) {
      const keys = items.map(({ key }) => key).filter(isScalar);
      const second = keys.find(({ range }) => range?.[0] === offset);
      const first = keys.find(({ value }) => value === second?.value);
      if (second !== undefined) found = [String(second.value), first?.range?.[0] ?? offset];
    },
  });
  return found;
}
