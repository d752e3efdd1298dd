import { keepTogether } from "../format/text.ts";

/**
 * The text of a content file: UTF-8, no byte-order mark, line ends as LF, letters composed (NFC), and no-break spaces
 * where Norwegian wants them. Throws a TypeError when the bytes are not UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  return keepTogether(text.replace(/\r\n?/g, "\n").normalize("NFC"));
}

/** A Markdown file in two: the YAML of its head, and its body with the line in the file where it begins. */
export interface Split {
  readonly head: string;
  readonly headLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** Parts the head from the body at the lines «---». Gives "missing" or "unclosed" when it cannot. */
export function splitFrontMatter(text: string): Split | "missing" | "unclosed" {
  const lines = text.split("\n");
  if (lines[0]?.trimEnd() !== "---") return "missing";
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end === -1) return "unclosed";
  return {
    head: lines.slice(1, end).join("\n"),
    headLine: 2,
    body: lines.slice(end + 1).join("\n"),
    bodyLine: end + 2,
  };
}
