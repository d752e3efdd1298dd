import { shorten } from "../../build/format/markdown.ts";
import { list } from "../../build/format/text.ts";
import type { Readability } from "./lix.ts";

/** How heavy each page is, with its heaviest sentences at their places. */
export function sayReadability(pages: readonly Readability[]): string {
  return pages
    .map(({ file, lix, band, words, sentences, heaviest }) => {
      const head = `Lesbarhet: ${file} har LIX ${lix}, ${band} (${words} ord i ${sentences} setninger). De tyngste setningene:`;
      const lines = heaviest.map(
        (sentence) =>
          `  ${file}:${sentence.line}:${sentence.column} LIX ${sentence.lix}, ${sentence.words} ord: ${shorten(sentence.text, 70)}`,
      );
      return `${[head, ...lines].join("\n")}\n`;
    })
    .join("");
}

/** The same as Markdown, for the job summary: only numbers and file names, which content cannot choose freely. */
export function readabilitySummary(pages: readonly Readability[]): string {
  const rows = pages.map(
    ({ file, lix, band, words, heaviest }) =>
      `| ${file} | ${lix} | ${band} | ${words} | ${list(
        heaviest.map(({ line, lix: own }) => `${line} (${own})`),
        "nb",
      )} |\n`,
  );
  return `\n## Lesbarhet\n\n| Side | LIX | Bånd | Ord | De tyngste setningene (linje og LIX) |\n| --- | --- | --- | --- | --- |\n${rows.join("")}`;
}
