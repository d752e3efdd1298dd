import { createScanner } from "jsonc-parser";

/** How to say what {@link oddIndent} found. */
export const ODD_INDENT =
  "Innrykket passer ikke med parentesene over. Mangler det en «{», «}», «[» eller «]» før denne linjen, eller er det en for mye?";

/** Where each token of JSON begins, with its first character. */
function* tokensOf(text: string) {
  const scanner = createScanner(text, true);
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const [line, column] = [scanner.getTokenStartLine(), scanner.getTokenStartCharacter()];
    yield { offset, line, column, mark: text.charAt(offset) };
  }
}

/** The first line whose indent disagrees with how many brackets are open: there, and not where the parser gave up, one is missing. */
export function oddIndent(text: string): number | null {
  const unit = /\n([ \t]+)/.exec(text)?.[1]?.length ?? 0;
  let depth = 0;
  let last = 0;
  for (const { offset, line, column, mark } of tokensOf(text)) {
    if (mark === "}" || mark === "]") depth--;
    if (line > last && column !== depth * unit) return offset;
    if (mark === "{" || mark === "[") depth++;
    last = line;
  }
  return null;
}

/** The bracket that is still open where the text has been read to an offset; undefined where none is. */
export function openBracket(text: string, offset: number): string | undefined {
  const open: string[] = [];
  for (const { mark } of tokensOf(text.slice(0, offset))) {
    if (mark === "{" || mark === "[") open.push(mark);
    if (mark === "}" || mark === "]") open.pop();
  }
  return open.at(-1);
}

/** No data nests deeper than this. */
export const DEEPEST = 50;

/** The offset where the text nests deeper than any data does, and than a recursive parser can follow; null when it does not. */
export function tooDeep(text: string): number | null {
  let depth = 0;
  for (const { offset, mark } of tokensOf(text)) {
    if (mark === "{" || mark === "[") depth++;
    if (mark === "}" || mark === "]") depth--;
    if (depth > DEEPEST) return offset;
  }
  return null;
}
