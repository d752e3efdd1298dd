import type { Problem } from "./problem.ts";
import type { Severity } from "./rules.ts";
import type { Waiting } from "./schedule.ts";

/** The ways in which problems can be told. */
export const formats = ["text", "json", "github"] as const;
export type Format = (typeof formats)[number];

const severityWords: Record<Severity, string> = { error: "feil", warning: "advarsel" };

/** One problem on one line: «src/content/2017/index.md:4:8 feil unknown-key: Ukjent felt «titel». Mente du «title»?» */
export function sayProblem({ file, line, column, severity, rule, message }: Problem): string {
  return `${file}:${line}:${column} ${severityWords[severity]} ${rule}: ${message}`;
}

/** Each page that readers do not see yet, on a line: «Venter: src/content/2018/x.md (utkast)» */
export function sayWaiting(waiting: readonly Waiting[]): string {
  return waiting
    .map(({ file, until }) => `Venter: ${file} (${until === null ? "utkast" : `til ${until}, norsk tid`})\n`)
    .join("");
}

/** The sum of a reading, as a sentence: «2 feil og 1 advarsel.» */
export function saySummary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const warningText = `${warnings} ${warnings === 1 ? "advarsel" : "advarsler"}`;
  if (warnings === 0) return errors === 0 ? "Ingen feil." : `${errors} feil.`;
  return errors === 0 ? `Ingen feil, ${warningText}.` : `${errors} feil og ${warningText}.`;
}

/** All problems in the format asked for, ready to print. */
export function sayProblems(problems: readonly Problem[], format: Format): string {
  switch (format) {
    case "text":
      return problems.map((problem) => `${sayProblem(problem)}\n`).join("");
    case "json":
      return `${JSON.stringify({ problems: problems.map(({ edits, ...rest }) => ({ ...rest, fixable: edits.length > 0 })) }, null, 2)}\n`;
    case "github":
      return annotations(problems);
  }
}

/** GitHub silently drops annotations beyond ten of a kind in a step; the tenth then says how many there are more. */
const ANNOTATIONS = 10;

/**
 * Workflow commands, errors before warnings, at most {@link ANNOTATIONS} of each
 * (docs.github.com, «Workflow commands for GitHub Actions»).
 */
function annotations(problems: readonly Problem[]): string {
  return (["error", "warning"] as const)
    .flatMap((severity) => {
      const all = problems.filter((problem) => problem.severity === severity);
      const shown = all.length > ANNOTATIONS ? all.slice(0, ANNOTATIONS - 1) : all;
      const lines = shown.map(({ file, line, column, rule, message }) => {
        const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule)}`;
        return `::${severity} ${place}::${escapeData(message)}\n`;
      });
      const more = all.length - shown.length;
      if (more === 0) return lines;
      const word = severity === "error" ? "feil" : "advarsler";
      return [
        ...lines,
        `::${severity} title=${more} ${word} til::${escapeData(`${more} ${word} til står i oppsummeringen.`)}\n`,
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
export function jobSummary(problems: readonly Problem[]): string {
  const plain = (text: string) => text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, "\\$&").replaceAll("\n", " ");
  const rows = problems.map(
    ({ file, line, column, severity, rule, message }) =>
      `| ${plain(file)} | ${line}:${column} | ${severityWords[severity]} | ${rule} | ${plain(message)} |\n`,
  );
  const head = "| Fil | Sted | Alvor | Regel | Hva som er galt |\n| --- | --- | --- | --- | --- |\n";
  return `## Innholdskontroll\n\n${saySummary(problems)}\n\n${problems.length === 0 ? "" : head}${rows.join("")}`;
}
