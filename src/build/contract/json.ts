import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { keepTogether } from "../format/text.ts";
import { DEEPEST, ODD_INDENT, oddIndent, tooDeep } from "./brackets.ts";
import { codeAt, sayJsonError } from "./json-errors.ts";
import { type Entry, Located, type Parsed, type Path, type Span, unsafeKeys } from "./located.ts";
import type { Report } from "./problem.ts";
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
      const place = /^(?:Etter dette|Dette kommaet)/.test(said) ? Math.max(0, gap - 1) : offset;
      report.add("invalid-json", file, positionIn(text, place), said);
    }
    return null;
  }
  const told = report.count;
  checkNode(file, text, tree, report);
  return report.count > told ? null : locateJson(file, text, tree);
}

/** What a text in order holds as JSON; its tree need not be at hand. */
export function locateJson(file: string, text: string, known?: Node): Located {
  const parse = (): Parsed => {
    const tree = known ?? parseTree(text);
    return { value: JSON.parse(keepTogether(text)), entries: tree === undefined ? [] : [...entriesOf(tree)] };
  };
  return new Located(file, () => text, parse);
}

function* entriesOf(node: Node, path: Path = [], key: Span | null = null): Iterable<Entry> {
  yield { path, span: spanOf(node), key, text: typeof node.value === "string" ? node.value : null };
  for (const [index, child] of (node.children ?? []).entries()) {
    const [name, value] = child.type === "property" ? (child.children ?? []) : [];
    if (name === undefined || value === undefined) yield* entriesOf(child, [...path, index]);
    else yield* entriesOf(value, [...path, String(name.value)], spanOf(name));
  }
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Tells keys that no field may have, those that stand twice, and thousands parted by a full stop: 73.000 is 73. */
function checkNode(file: string, text: string, node: Node, report: Report): void {
  const written = text.slice(node.offset, node.offset + node.length);
  // Nobody writes decimals that end in a nought.
  if (node.type === "number" && /^\d{1,3}\.\d\d0$/.test(written)) {
    const message = `«${written}» er tallet ${node.value}, for punktum er desimaltegn her. Skriv ${written.replace(".", "")}.`;
    report.add("wrong-value", file, positionIn(text, node.offset), message);
  }
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
    checkNode(file, text, child, report);
  }
}
