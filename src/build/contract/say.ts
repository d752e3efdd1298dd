import { escapeMarkdown } from "../format/markdown.ts";
import { capitalise, list } from "../format/text.ts";
import type { Problem } from "./problem.ts";
import type { Severity } from "./rules.ts";
import type { Waiting } from "./schedule.ts";

/** The ways in which problems can be told. */
export const formats = ["text", "json", "github"] as const;
export type Format = (typeof formats)[number];

/** How each gravity is called, one and many, and which annotation of GitHub's it is. */
const severities = {
  error: { one: "feil", many: "feil", annotation: "error" },
  warning: { one: "advarsel", many: "advarsler", annotation: "warning" },
  advice: { one: "råd", many: "råd", annotation: "notice" },
} as const satisfies Record<Severity, object>;

type Told = Problem<string>;

/** One problem on one line: «src/content/2017/index.md:4:8 feil unknown-key: Ukjent felt «titel». Mente du «title»?» */
export function sayProblem({ file, line, column, severity, rule, message }: Told): string {
  const said = `${file}:${line}:${column} ${severities[severity].one} ${rule}: ${message}`;
  // Names of files, values and addresses may have line breaks.
  return said.replace(/\s*[\n\r]\s*/g, " ");
}

/** Each page that readers do not see yet, on a line: «Venter: src/content/2018/x.md (utkast)» */
export function sayWaiting(waiting: readonly Waiting[]): string {
  return waiting
    .map(({ file, until }) => `Venter: ${file} (${until === null ? "utkast" : `til ${until}, norsk tid`})\n`)
    .join("");
}

/** The sum of a reading, as a sentence: «2 feil og 1 advarsel.» */
export function saySummary(problems: readonly Told[]): string {
  const parts = (["error", "warning", "advice"] as const).flatMap((severity) => {
    const { length } = problems.filter((problem) => problem.severity === severity);
    const { one, many } = severities[severity];
    if (length === 0) return severity === "error" ? [`ingen ${many}`] : [];
    return [`${length} ${length === 1 ? one : many}`];
  });
  return `${capitalise(list(parts, "nb"))}.`;
}

/** All problems in the format asked for, ready to print; `beside` is what the JSON says besides them. */
export function sayProblems(problems: readonly Told[], format: Format, beside: object = {}): string {
  switch (format) {
    case "text":
      return problems.map((problem) => `${sayProblem(problem)}\n`).join("");
    case "json": {
      const told = problems.map(({ edits, ...rest }) => ({ ...rest, fixable: edits.length > 0 }));
      return `${JSON.stringify({ problems: told, ...beside }, null, 2)}\n`;
    }
    case "github":
      return annotations(problems);
  }
}

/** GitHub silently drops annotations beyond ten of a kind in a step; the tenth then says how many there are more. */
const ANNOTATIONS = 10;

/**
 * Workflow commands, the gravest first, at most {@link ANNOTATIONS} of each
 * (docs.github.com, «Workflow commands for GitHub Actions»).
 */
function annotations(problems: readonly Told[]): string {
  return (["error", "warning", "advice"] as const)
    .flatMap((severity) => {
      const { annotation, many } = severities[severity];
      const all = problems.filter((problem) => problem.severity === severity);
      const shown = all.length > ANNOTATIONS ? all.slice(0, ANNOTATIONS - 1) : all;
      const lines = shown.map(({ file, line, column, rule, message }) => {
        const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule)}`;
        return `::${annotation} ${place}::${escapeData(message)}\n`;
      });
      const more = all.length - shown.length;
      if (more === 0) return lines;
      return [
        ...lines,
        `::${annotation} title=${more} ${many} til::${escapeData(`${more} ${many} til står i oppsummeringen.`)}\n`,
      ];
    })
    .join("");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** The whole list as Markdown for the job summary. Content is escaped: a problem may quote what a stranger wrote. */
export function jobSummary(problems: readonly Told[]): string {
  const rows = problems.map(
    ({ file, line, column, severity, rule, message }) =>
      `| ${escapeMarkdown(file)} | ${line}:${column} | ${severities[severity].one} | ${rule} | ${escapeMarkdown(message)} |\n`,
  );
  const head = "| Fil | Sted | Alvor | Regel | Hva som er galt |\n| --- | --- | --- | --- | --- |\n";
  return `## Innholdskontroll\n\n${saySummary(problems)}\n\n${problems.length === 0 ? "" : head}${rows.join("")}`;
}
