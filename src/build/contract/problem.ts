import { type Rule, rules, type Severity } from "./rules.ts";

/** A place in a file; both count from 1. Columns count UTF-16 units, as editors and GitHub do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A change that is safe to make by machine: the normalised file's text from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A rule that is broken, and how to say so. */
export type Fault = readonly [rule: Rule, message: string];

/** Something in the content to be mended, told in Bokmål to the one who wrote it. */
export interface Problem<Name extends string = Rule> extends Position {
  /** From the project's root, with forward slashes: «src/content/2017/index.md». */
  readonly file: string;
  readonly rule: Name;
  readonly severity: Severity;
  readonly message: string;
  /** What mends it, when a machine may; none otherwise. */
  readonly edits: readonly Edit[];
}

export const START: Position = { line: 1, column: 1 };

/** Collects problems, so that a reading goes on to the end and tells everything at once. */
export class Report {
  readonly #problems: Problem[] = [];
  readonly #drafts = new Set<string>();
  readonly #unfinished = new Set<string>();
  readonly #byFile = new Map<string, Problem[]>();
  #errors = 0;

  /** From now on takes the file for a draft: what an unfinished page may break is told as a warning there. */
  addDraft(file: string): void {
    this.#drafts.add(file);
  }

  /** Whether a draft has broken what a published page may not; no page can be made of it. */
  isUnfinished(file: string): boolean {
    return this.#unfinished.has(file);
  }

  add(
    rule: Rule,
    file: string,
    { line, column }: Position,
    message: string,
    edits: readonly Edit[] = [],
  ): void {
    const gravity = rules[rule];
    const isLenient = gravity === "unfinished" && this.#drafts.has(file);
    const severity = gravity !== "unfinished" ? gravity : isLenient ? "warning" : "error";
    if (isLenient) this.#unfinished.add(file);
    if (severity === "error") this.#errors++;
    const problem = { file, line, column, rule, severity, message, edits };
    this.#problems.push(problem);
    const others = this.#byFile.get(file);
    if (others === undefined) this.#byFile.set(file, [problem]);
    else others.push(problem);
  }

  /** The same, for what cannot be read because of it: gives null in its place. */
  refuse(...problem: Parameters<Report["add"]>): null {
    this.add(...problem);
    return null;
  }

  /** How many problems have been told so far. */
  get count(): number {
    return this.#problems.length;
  }

  /** What has been told of a file so far. */
  toldOf(file: string): readonly Problem[] {
    return this.#byFile.get(file) ?? [];
  }

  /** Tells again what an earlier reading has told. */
  retell(problems: readonly Problem[]): void {
    for (const problem of problems)
      this.add(problem.rule, problem.file, problem, problem.message, problem.edits);
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** Every problem once, by file, line and column; in code point order, so that no locale changes it. */
  get problems(): readonly Problem[] {
    const unique = new Map(
      this.#problems.map((problem) => [
        `${problem.file}:${problem.line}:${problem.column}:${problem.rule}:${problem.message}`,
        problem,
      ]),
    );
    return [...unique.values()].sort(
      (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
    );
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
