import * as z from "zod";
import { $ZodCheckLengthEquals, $ZodCheckMaxLength, $ZodCheckMinLength } from "zod/v4/core";
import { references } from "../../model/primitives.ts";

/** What a field holds, as far as a form or a question has to know it. The contract alone decides what is right. */
export type Shape =
  | { readonly type: "text"; readonly date: boolean; readonly register: Register | null }
  | {
      readonly type: "number";
      readonly whole: boolean;
      readonly min: number | null;
      readonly max: number | null;
    }
  | { readonly type: "boolean" }
  | { readonly type: "choice"; readonly choices: readonly string[] }
  | { readonly type: "list"; readonly item: Shape; readonly min: number; readonly max: number | null }
  | { readonly type: "group"; readonly fields: readonly Field[] }
  | { readonly type: "variants"; readonly tag: string; readonly variants: readonly Variant[] };

/** A register that an id is looked up in. */
export type Register = NonNullable<ReturnType<typeof references.get>>["register"];

/** One of the groups that a field can be, told apart by the value of its tag. */
export interface Variant {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

/** A field of the model: its name in the files, and its name and hint for people, in Bokmål. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Whether the file must have it. */
  readonly required: boolean;
  /** Whether null stands for what is not known. */
  readonly nullable: boolean;
  readonly shape: Shape;
  readonly schema: z.ZodType;
}

/** The fields of a group, in the model's order. */
export function fieldsOf(group: z.ZodObject): readonly Field[] {
  return Object.entries(group.shape).flatMap(([name, schema]) =>
    schema instanceof z.ZodType ? [fieldOf(name, schema)] : [],
  );
}

function fieldOf(name: string, schema: z.ZodType): Field {
  const layers = unwrap(schema);
  const word = (key: "title" | "description") =>
    layers.map((layer) => z.globalRegistry.get(layer)?.[key]).find((text) => text !== undefined);
  return {
    name,
    label: word("title") ?? name,
    hint: plainHint(word("description") ?? ""),
    required: !layers.some((layer) => layer instanceof z.ZodOptional),
    nullable: layers.some((layer) => layer instanceof z.ZodNullable),
    shape: shapeOf(schema),
    schema,
  };
}

/** A hint for those who answer in a form or at a prompt: the words of the files in everyday ones. */
function plainHint(hint: string): string {
  return hint
    .replace(/^true (?=når|så)/, "Ja ")
    .replace(/([;,] (?:eller |ellers )?)null\b/g, "$1tomt")
    .replace(/\bi people\b/, "i listen over personer");
}

/** The schema itself, what it wraps, and so on to the innermost. */
function unwrap(schema: z.ZodType): readonly z.ZodType[] {
  if (!(schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)) return [schema];
  const inner = schema.unwrap();
  return inner instanceof z.ZodType ? [schema, ...unwrap(inner)] : [schema];
}

function shapeOf(schema: unknown): Shape {
  const inner = schema instanceof z.ZodType ? (unwrap(schema).at(-1) ?? schema) : schema;
  if (inner instanceof z.ZodObject) return { type: "group", fields: fieldsOf(inner) };
  if (inner instanceof z.ZodArray) {
    return { type: "list", item: shapeOf(inner.element), ...lengthOf(inner) };
  }
  if (inner instanceof z.ZodDiscriminatedUnion) return variantsOf(inner);
  if (inner instanceof z.ZodEnum) return { type: "choice", choices: inner.options.map(String) };
  if (inner instanceof z.ZodBoolean) return { type: "boolean" };
  if (inner instanceof z.ZodNumber)
    return {
      type: "number",
      whole: inner.format !== null,
      min: finite(inner.minValue),
      max: finite(inner.maxValue),
    };
  const register = inner instanceof z.ZodType ? (references.get(inner)?.register ?? null) : null;
  return { type: "text", date: inner instanceof z.ZodISODate, register };
}

function variantsOf(union: z.ZodDiscriminatedUnion): Shape {
  const tag = union.def.discriminator;
  const variants = union.options.flatMap((option) => {
    if (!(option instanceof z.ZodObject)) return [];
    const literal: unknown = option.shape[tag];
    const name = literal instanceof z.ZodLiteral ? String(literal.value) : "";
    const fields = fieldsOf(option).filter((field) => field.name !== tag);
    return [{ name, label: z.globalRegistry.get(option)?.title ?? name, fields }];
  });
  return { type: "variants", tag, variants };
}

/** How many items a list must have, and may have. */
function lengthOf(list: z.ZodArray): { readonly min: number; readonly max: number | null } {
  let [min, max]: [number, number | null] = [0, null];
  for (const check of list.def.checks ?? []) {
    if (check instanceof $ZodCheckMinLength) min = check._zod.def.minimum;
    if (check instanceof $ZodCheckMaxLength) max = check._zod.def.maximum;
    if (check instanceof $ZodCheckLengthEquals) min = max = check._zod.def.length;
  }
  return { min, max };
}

/** Zod gives the largest safe number where the model sets no bound. */
function finite(value: number | null): number | null {
  return value === null || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? null : value;
}
