import type { Field, Register, Shape } from "../form/fields.ts";

/** A field as Decap CMS takes it (decapcms.org/docs/widgets). */
export interface Widget {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly [setting: string]: unknown;
}

/** The collection that holds the registers, for references to look things up in. */
export const REGISTERS = "registre";

/** What an entry of a register is shown as, where it can be chosen. */
const shownAs: Readonly<Record<Register, readonly string[]>> = {
  organisations: ["name"],
  people: ["name"],
  sources: ["id", "publisher"],
  figures: ["value", "unit", "label"],
};

/** Texts that take more than a line. */
const LONG: readonly string[] = ["alt", "caption", "description", "lead", "summary", "taken", "text"];

/** What a row of a list is called while it is folded: the first of these that it has. */
const ROW_NAMES: readonly string[] = ["name", "title", "publisher", "year", "label", "text", "term"];

/** The fields of a form. With `lenient` the check alone says what is missing, so that a draft can be saved half-finished. */
export function widgetsOf(fields: readonly Field[], lenient: boolean): readonly Widget[] {
  return fields.map((field) => widgetOf(field, lenient));
}

function widgetOf({ name, label, hint, required, nullable, shape }: Field, lenient: boolean): Widget {
  const optional = !required || nullable || (shape.type === "list" && shape.min === 0);
  const later = lenient && !optional ? " Må være med når siden blir publisert." : "";
  return {
    name,
    label,
    // A switch always says yes or no, and a register always has its list.
    required: shape.type === "boolean" || (!lenient && (!optional || isRegister(shape))),
    hint: `${hint.replace(/\.$/, "")}.${later}`,
    ...settingsOf(name, shape, lenient || nullable),
  };
}

function isRegister(shape: Shape): boolean {
  return shape.type === "list" && shape.item.type === "group";
}

function settingsOf(
  name: string,
  shape: Shape,
  lenient: boolean,
): { readonly widget: string; readonly [setting: string]: unknown } {
  switch (shape.type) {
    case "text":
      if (shape.register !== null) return relation(shape.register);
      if (shape.date)
        return { widget: "string", pattern: ["^$|^\\d{4}-\\d{2}-\\d{2}$", "Skriv datoen slik: 2017-06-15"] };
      return { widget: LONG.includes(name) ? "text" : "string" };
    case "number": {
      const { min, max, whole } = shape;
      return {
        widget: "number",
        value_type: whole ? "int" : "float",
        step: whole ? 1 : 0.01,
        ...(min === null ? {} : { min }),
        ...(max === null ? {} : { max }),
      };
    }
    case "boolean":
      return { widget: "boolean", default: name === "draft" };
    case "choice":
      return { widget: "select", options: shape.choices };
    case "group":
      return { widget: "object", collapsed: false, fields: widgetsOf(shape.fields, lenient) };
    case "variants":
      return {
        widget: "list",
        typeKey: shape.tag,
        max: 1,
        types: shape.variants.map((variant) => ({
          name: variant.name,
          label: variant.label,
          widget: "object",
          fields: widgetsOf(variant.fields, lenient),
        })),
      };
    case "list":
      return listSettings(shape, lenient);
  }
}

function listSettings({ item, min, max }: Extract<Shape, { type: "list" }>, lenient: boolean) {
  const bounds = { ...(min > 0 && !lenient ? { min } : {}), ...(max === null ? {} : { max }) };
  if (item.type === "text" && item.register !== null)
    return { ...relation(item.register), multiple: true, ...bounds };
  if (item.type !== "group") {
    const field = { name: "item", label: "Punkt", required: true, ...settingsOf("item", item, lenient) };
    return { widget: "list", collapsed: false, allow_add: true, ...bounds, field };
  }
  const named = ROW_NAMES.find((name) => item.fields.some((field) => field.name === name));
  const isNumber = item.fields.some(({ name }) => name === "value");
  return {
    widget: "list",
    collapsed: true,
    ...bounds,
    summary: isNumber ? "{{fields.value}} {{fields.unit}} {{fields.label}}" : `{{fields.${named}}}`,
    fields: widgetsOf(item.fields, lenient),
  };
}

function relation(register: Register) {
  const path = (field: string) => `${register}.*.${field}`;
  const shown = shownAs[register].map(path);
  return {
    widget: "relation",
    collection: REGISTERS,
    file: register,
    value_field: path("id"),
    search_fields: shown,
    display_fields: shown,
    options_length: 500,
  };
}
