import { findNodeAtLocation, getLocation, getNodeValue, parseTree } from "jsonc-parser";
import { isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import { splitFrontMatter } from "../../build/contract/frontmatter.ts";
import { type Problem, Report } from "../../build/contract/problem.ts";
import { isRecord } from "../../build/format/unknown.ts";
import { nameOfRow } from "../files/registers.ts";
import type { Field, Shape } from "./fields.ts";
import { formOf } from "./forms.ts";

/** A problem as a form says it: at which field, by the names that the form shows. */
export interface FieldProblem {
  /** «Bilder › Vinnere › Bildetekst», or «Tekst, linje 4». */
  readonly where: string;
  readonly message: string;
  readonly severity: Problem["severity"];
}

type Step = string | number;

/** Says a problem by the names of the form's fields. `text` is the file that it was found in. */
export function atField(problem: Problem, text: string): FieldProblem {
  const { file, line, column, message, severity } = problem;
  const form = formOf(file);
  const offset = text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, column - 1);
  const said = { message, severity };
  if (form === null) return { ...said, where: file };
  if (form.kind === "data") {
    const path = getLocation(text, offset).path.filter((step) => step !== "");
    const tree = parseTree(text);
    const valueAt = (steps: readonly Step[]): unknown => {
      const node = tree && findNodeAtLocation(tree, [...steps]);
      return node && getNodeValue(node);
    };
    return inWords(said, form.fields, lackIn(problem, path, form.fields), valueAt);
  }
  const split = splitFrontMatter(file, text, new Report());
  if (split === null || offset >= split.bodyStart) {
    // The form's text begins with its first line that is not empty.
    const start = split?.bodyStart ?? 0;
    const blank = /^\s*\n/.exec(text.slice(start))?.[0].length ?? 0;
    const before = text.slice(0, start + blank).split("\n").length;
    return { ...said, where: `Tekst, linje ${Math.max(1, line - before + 1)}` };
  }
  const head = parseDocument(split.head).contents;
  return inWords(
    said,
    form.fields,
    lackIn(problem, headPath(head, offset - split.headStart), form.fields),
    () => undefined,
  );
}

/** The names and numbers of the fields around a place in a head. */
function headPath(node: unknown, offset: number): readonly Step[] {
  const before = (item: unknown) =>
    isNode(item) && item.range !== null && item.range !== undefined && item.range[0] <= offset;
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => before(key));
    return pair === undefined || !isScalar(pair.key)
      ? []
      : [String(pair.key.value), ...headPath(pair.value, offset)];
  }
  if (!isSeq(node)) return [];
  const index = node.items.findLastIndex(before);
  return index === -1 ? [] : [index, ...headPath(node.items[index], offset)];
}

/** A field that is missing has no place of its own: the way to it, by the name in the message. */
function lackIn(
  { rule, message }: Problem,
  path: readonly Step[],
  fields: readonly Field[],
): readonly Step[] {
  const name = rule === "missing-key" ? /«(\w+)»/.exec(message)?.[1] : undefined;
  if (name === undefined || path.at(-1) === name) return path;
  for (let length = path.length; length >= 0; length--) {
    const inside = shapeAt(fields, path.slice(0, length));
    if (fieldsIn(inside).some((field) => field.name === name)) return [...path.slice(0, length), name];
  }
  return path;
}

function shapeAt(fields: readonly Field[], path: readonly Step[]): Shape | undefined {
  let shape: Shape | undefined = { type: "group", fields };
  for (const step of path) {
    if (typeof step === "number") shape = shape?.type === "list" ? shape.item : undefined;
    else shape = fieldsIn(shape).find(({ name }) => name === step)?.shape;
  }
  return shape;
}

function inWords(
  { message, severity }: Pick<FieldProblem, "message" | "severity">,
  fields: readonly Field[],
  path: readonly Step[],
  valueAt: (path: readonly Step[]) => unknown,
): FieldProblem {
  // What each step stands in, from the whole form inwards, and last what the path leads to.
  const shapes = [...path.keys(), path.length].map((length) => shapeAt(fields, path.slice(0, length)));
  const words = path.map((step, index) => {
    if (typeof step === "string")
      return fieldsIn(shapes[index]).find(({ name }) => name === step)?.label ?? step;
    const row = valueAt(path.slice(0, index + 1));
    return (isRecord(row) && nameOfRow(row)) || `nr. ${step + 1}`;
  });
  // Where several fields have the same name, the innermost is meant.
  const labels = new Map(
    shapes.flatMap((shape) => fieldsIn(shape).map(({ name, label }) => [name, label] as const)),
  );
  // The contract speaks of fields by their names in the files.
  const said = message.replace(
    /(?<=(?:felt(?:et|ene)?|listen|teksten|tallet|ta bort|i|og|,) )«(\w+)»/gi,
    (whole, name: string) => (labels.has(name) ? `«${labels.get(name)}»` : whole),
  );
  return { where: words.join(" › "), message: said, severity };
}

function fieldsIn(shape: Shape | undefined): readonly Field[] {
  switch (shape?.type) {
    case "group":
      return shape.fields;
    case "list":
      return fieldsIn(shape.item);
    case "variants":
      return shape.variants.flatMap(({ fields }) => fields);
    default:
      return [];
  }
}
