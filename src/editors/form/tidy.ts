import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../../build/format/unknown.ts";
import type { Field, Shape } from "./fields.ts";

type Group = Readonly<Record<string, unknown>>;

/**
 * What a form gave as the files have it: null for what is not known, nothing for an optional field that is empty, texts on one
 * line, fields in the model's order. What is as it was before is not touched; what the model does not know is kept.
 */
export function tidy(fields: readonly Field[], given: Group, before: Group): Group {
  const known = fields.map(
    (field) => [field.name, tidyField(field, given[field.name], before[field.name])] as const,
  );
  const unknown = Object.entries(given).filter(([name]) => !fields.some((field) => field.name === name));
  return Object.fromEntries([...known, ...unknown].filter(([, value]) => value !== undefined));
}

function tidyField(field: Field, given: unknown, before: unknown): unknown {
  if (isDeepStrictEqual(given, before)) return before;
  const value = tidyValue(field.shape, given, before);
  if (!isEmpty(value)) return value;
  if (field.nullable && field.shape.type !== "list") return null;
  return field.required ? value : undefined;
}

function tidyValue(shape: Shape, given: unknown, before: unknown): unknown {
  switch (shape.type) {
    case "text":
    case "choice":
      return typeof given === "string" ? given.trim().replace(/\s*\n\s*/g, " ") : (given ?? "");
    case "number":
      return typeof given === "string" && given.trim() !== "" ? Number(given) : (given ?? "");
    case "boolean":
      return given ?? false;
    case "list":
      return list(given).map((item, index) => tidyValue(shape.item, item, twin(item, index, list(before))));
    case "group":
      return isRecord(given) ? tidy(shape.fields, given, isRecord(before) ? before : {}) : {};
    case "variants": {
      const [chosen = {}] = Array.isArray(given) ? given : [given];
      if (!isRecord(chosen)) return {};
      const fields = shape.variants.find(({ name }) => name === chosen[shape.tag])?.fields ?? [];
      const { [shape.tag]: tag, ...rest } = chosen;
      return {
        ...(tag === undefined ? {} : { [shape.tag]: tag }),
        ...tidy(fields, rest, isRecord(before) ? before : {}),
      };
    }
  }
}

/** What an item of a list was before: the one with its id, else the one in its place. */
function twin(item: unknown, index: number, before: readonly unknown[]): unknown {
  const id = isRecord(item) ? item.id : undefined;
  return id === undefined ? before[index] : before.find((other) => isRecord(other) && other.id === id);
}

/** Nothing, or a group or list of nothing; «no» is nothing only where a field may be left out. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.values(value).every(isEmpty);
  return value === undefined || value === null || value === "" || value === false;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
