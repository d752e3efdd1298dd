import * as z from "zod";
import { MONTHS } from "../format/date.ts";
import { slug } from "../format/text.ts";
import { fieldOf, isRecord } from "../format/unknown.ts";
import type { Path } from "./located.ts";
import type { Fault } from "./problem.ts";
import { suggest } from "./suggest.ts";

/** What zod says of one deviation. */
export type Issue = z.core.$ZodIssue;

/** What may stand instead of a value: no field at all, or null. */
export type Instead = "nothing" | "null";

/** The rule that a deviation breaks, and how to say it. */
export function describe(issue: Issue, path: Path, instead?: Instead): Fault {
  const field = fieldName(path);
  if (issue.code === "invalid_type") {
    if (issue.input === undefined)
      return ["missing-key", `${field} mangler. Det skal være ${sayType(issue.expected)}.`];
    const found = `${field} skal være ${sayType(issue.expected)}, men er ${sayValue(issue.input)}.`;
    if (issue.input === null && instead === "nothing")
      return ["wrong-type", `${found} Fyll det ut, eller ta det bort.`];
    return ["wrong-type", found + sayQuotes(issue.expected, issue.input)];
  }
  if (issue.code === "invalid_value" || issue.code === "invalid_union") {
    const [input, values] = choice(issue, path);
    if (input === undefined) return ["missing-key", `${field} mangler.${suggest("", values)}`];
    return ["wrong-value", `${field} kan ikke være ${sayValue(input)}.${suggest(String(input), values)}`];
  }
  if (issue.message === "empty" || issue.input === "") {
    const or = { nothing: ", eller ta det bort", null: ", eller skriv null når det ikke er kjent", "": "" };
    return ["empty-text", `${field} er tomt. Fyll det ut${or[instead ?? ""]}.`];
  }
  if (issue.message === "date") return ["invalid-date", sayDate(issue.input, issue.code === "custom")];
  const own = ownErrors[issue.message];
  if (own !== undefined) return [own[0], `${sayValue(issue.input)} ${own[1]}${suggestId(issue)}`];
  if ((issue.code === "too_small" || issue.code === "too_big") && issue.exact === true) {
    const wanted = issue.code === "too_small" ? issue.minimum : issue.maximum;
    return ["wrong-value", `Listen ${nameOf(path)} skal ha ${wanted} punkter.`];
  }
  if (issue.code === "too_small") {
    const least = issue.inclusive ? `minst ${issue.minimum}` : `det må være over ${issue.minimum}`;
    return ["wrong-value", `${sayMeasure(issue.origin, path, "lite")}: ${least}.`];
  }
  if (issue.code === "too_big")
    return ["wrong-value", `${sayMeasure(issue.origin, path, "mye")}: høyst ${issue.maximum}.`];
  return ["wrong-value", `${field} kan ikke være ${sayValue(issue.input)}.`];
}

/** How a name is written as an id, «Lars Bjerke» as `lars-bjerke`, whether there is one or not. */
function suggestId({ message, input }: Issue): string {
  const meant = message === "id" ? slug(String(input)) : "";
  return meant === "" ? "" : ` Som id skrives det «${meant}».`;
}

/** How the same value is written as what it should be, where marks around it make the difference. */
function sayQuotes(expected: string, input: unknown): string {
  if (expected === "string" && ["number", "boolean"].includes(typeof input))
    return ` Sett verdien i hermetegn: "${input}".`;
  if (expected === "string" && isRecord(input)) {
    // In YAML a colon makes a name of the words before it. No field's own name is written so.
    const words = Object.keys(input).find((name) => /[\s\p{Lu}]/u.test(name));
    return words === undefined ? "" : ` Tekst med kolon må stå i hermetegn: "${words}: …".`;
  }
  if (typeof input !== "string") return "";
  if (expected === "array") {
    const bare = input.replace(/^[-–*•\s]+/, "");
    const items = /^[a-z\d-]+(?:, *[a-z\d-]+)+$/.test(bare) ? bare.split(/, */) : [bare];
    // A sentence is no item of a list of names or addresses.
    if (/\s/.test(bare) && items.length === 1) return "";
    return ` Skriv den i hakeparenteser: [${items.map((item) => `"${item}"`).join(", ")}].`;
  }
  return /^(?:\d+(?:\.\d+)?|true|false)$/.test(input) ? " Ta bort hermetegnene." : "";
}

