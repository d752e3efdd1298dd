import * as z from "zod";
import { groupBy } from "../format/groups.ts";
import { list } from "../format/text.ts";
import { fieldOf } from "../format/unknown.ts";
import { describe, type Instead, type Issue, nameOf } from "./deviation.ts";
import type { Located, Path } from "./located.ts";
import type { Position, Report } from "./problem.ts";
import { nearest, suggest } from "./suggest.ts";

/**
 * Holds a document against its schema. Gives the typed value, or tells every deviation at its place and gives null. `what` says why the
 * document must have its fields, where it lacks several.
 */
export function conform<Schema extends z.ZodType>(
  located: Located,
  schema: Schema,
  report: Report,
  what = "",
): z.output<Schema> | null {
  const result = schema.safeParse(located.value, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  // The fields that misspelt keys were meant to be are not told as missing too.
  const meant = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? tellUnknownKeys(issue.keys, pathOf(issue), located, schema, report)
      : [],
  );
  const gaps: Gap[] = [];
  for (const issue of issues) {
    if (issue.code === "unrecognized_keys") continue;
    const path = pathOf(issue);
    const [described, message] = describe(issue, path, insteadOf(schema, path));
    if (described === "missing-key" && meant.includes(path.join("/"))) continue;
    if (described === "missing-key" && path.at(-1) !== "alt") {
      gaps.push({ position: gap(located, schema, path), path, message });
      continue;
    }
    const rule =
      path.at(-1) === "alt" && (described === "missing-key" || described === "empty-text")
        ? "missing-alt"
        : described;
    const surplus = issue.code === "too_big" && issue.origin === "array" ? [Number(issue.maximum)] : [];
    const position =
      described === "missing-key" ? gap(located, schema, path) : located.at([...path, ...surplus]);
    report.add(rule, located.file, position, message);
  }
  tellGaps(gaps, located.file, what, report);
  return null;
}

/** A field that is missing, and how to say so of it alone. */
interface Gap {
  readonly path: Path;
  readonly position: Position;
  readonly message: string;
}

/** Tells those of one group that are missing at one place together. */
function tellGaps(gaps: readonly Gap[], file: string, what: string, report: Report): void {
  const placeOf = ({ path, position: { line, column } }: Gap) => [...path.slice(0, -1), line, column].join();
  for (const [, [first, ...others]] of groupBy(gaps, placeOf)) {
    if (first === undefined) continue;
    const names = [first, ...others].map(({ path }) => `«${path.at(-1)}»`);
    const within = first.path.slice(-2, -1);
    const several =
      within.length === 0
        ? `Feltene ${list(names, "nb")} mangler.${what}`
        : `Feltene ${list(names, "nb")} i ${nameOf(within)} mangler.`;
    report.add("missing-key", file, first.position, others.length === 0 ? first.message : several);
  }
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

/** Tells keys that the schema does not have at the path. Gives the paths of the fields that they seem meant to be. */
function tellUnknownKeys(
  keys: readonly string[],
  path: Path,
  located: Located,
  schema: z.ZodType,
  report: Report,
): readonly string[] {
  const known = knownKeys(schema, path, located.value);
  const absent = known.filter((name) => !hasKey(located.value, [...path, name]));
  return keys.flatMap((key) => {
    const position = located.atKey([...path, key]);
    const near = nearest(key, absent);
    const span = located.keySpan([...path, key]);
    const edits = near === undefined || span === null ? [] : [{ ...span, text: near }];
    const message = `Ukjent felt «${key}».${suggest(key, known)}`;
    report.add("unknown-key", located.file, position, message, edits);
    return near === undefined ? [] : [[...path, near].join("/")];
  });
}

/** Where a missing field should have stood: in the text that holds it now, at the next one in the schema's order, or where the one before it ends. */
function gap(located: Located, schema: z.ZodType, path: Path): Position {
  const parent = path.slice(0, -1);
  const keys = knownKeys(schema, parent, located.value);
  const place = keys.indexOf(String(path.at(-1)));
  const present = (key: string) => hasKey(located.value, [...parent, key]);
  const before = keys.slice(0, Math.max(0, place)).findLast(present);
  const torn = before === undefined ? null : located.torn([...parent, before]);
  if (torn !== null) return torn;
  const next = keys.slice(place + 1).find(present);
  if (next !== undefined) return located.atKey([...parent, next]);
  return before === undefined ? located.at(path) : located.end([...parent, before]);
}

function hasKey(value: unknown, path: Path): boolean {
  return path.reduce<unknown>(fieldOf, value) !== undefined;
}

/** What the schema says of the value at a path, with whether it may be missing. */
function schemaAt(schema: z.ZodType, path: Path): unknown {
  return path.reduce<unknown>((above, step) => {
    const at = bare(above);
    if (at instanceof z.ZodArray) return at.element;
    return at instanceof z.ZodObject ? at.shape[String(step)] : at;
  }, schema);
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

function insteadOf(schema: z.ZodType, path: Path): Instead | undefined {
  const at = schemaAt(schema, path);
  return at instanceof z.ZodOptional ? "nothing" : at instanceof z.ZodNullable ? "null" : undefined;
}

/** The fields that there are at a path; of a group of several kinds, those of the kind that the value says. */
function knownKeys(schema: z.ZodType, path: Path, value: unknown): readonly string[] {
  const at = bare(schemaAt(schema, path));
  const kinds = at instanceof z.ZodDiscriminatedUnion ? at.options : [at];
  const objects = kinds.filter((kind) => kind instanceof z.ZodObject);
  const group = path.reduce<unknown>(fieldOf, value);
  const kind = objects.find(({ shape }) => shape.kind?.safeParse(fieldOf(group, "kind")).success);
  const keys = (kind === undefined ? objects : [kind]).flatMap(({ shape }) => Object.keys(shape));
  return [...new Set(keys)];
}
