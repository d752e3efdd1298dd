/** How grave a broken rule is: an error stops the build, a warning is only told. */
export type Severity = "error" | "warning";

/** Every rule that content can break, by its stable name. `docs/regler.md` explains each with an example. */
export const rules = {
  "unreadable-file": "error",
  "unexpected-file": "error",
  "missing-file": "error",
  "invalid-json": "error",
  "invalid-yaml": "error",
  "missing-front-matter": "error",
  "unclosed-front-matter": "error",
  "duplicate-key": "error",
  "unknown-key": "error",
  "missing-key": "error",
  "wrong-type": "error",
  "wrong-value": "error",
  "empty-text": "error",
  "invalid-id": "error",
  "invalid-date": "error",
  "invalid-address": "error",
  "duplicate-id": "error",
  "unknown-reference": "error",
  "duplicate-address": "error",
  "dead-link": "error",
  "unsafe-link": "error",
  "raw-html": "error",
  "second-h1": "error",
  "skipped-heading": "error",
  "unclosed-block": "error",
  "misplaced-picture": "error",
  "invalid-picture": "error",
} as const satisfies Record<string, Severity>;

export type Rule = keyof typeof rules;
