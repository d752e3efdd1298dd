import type { Edit } from "./problem.ts";

/** The text with every edit made. An edit that overlaps one made before it is left for another time. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < from) continue;
    pieces.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return [...pieces, text.slice(from)].join("");
}

/**
 * Where each character of a value stands in the text it was read from: `raw` is the whole scalar, its quotes and block
 * marks included. One more entry than the value has characters, for its end. Null when the two cannot be laid side by side.
 */
export function align(raw: string, value: string): readonly number[] | null {
  const [head] = /^(?:["']|[|>][^\n]*\n\s*)?/.exec(raw) ?? [""];
  const offsets: number[] = [];
  let at = head.length;
  for (const character of value.split("")) {
    offsets.push(at);
    const rest = raw.slice(at, at + 200);
    const [source = ""] =
      (/\s/.test(character) && /^\s+/.exec(rest)) ||
      (head === '"' && /^\\(?:u[\da-f]{4}|x[\da-f]{2}|U[\da-f]{8}|.)/i.exec(rest)) ||
      (head === "'" && /^''/.exec(rest)) ||
      (rest.startsWith(character) && [character]) ||
      [];
    if (source === "") return null;
    at += /\s/.test(character) && !/\n/.test(source) ? 1 : source.length;
  }
  return [...offsets, at];
}
