import { describe } from "../../build/contract/deviation.ts";
import { suggest } from "../../build/contract/suggest.ts";
import type { Field } from "../form/fields.ts";

/** Something to ask an editor. */
export interface Question {
  /** Its flag: a field's name, or «standIn.alt» for a field in a group. */
  readonly name: string;
  readonly field: Field;
  /** The group it stands in, when the file may do without that. */
  readonly group: string | null;
  /** Whether a prompt asks it; else only its flag answers it. */
  readonly asked: boolean;
}

/** What may be answered, each with what it stands for; empty when anything may. */
export type Choices = ReadonlyMap<string, string>;

/** An answer as the file wants it, or what is wrong with it, in Bokmål. */
export type Answer = { readonly value: unknown } | { readonly fault: string };

/** A question for each field; a group gives one for each of its own. */
export function questionsOf(fields: readonly Field[], asked = true): readonly Question[] {
  return fields.flatMap((field): readonly Question[] => {
    const { name, shape, nullable } = field;
    const inside = (inner: readonly Field[]) =>
      inner.map((part) => ({
        name: `${name}.${part.name}`,
        field: part,
        group: nullable || !asked ? name : null,
        asked,
      }));
    if (shape.type === "group") return inside(shape.fields);
    if (shape.type === "list" && shape.item.type === "group") return [];
    if (shape.type !== "variants") return [{ name, field, group: null, asked }];
    const parts = new Map(
      shape.variants.flatMap((variant) => variant.fields).map((part) => [part.name, part]),
    );
    const tag = {
      ...field,
      name: shape.tag,
      shape: { type: "choice", choices: shape.variants.map((v) => v.name) },
    } as const;
    return inside([tag, ...parts.values()]);
  });
}

/** Reads what an editor typed, once or several times. Nothing typed is what the file writes for «not known», if it has that. */
export function readAnswer({ name, field }: Question, typed: readonly string[], choices: Choices): Answer {
  const words = typed.map((text) => text.trim()).filter((text) => text !== "");
  const { shape, nullable, required, schema } = field;
  if (shape.type === "list") {
    const items =
      shape.item.type === "text" && shape.item.register !== null
        ? words.flatMap((text) => text.split(/[,\s]+/))
        : words;
    const value = shape.item.type === "number" ? items.map(numberOf) : items;
    return check(value, items);
  }
  const [word = ""] = words;
  if (word === "" && shape.type !== "boolean") {
    if (nullable) return { value: null };
    return required ? missing() : { value: undefined };
  }
  if (shape.type === "boolean") {
    if (/^(?:ja|j|true)$/i.test(word)) return { value: true };
    return /^(?:nei|n|false|)$/i.test(word) ? { value: false } : { fault: "Svar ja eller nei." };
  }
  return check(shape.type === "number" ? numberOf(word) : word, [word]);

  function check(value: unknown, said: readonly string[]): Answer {
    if (said.length === 0 && shape.type === "list" && shape.min > 0) return missing();
    const unknown = choices.size === 0 ? undefined : said.find((word) => !choices.has(word));
    if (unknown !== undefined) {
      const near = /^\d+$/.test(unknown) ? "" : unknown;
      return { fault: `«${unknown}» er ikke blant valgene.${suggest(near, [...choices.keys()])}` };
    }
    // A variant's tag has no schema of its own.
    if (shape.type === "choice") return { value };
    const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
    if (issue === undefined) return { value };
    return { fault: describe(issue, [name, ...issue.path.filter((step) => typeof step !== "symbol")])[1] };
  }

  function missing(): Answer {
    return { fault: `${field.label} («${name}») må være med.${suggest("", [...choices.keys()])}` };
  }
}

function numberOf(text: string): unknown {
  const number = Number(text.replace(/[\s\u00a0]/g, "").replace(",", "."));
  return Number.isNaN(number) ? text : number;
}

/** Answers put together as the file has them: in groups, null for a group without any. */
export function gather(
  fields: readonly Field[],
  answers: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> {
  const entries = fields.map((field): readonly [string, unknown] => {
    const { name, shape, nullable } = field;
    if (answers.has(name) || (shape.type !== "group" && shape.type !== "variants"))
      return [name, answers.get(name)];
    const parts = [...answers].flatMap(([path, value]) =>
      path.startsWith(`${name}.`) && value !== undefined
        ? [[path.slice(name.length + 1), value] as const]
        : [],
    );
    return [name, parts.length > 0 ? Object.fromEntries(parts) : nullable ? null : undefined];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
