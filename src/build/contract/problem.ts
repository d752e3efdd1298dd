import { type Rule, rules, type Severity } from "./rules.ts";

/** A place in a file; both count from 1. Columns count UTF-16 units, as editors and GitHub do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something in the content that must be mended, told in Bokmål to the one who wrote it. */
export interface Problem extends Position {
  /** From the project's root, with forward slashes: «src/content/2017/index.md». */
  readonly file: string;
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
}

export const START: Position = { line: 1, column: 1 };

/** Collects problems, so that a reading goes on to the end and tells everything at once. */
export class Report {
  readonly #problems: Problem[] = [];

  add(rule: Rule, file: string, position: Position, message: string): void {
    this.#problems.push({
      file,
      line: position.line,
      column: position.column,
      rule,
      severity: rules[rule],
      message,
    });
  }

  get hasErrors(): boolean {
    return this.#problems.some((problem) => problem.severity === "error");
  }

  /** Every problem once, by file, line and column; in code point order, so that no locale changes it. */
  get problems(): readonly Problem[] {
    const unique = new Map(this.#problems.map((problem) => [sayProblem(problem), problem]));
    return [...unique.values()].sort(
      (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
    );
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const severityWords: Record<Severity, string> = { error: "feil", warning: "advarsel" };

/** One problem on one line: «src/content/2017/index.md:4:8 feil unknown-key: Ukjent felt «titel». Mente du «title»?» */
export function sayProblem({ file, line, column, severity, rule, message }: Problem): string {
  return `${file}:${line}:${column} ${severityWords[severity]} ${rule}: ${message}`;
}

/** The sum of a reading, as a sentence: «2 feil og 1 advarsel.» */
export function saySummary(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const warningText = `${warnings} ${warnings === 1 ? "advarsel" : "advarsler"}`;
  if (problems.length === 0) return "Ingen feil.";
  if (warnings === 0) return `${errors} feil.`;
  return errors === 0 ? `Ingen feil, ${warningText}.` : `${errors} feil og ${warningText}.`;
}
