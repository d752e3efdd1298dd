import { closestMatch } from "leven";
import { z } from "zod";
import type { Located, Path } from "./located.ts";
import type { Report } from "./problem.ts";
import type { Rule } from "./rules.ts";

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
      report.add(rule, located.file, located.at(path), message);
    }
  }
  return null;
}

function isUnknown({ code }: Issue): boolean {
  return code === "unrecognized_keys";
}

function hasKey(value: unknown, path: Path): boolean {
  return (
    path.reduce<unknown>(
      (at, step) => (typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined),
      value,
    ) !== undefined
  );
}

function nearest(word: string, known: readonly string[]): string | undefined {
  return closestMatch(word, [...known], { maxDistance: Math.max(2, Math.floor(word.length / 3)) });
}

/** «Mente du «title»?» when a known word is near, else which words there are. */
export function suggest(word: string, known: readonly string[]): string {
  const near = word === "" ? undefined : nearest(word, known);
  if (near !== undefined) return ` Mente du «${near}»?`;
  return known.length > 0 && known.length <= 12
    ? ` Gyldige her: ${known.map((item) => `«${item}»`).join(", ")}.`
    : "";
}

function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let at: unknown = schema;
  for (const step of path) {
    if (at instanceof z.ZodNullable || at instanceof z.ZodOptional) at = at.unwrap();
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = at.shape[String(step)];
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, path: Path): [Rule, string] {
  const field = fieldName(path);
  if (issue.code === "invalid_type") {
    if (issue.input === undefined)
      return ["missing-key", `Feltet ${field} mangler. Det skal være ${sayType(issue.expected)}.`];
    return [
      "wrong-type",
      `Feltet ${field} skal være ${sayType(issue.expected)}, men er ${sayValue(issue.input)}.`,
    ];
  }
  if (issue.code === "invalid_value" || issue.code === "invalid_union") {
    const values = issue.code === "invalid_value" ? issue.values.map(String) : [];
    if (issue.input === undefined) return ["missing-key", `Feltet ${field} mangler.${suggest("", values)}`];
    return [
      "wrong-value",
      `Feltet ${field} kan ikke være ${sayValue(issue.input)}.${suggest(String(issue.input), values)}`,
    ];
  }
  if (issue.message === "empty")
    return [
      "empty-text",
      `Feltet ${field} er tomt. Skriv teksten, eller ta bort feltet om det ikke er påkrevd.`,
    ];
  if (issue.message === "id")
    return [
      "invalid-id",
      `${sayValue(issue.input)} kan ikke brukes som id. Bruk små bokstaver a–z, tall og bindestrek.`,
    ];
  if (issue.message === "date")
    return [
      "invalid-date",
      `${sayValue(issue.input)} er ikke en dato som finnes.${suggestDate(issue.input)}`,
    ];
  if (issue.message === "url")
    return [
      "invalid-address",
      `${sayValue(issue.input)} er ikke en full adresse. Den skal begynne med https://.`,
    ];
  if (issue.code === "too_small")
    return ["wrong-value", `Feltet ${field} er for lite: minst ${issue.minimum}.`];
  if (issue.code === "too_big")
    return ["wrong-value", `Feltet ${field} er for stort: høyst ${issue.maximum}.`];
  return ["wrong-value", `Feltet ${field} kan ikke være ${sayValue(issue.input)}.`];
}

/** For «15.06.2017», «15. juni 2017» and the like: the date as it should be written. */
export function suggestDate(input: unknown): string {
  const [, day, month, year] = /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4})$/.exec(String(input).trim()) ?? [];
  const iso = `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  if (z.iso.date().safeParse(iso).success) return ` Mente du «${iso}»?`;
  return " Skriv datoen slik: 2017-06-15.";
}

function fieldName(path: Path): string {
  const names = path.map((step) => (typeof step === "number" ? `nr. ${step + 1}` : `«${step}»`));
  return names.length === 0
    ? "«(hele filen)»"
    : names
        .slice(-2)
        .reverse()
        .join(" i ")
        .replace(/^(nr\. \d+) i /, "$1 i ");
}

const typeWords: Record<string, string> = {
  string: "tekst",
  number: "et tall",
  int: "et helt tall",
  boolean: "true eller false",
  array: "en liste",
  object: "en gruppe felter",
  null: "null",
};

function sayType(expected: string): string {
  return typeWords[expected] ?? "en annen verdi";
}

function sayValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "en liste";
  if (typeof value === "object") return "en gruppe felter";
  if (typeof value === "number") return `tallet ${value}`;
  const text = String(value);
  return `«${text.length > 60 ? `${text.slice(0, 60)} …` : text}»`;
}
