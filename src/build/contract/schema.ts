import * as z from "zod";
import { fieldOf } from "../format/unknown.ts";
import { describe, type Issue } from "./deviation.ts";
import type { Located, Path } from "./located.ts";
import type { Position, Report } from "./problem.ts";
import { nearest, suggest } from "./suggest.ts";

/**
 * Holds a document against its schema. Gives the typed value, or tells every deviation at its place and gives null.
 */
export function conform<Schema extends z.ZodType>(
  located: Located,
  schema: Schema,
  report: Report,
): z.output<Schema> | null {
  const result = schema.safeParse(located.value, { reportInput: true });
  if (result.success) return result.data;
  const misspelt = new Set<string>();
  // Misspelt keys first: the field that such a key was meant to be is then not told as missing too.
  const issues = [...result.error.issues].sort((a, b) => Number(isUnknown(b)) - Number(isUnknown(a)));
  for (const issue of issues) {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    if (issue.code === "unrecognized_keys") {
      const known = knownKeys(schema, path);
      for (const key of issue.keys) {
        const position = located.atKey([...path, key]);
        const near = nearest(
          key,
          known.filter((name) => !hasKey(located.value, [...path, name])),
        );
        const span = located.keySpan([...path, key]);
        if (near !== undefined) misspelt.add([...path, near].join("/"));
        const edits = near === undefined || span === null ? [] : [{ ...span, text: near }];
        report.add(
          "unknown-key",
          located.file,
          position,
          `Ukjent felt «${key}».${suggest(key, known)}`,
          edits,
        );
      }
    } else {
      const [described, message] = describe(issue, path);
      if (described === "missing-key" && misspelt.has(path.join("/"))) continue;
      const rule =
        path.at(-1) === "alt" && (described === "missing-key" || described === "empty-text")
          ? "missing-alt"
          : described;
      const surplus = issue.code === "too_big" && issue.origin === "array" ? [Number(issue.maximum)] : [];
      const position =
        described === "missing-key" ? gap(located, schema, path) : located.at([...path, ...surplus]);
      report.add(rule, located.file, position, message);
    }
  }
  return null;
}

/** Where a missing field should have stood: at the next one in the schema's order, or where the one before it ends. */
function gap(located: Located, schema: z.ZodType, path: Path): Position {
  const swallowed = located.swallowed(String(path.at(-1)));
  if (swallowed !== null) return swallowed;
  const parent = path.slice(0, -1);
  const keys = knownKeys(schema, parent);
  const place = keys.indexOf(String(path.at(-1)));
  const present = (key: string) => hasKey(located.value, [...parent, key]);
  const next = keys.slice(place + 1).find(present);
  if (next !== undefined) return located.atKey([...parent, next]);
  const before = keys.slice(0, Math.max(0, place)).findLast(present);
  return before === undefined ? located.at(path) : located.end([...parent, before]);
}

function isUnknown({ code }: Issue): boolean {
  return code === "unrecognized_keys";
}

function hasKey(value: unknown, path: Path): boolean {
  return path.reduce<unknown>(fieldOf, value) !== undefined;
}

function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let at: unknown = schema;
  for (const step of path) {
    if (at instanceof z.ZodNullable || at instanceof z.ZodOptional) at = at.unwrap();
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = at.shape[String(step)];
  }
  const objects = at instanceof z.ZodDiscriminatedUnion ? at.options : [at];
  const keys = objects.flatMap((object) => (object instanceof z.ZodObject ? Object.keys(object.shape) : []));
  return [...new Set(keys)];
}
