import type { Position, Problem } from "../../build/contract/problem.ts";

/** What the language help looks for. All of it is advice: none stops a build. */
export const languageRules = [
  "misspelling",
  "unused-term",
  "common-mistake",
  "split-compound",
  "repeated-word",
  "and-or-to",
  "genitive-apostrophe",
  "capital-letter",
  "official-name",
  "vague-link",
  "long-sentence",
  "passive-pile",
] as const;

export type LanguageRule = (typeof languageRules)[number];

/** A piece of advice; told in the same ways as a problem. */
export type Advice = Problem<LanguageRule>;

/** What a rule found in a text: `found` is what stands there, and an allowed term of the same words answers it. */
export interface Finding {
  readonly rule: LanguageRule;
  /** Offset within the text that was looked at. */
  readonly start: number;
  readonly found: string;
  readonly message: string;
}

/** Makes advice of a finding. */
export function advise(
  { rule, message }: Pick<Finding, "rule" | "message">,
  file: string,
  { line, column }: Position,
): Advice {
  return { file, line, column, rule, severity: "advice", message, edits: [] };
}
