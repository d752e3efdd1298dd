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
      const place = said.startsWith("Etter dette") ? Math.max(0, gap - 1) : offset;
      report.add("invalid-json", file, positionIn(text, place), said);
    }
    return null;
  }
  const told = report.count;
  checkKeys(file, text, tree, report);
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
