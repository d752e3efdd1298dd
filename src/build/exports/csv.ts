import type { Edition, Site } from "../../model/site.ts";

export const CSV_PATH = "/data/utgaver.csv";

/** The columns of the table of editions, named as in the JSON file. Several values in a cell are parted by semicolons. */
const columns: Readonly<Record<string, (edition: Edition) => string | number | boolean | null>> = {
  year: ({ year }) => year,
  ordinal: ({ ordinal }) => ordinal,
  winner: ({ winner }) => winner?.name ?? null,
  finalists: ({ finalists }) => finalists.map(({ name }) => name).join("; "),
  allFinalistsKnown: ({ allFinalistsKnown }) => allFinalistsKnown,
  applicantsQualifier: ({ applicantsQualifier }) => applicantsQualifier,
  applicants: ({ applicants }) => applicants,
  projects: ({ projects }) => projects,
  awarded: ({ awarded }) => awarded,
  presenter: ({ presenter }) => presenter?.name ?? null,
  conference: ({ conference }) => conference,
  juryLeader: ({ juryLeader }) => juryLeader?.name ?? null,
  sources: ({ sources }) => sources.map(({ url }) => url).join("; "),
};

/**
 * The editions as a table (RFC 4180): commas, as the standard and every tool without a setting has it; UTF-8 without a
 * byte-order mark, which many readers would take for a part of the first name. What is not documented is an empty cell.
 */
export function editionsCsv({ editions }: Pick<Site, "editions">): string {
  const rows = editions.map((edition) => Object.values(columns).map((value) => String(value(edition) ?? "")));
  return [Object.keys(columns), ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** What begins as a formula would be worked out by a spreadsheet; an apostrophe before it makes it text there (OWASP, «CSV Injection»). */
function cell(value: string): string {
  const text = value.replace(/^[=+\-@]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
