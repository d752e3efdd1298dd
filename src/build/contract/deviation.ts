import { z } from "zod";
import type { Path } from "./located.ts";
import type { Rule } from "./rules.ts";
import { suggest } from "./suggest.ts";

/** What zod says of one deviation. */
export type Issue = z.core.$ZodIssue;

/** The rule that a deviation breaks, and how to say it. */
export function describe(issue: Issue, path: Path): [Rule, string] {
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
  if (issue.message === "origin")
    return [
      "invalid-address",
      `${sayValue(issue.input)} har en sti. Skriv bare nettstedets adresse, uten noe etter navnet.`,
    ];
  if (issue.code === "too_small")
    return ["wrong-value", `${sayMeasure(issue.origin, field, "lite")}: minst ${issue.minimum}.`];
  if (issue.code === "too_big")
    return ["wrong-value", `${sayMeasure(issue.origin, field, "mye")}: høyst ${issue.maximum}.`];
  return ["wrong-value", `Feltet ${field} kan ikke være ${sayValue(issue.input)}.`];
}

function sayMeasure(origin: string, field: string, amount: "lite" | "mye"): string {
  if (origin === "array") return `Listen ${field} har for ${amount === "lite" ? "få" : "mange"} punkter`;
  if (origin === "string") return `Teksten ${field} har for ${amount === "lite" ? "få" : "mange"} tegn`;
  return `Tallet ${field} er for ${amount === "lite" ? "lite" : "stort"}`;
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
