import { createScanner } from "jsonc-parser";

/** How to say what {@link oddIndent} found. */
export const ODD_INDENT =
  "Innrykket passer ikke med parentesene over. Mangler det en «{», «}», «[» eller «]» før denne linjen, eller er det en for mye?";

/** The first line whose indent disagrees with how many brackets are open: there, and not where the parser gave up, one is missing. */
export function oddIndent(text: string): number | null {
  const unit = /\n([ \t]+)/.exec(text)?.[1]?.length ?? 0;
  const scanner = createScanner(text, true);
  let depth = 0;
  let line = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const mark = text[offset];
    if (mark === "}" || mark === "]") depth--;
    if (scanner.getTokenStartLine() > line && scanner.getTokenStartCharacter() !== depth * unit)
      return offset;
    if (mark === "{" || mark === "[") depth++;
    line = scanner.getTokenStartLine();
  }
  return null;
}

/** The bracket that is still open where the text has been read to an offset; undefined where none is. */
export function openBracket(text: string, offset: number): string | undefined {
  const scanner = createScanner(text.slice(0, offset), true);
  const open: string[] = [];
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const mark = text[scanner.getTokenOffset()];
    if (mark === "{" || mark === "[") open.push(mark);
    if (mark === "}" || mark === "]") open.pop();
  }
  return open.at(-1);
}

/** No data nests deeper than this. */
export const DEEPEST = 50;

/** The offset where the text nests deeper than any data does, and than a recursive parser can follow; null when it does not. */
export function tooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const mark = text[scanner.getTokenOffset()];
    if (mark === "{" || mark === "[") depth++;
    if (mark === "}" || mark === "]") depth--;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return null;
}
