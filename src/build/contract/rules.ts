/** How grave a broken rule is: an error stops the build, a warning is only told. */
export type Severity = "error" | "warning";

/**
 * Every rule that content can break, by its stable name. `docs/regler.md` has a section for each, with a wrong and a
 * right example that the tests run.
 */
export const rules = {
  // Files
  "unexpected-file": "error",
  "invalid-name": "error",
  "special-file": "error",
  "file-too-large": "error",
  "line-too-long": "error",
  "missing-file": "error",
  "duplicate-address": "error",
  // Text
  "invalid-utf8": "error",
  "invisible-character": "error",
  "mixed-scripts": "error",
  "garbled-text": "error",
  "merge-conflict": "error",
  "lfs-pointer": "error",
  // Front matter and JSON
  "missing-front-matter": "error",
  "unclosed-front-matter": "error",
  "foreign-front-matter": "error",
  "invalid-yaml": "error",
  "yaml-reference": "error",
  "invalid-json": "error",
  "duplicate-key": "error",
  "unsafe-key": "error",
  "behaviour-key": "error",
  "unknown-key": "error",
  "missing-key": "error",
  "wrong-type": "error",
  "wrong-value": "error",
  "empty-text": "error",
  "invalid-id": "error",
  "invalid-address": "error",
  // Facts
  "invalid-date": "error",
  "wrong-weekday": "error",
  "duplicate-id": "error",
  "duplicate-value": "error",
  "unknown-reference": "error",
  "unused-entry": "warning",
  "contradicting-number": "error",
  "misspelt-name": "error",
  "missing-citation": "error",
  // Prose
  "raw-html": "error",
  "unsafe-link": "error",
  "dead-link": "error",
  "insecure-link": "warning",
  "empty-link": "error",
  "second-h1": "error",
  "skipped-heading": "error",
  "empty-heading": "error",
  "table-without-header": "error",
  "unclosed-block": "error",
  "misplaced-picture": "error",
  "misplaced-statement": "error",
  // Norwegian typography
  "straight-quotes": "warning",
  "quote-comma": "warning",
  "speech-dash": "warning",
  "hyphen-for-dash": "warning",
  "em-dash": "warning",
  "number-grouping": "warning",
  "clock-time": "warning",
  "date-spacing": "warning",
  "percent-sign": "warning",
  // Pictures
  "missing-alt": "error",
  "weak-alt": "error",
  "unregistered-picture": "error",
  "damaged-picture": "error",
  "picture-type": "error",
  "picture-size": "error",
} as const satisfies Record<string, Severity>;

export type Rule = keyof typeof rules;
