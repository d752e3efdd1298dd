import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { SAMPLE } from "./site.ts";

const Pictures = z.object({ pictures: z.array(z.object({ caption: z.string() })).min(1) });

/** The caption of the first picture as its register has it today: an editor may word it otherwise tomorrow. */
export const [firstCaption = ""] = Pictures.parse(
  JSON.parse(readFileSync(join(SAMPLE, "_data/pictures.json"), "utf8")),
).pictures.map(({ caption }) => caption);

const captionBegins = firstCaption.split(" ", 4);

/** A registered fact, changed: every form in which it is written, before and after, and the outputs that tell it. */
export interface FactChange {
  readonly fact: string;
  readonly forms: readonly (readonly [before: string, after: string])[];
  readonly told: readonly Output[];
}

/** The kinds of what a build gives. */
export type Output =
  | "pages"
  | "share data"
  | "structured data"
  | "feeds"
  | "calendar"
  | "open data"
  | "table";

/** The forms of a day in a month of 2017, moved by whole weeks so that its weekday stays. */
const day = (dayBefore: number, dayAfter: number, month: number, nb: string, en: string) => {
  const digits = (date: number) => [2017, `0${month}`, String(date).padStart(2, "0")] as const;
  return [
    [digits(dayBefore).join("-"), digits(dayAfter).join("-")],
    [digits(dayBefore).join(""), digits(dayAfter).join("")],
    [`${dayBefore}. ${nb}`, `${dayAfter}. ${nb}`],
    [`${dayBefore} ${en}`, `${dayAfter} ${en}`],
  ] as const;
};

/** Names, roles, captions, dates and sums: each kind of fact that is not a figure, changed. */
export const changes: readonly FactChange[] = [
  {
    fact: "the name of one who speaks",
    forms: [["Lene Conradi", "Lena Konradi"]],
    told: ["pages", "structured data", "feeds", "open data"],
  },
  {
    fact: "the name of the presenter",
    forms: [["Paul Chaffey", "Pål Chaffey"]],
    told: ["pages", "structured data", "feeds", "open data", "table"],
  },
  {
    fact: "a role",
    forms: [
      ["ordfører i Asker kommune", "varaordfører i Asker kommune"],
      ['"role": "ordfører"', '"role": "varaordfører"'],
      ['"jobTitle":"ordfører"', '"jobTitle":"varaordfører"'],
    ],
    told: ["pages", "structured data", "feeds", "open data"],
  },
  { fact: "a winner", forms: [["Træna", "Trøna"]], told: ["pages", "open data", "table"] },
  { fact: "a finalist", forms: [["Oppegård", "Oppegaard"]], told: ["pages", "feeds", "open data", "table"] },
  {
    fact: "the name of the conference",
    forms: [["Fremtidens kommuner 2017", "Framtidens kommuner 2017"]],
    told: ["pages", "structured data", "feeds", "calendar", "open data", "table"],
  },
  {
    fact: "a caption",
    forms: [[captionBegins.join(" "), [...captionBegins.slice(0, -1), "nye"].join(" ")]],
    told: ["pages", "feeds"],
  },
  {
    fact: "a criterion",
    forms: [["Hvor nytt er det?", "Hvor nytt er det egentlig?"]],
    told: ["pages", "open data"],
  },
  {
    fact: "the day of the award",
    forms: day(15, 8, 6, "juni", "June"),
    told: ["pages", "share data", "structured data", "feeds", "calendar", "open data", "table"],
  },
  {
    fact: "the day of the opening",
    forms: day(25, 18, 6, "juni", "June"),
    told: ["pages", "feeds", "calendar", "open data"],
  },
  {
    fact: "the prize sum",
    forms: [
      ["500 000 kroner", "600 000 kroner"],
      ["NOK 500,000", "NOK 600,000"],
      ['"amount": 500000', '"amount": 600000'],
    ],
    told: ["pages", "feeds", "open data"],
  },
  {
    fact: "how many applied",
    forms: [
      ["18 kommuner", "19 kommuner"],
      ["18 33 ", "19 33 "],
      [",18,33,", ",19,33,"],
      ['"applicants": 18,', '"applicants": 19,'],
    ],
    told: ["pages", "feeds", "open data", "table"],
  },
];

/** A figure as its register holds it. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly qualifier: string | null;
  readonly value: number;
  readonly to: number | null;
  readonly unit: string;
}

/** Norwegian's numbers: thousands parted by a space, a decimal comma. */
function written(value: number): string {
  return String(value)
    .replace(".", ",")
    .replace(/\B(?=(?:\d{3})+$)/g, " ");
}

/** The forms of a figure, raised by some: with its unit, after its name in a table, in data, and as some prose has it. */
function formsOf({ id, label, qualifier, value, to, unit }: FigureRow, by: number): readonly string[] {
  const number = to === null ? written(value + by) : `${written(value + by)}–${written(to + by)}`;
  const name = `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${label}`;
  const english = ENGLISH[id];
  return [
    `${number} ${unit}`,
    `${name} ${qualifier === null ? "" : `${qualifier} `}${number} `,
    `"value": ${value + by},`,
    to === null ? `"value":${value + by},` : `"minValue":${value + by},"maxValue":${to + by},`,
    ...(to === null ? [] : [`"to": ${to + by},`]),
    ...(english === undefined ? [] : [`${value + by} ${english}`]),
    ...(id === "hall-baner" ? [by === 0 ? "åtte baner" : "ni baner"] : []),
  ];
}

/** A figure raised by one. */
export function raise(figure: FigureRow): FactChange {
  const after = formsOf(figure, 1);
  const forms = formsOf(figure, 0).map((before, index) => [before, after[index] ?? ""] as const);
  return { fact: figure.id, forms, told: ["pages", "structured data", "open data"] };
}

/** What the page in English counts. */
const ENGLISH: Readonly<Record<string, string>> = {
  "borgen-motepunkter": "meeting points",
  "borgen-deltakere": "participants",
  "borgen-innspill": "contributions",
  "velferdslab-familier": "families",
};

/**
 * Makes all the changes in a text at once, so that none of them meets what another has written. Prose may break a line
 * inside a form.
 */
export function changeFacts(all: readonly FactChange[]): (text: string) => string {
  const after = new Map(all.flatMap(({ forms }) => forms));
  const longestFirst = [...after.keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = escaped.map((form) => form.replaceAll(" ", "\\s+")).join("|");
  const anywhere = new RegExp(`(?<![\\p{L}\\d])(?:${pattern})`, "gu");
  return (text) => text.replace(anywhere, (form) => after.get(form.replace(/\s+/g, " ")) ?? form);
}

/**
 * A file of the built site in words, to be compared: with the texts of meta elements, images and dates, without drawings and
 * styles (numbers become geometry there), with plain spaces, and without digests of what else is compared.
 */
export function wordsOf(text: string): string {
  return text
    .replace(/\r\n /g, "")
    .replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, " ")
    .replace(/<(?:meta|img|time)[^>]*? (?:content|alt|datetime)="([^"]*)"[^>]*>/g, " $1 ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u00ad", "")
    .replace(/share\.[0-9a-f]+/g, "share")
    .replace(/[^\S\n]+|\n\s*/g, " ");
}