/** The errors that the model itself names, by their names: the rule that is broken, and what to say after the value. */
const ownErrors: Readonly<Record<string, Fault>> = {
  id: ["invalid-id", "kan ikke brukes som id. Bruk små bokstaver a–z, tall og bindestrek."],
  null: [
    "wrong-type",
    "ville blitt stående som et ord. Skriv null uten hermetegn, eller la feltet være tomt.",
  ],
  time: ["publish-time", "er ikke et tidspunkt. Skriv dato og klokkeslett slik: 2026-12-24 08:00."],
  contact: [
    "invalid-address",
    "kan ikke brukes som meldeadresse. Skriv «mailto:» og en e-postadresse, eller en adresse som begynner med https://.",
  ],
  url: [
    "invalid-address",
    "er ikke en full adresse på nettet. Skriv den slik, uten mellomrom: https://www.ks.no/",
  ],
  alias: [
    "invalid-address",
    "kan ikke være en gammel adresse. Skriv den fra nettstedets rot, slik: /nyheter/prisen/",
  ],
  origin: ["invalid-address", "har en sti. Skriv bare nettstedets adresse, uten noe etter navnet."],
};

/** What stands where only certain values may, and these. */
function choice(
  issue: Extract<Issue, { code: "invalid_value" | "invalid_union" }>,
  path: Path,
): readonly [unknown, readonly string[]] {
  if (issue.code === "invalid_value") return [issue.input, issue.values.map(String)];
  // Of a group whose kind is unknown zod gives the whole group, and its own list of kinds, which its types leave out.
  const options = fieldOf(issue, "options");
  return [fieldOf(issue.input, String(path.at(-1))), Array.isArray(options) ? options.map(String) : []];
}

function sayMeasure(origin: string, path: Path, amount: "lite" | "mye"): string {
  const field = nameOf(path);
  if (origin === "array") return `Listen ${field} har for ${amount === "lite" ? "få" : "mange"} punkter`;
  if (origin === "string") return `Teksten ${field} har for ${amount === "lite" ? "få" : "mange"} tegn`;
  return `Tallet ${field} er for ${amount === "lite" ? "lite" : "stort"}`;
}

/** A date may be known in part, where the model asks in its own words and not in zod's. */
function sayDate(input: unknown, inPart: boolean): string {
  const meant = isoDate(String(input).trim(), inPart);
  if (meant !== null) return `${sayValue(input)} er ikke skrevet som en dato her. Mente du «${meant}»?`;
  const exists = /^\d{4}-\d\d-\d\d$/.test(String(input)) ? " som finnes" : "";
  const form = inPart ? "2017-06-15, 2017-06 eller 2017" : "2017-06-15";
  return `${sayValue(input)} er ikke en dato${exists}. Skriv datoen slik: ${form}.`;
}

const OTHER_DATES = [
  /^(?<day>\d{1,2})[./ -]+(?<month>\d{1,2})[./ -]+(?<year>\d{4})$/,
  /^(?<day>\d{1,2})\.?\s+(?<month>\p{L}{3,})\.?\s+(?<year>\d{4})$/u,
  /^(?<month>\d{1,2}|\p{L}{3,})[./ -]+(?<year>\d{4})$/u,
  /^(?<year>\d{4})[-–/.](?<month>\d{1,2})[-–/.](?<day>\d{1,2})(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?$/,
];

/** «15.06.2017», «15. juni 2017» and the like as `2017-06-15`, and «juni 2017» as `2017-06` when only a part is asked for; null when it is no date. */
function isoDate(text: string, inPart: boolean): string | null {
  for (const pattern of OTHER_DATES) {
    const { day, month = "", year = "" } = pattern.exec(text)?.groups ?? {};
    const number = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase())) + 1 || month;
    const iso = `${year}-${String(number).padStart(2, "0")}-${(day ?? "01").padStart(2, "0")}`;
    if (!z.iso.date().safeParse(iso).success) continue;
    if (day !== undefined) return iso;
    if (inPart) return iso.slice(0, "yyyy-mm".length);
  }
  return null;
}

function fieldName(path: Path): string {
  if (path.length === 0) return "Filen";
  return typeof path.at(-1) === "number" ? `Punkt ${nameOf(path)}` : `Feltet ${nameOf(path)}`;
}

/** What the last two steps of a path are called: «unit» i nr. 3. */
export function nameOf(path: Path): string {
  const names = path.map((step) => (typeof step === "number" ? `nr. ${step + 1}` : `«${step}»`));
  return names.slice(-2).reverse().join(" i ");
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
  if (value === null) return "tomt (null)";
  if (Array.isArray(value)) return "en liste";
  if (typeof value === "object") return "en gruppe felter";
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return "for stort";
  if (typeof value === "number") return `tallet ${value}`;
  const text = String(value);
  return `«${text.length > 60 ? `${text.slice(0, 60)} …` : text}»`;
}
