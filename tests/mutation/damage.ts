import type { Random } from "./random.ts";

/** Text that a mistake or a stranger may put anywhere. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[les](javascript:alert(1))",
  "{{ constructor.constructor('return 1')() }}",
  "{% include '/etc/passwd' %}",
  "\u202egnol rev",
  "\u200b",
  "\u0000",
  "svÃ¸mmehall",
  "А",
  "<<<<<<< HEAD",
  "&a *a !!js/function x",
  "__proto__: 1",
  '"',
  "'",
  "`",
  "\\",
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "|",
  ">",
  "#",
  "-",
  "*",
  "_",
  "@",
  "%",
  "&",
  "---",
  ":::",
  "\t",
  "\n",
  "\r",
  "å",
  "\u0308",
  "😀",
  "x".repeat(11_000),
  "> ".repeat(400),
  "[".repeat(300),
];

/** One kind of small damage to a text, and its name in the tally. Gives null where there is nothing to damage so. */
export interface Damage {
  readonly name: string;
  readonly apply: (text: string, random: Random) => string | null;
}

export const damages: readonly Damage[] = [
  { name: "delete a line", apply: (text, random) => onLines(text, random, () => []) },
  { name: "double a line", apply: (text, random) => onLines(text, random, (line) => [line, line]) },
  { name: "indent a line", apply: (text, random) => onLines(text, random, (line) => [`  ${line}`]) },
  {
    name: "cut a line",
    apply: (text, random) => onLines(text, random, (line) => [line.slice(0, random.below(line.length))]),
  },
  {
    name: "swap two lines",
    apply(text, random) {
      const lines = text.split("\n");
      const at = random.below(lines.length - 1);
      return [...lines.slice(0, at), lines[at + 1], lines[at], ...lines.slice(at + 2)].join("\n");
    },
  },
  {
    name: "swap two characters",
    apply(text, random) {
      const at = random.below(text.length - 1);
      return `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`;
    },
  },
  {
    name: "delete a character",
    apply(text, random) {
      const at = random.below(text.length);
      return text.slice(0, at) + text.slice(at + 1);
    },
  },
  {
    name: "delete a stretch",
    apply(text, random) {
      const at = random.below(text.length);
      return text.slice(0, at) + text.slice(at + 1 + random.below(120));
    },
  },
  { name: "end the file", apply: (text, random) => text.slice(0, random.below(text.length)) },
  {
    name: "insert hostile text",
    apply(text, random) {
      const at = random.below(text.length);
      return text.slice(0, at) + random.pick(HOSTILE) + text.slice(at);
    },
  },
  {
    name: "change a value's type",
    apply: (text, random) =>
      onMatch(text, random, /(?<=: )(?:"[^"\n]*"|\d+|true|false|null|\[\]|[^\s"{[>|][^\n]*)(?=,?\n)/g, () =>
        random.pick(["7", '"x"', "true", "null", "[]", "{}", "-1.5", '""', "15.06.2017", "2017-02-30"]),
      ),
  },
  {
    name: "rename a reference",
    apply: (text, random) =>
      onMatch(text, random, /(?<=["@ ])[a-zæøå0-9]+-[a-z0-9-]+(?=["\],\n])/g, (id) => {
        const at = random.below(id.length);
        return id.slice(0, at) + random.pick(["x", "e", "1", "-"]) + id.slice(at + 1);
      }),
  },
  {
    name: "rename a field",
    apply: (text, random) =>
      onMatch(text, random, /(?<=^|\n|")[a-zA-Z]+(?="?:)/g, (key) => {
        const at = random.below(key.length);
        return key.slice(0, at) + random.pick(["x", "e", "", "ee"]) + key.slice(at + 1);
      }),
  },
  {
    name: "change a number",
    apply: (text, random) =>
      onMatch(text, random, /\d+/g, (digits) => String(Number(digits) + 1 + random.below(40))),
  },
];

function onLines(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const lines = text.split("\n");
  const at = random.below(lines.length);
  return [...lines.slice(0, at), ...change(lines[at] ?? ""), ...lines.slice(at + 1)].join("\n");
}

function onMatch(
  text: string,
  random: Random,
  pattern: RegExp,
  change: (found: string) => string,
): string | null {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return null;
  const { 0: found, index } = random.pick(matches);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}
