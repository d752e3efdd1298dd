import { type Report, START } from "./problem.ts";

/** A Markdown file in two: the YAML of its head, and its body, each with the offset in the file where it begins. */
export interface Split {
  readonly head: string;
  readonly headStart: number;
  readonly body: string;
  readonly bodyStart: number;
}

/** Parts the head from the body at the lines «---». Tells what hinders it and gives null then. */
export function splitFrontMatter(file: string, text: string, report: Report): Split | null {
  const [first = ""] = text.split("\n", 1);
  if (/^\s*---\s*\S/.test(first) || /^(?:\+{3}|;{3}|\{)/.test(first))
    return report.refuse(
      "foreign-front-matter",
      file,
      START,
      `Linjen «${first.slice(0, 40)}» er ikke gyldig her. Feltene skrives i YAML mellom to linjer med bare «---».`,
    );
  if (first.trimEnd() !== "---") {
    const message = text.trimStart().startsWith("---\n")
      ? "Filen begynner ikke med «---». Ta bort tomme linjer og mellomrom over feltene."
      : "Filen mangler feltene øverst. Begynn med en linje «---», så feltene, så en ny linje «---».";
    return report.refuse("missing-front-matter", file, START, message);
  }
  const headStart = first.length + 1;
  const close = /^---[ \t]*$/m.exec(text.slice(headStart));
  if (close === null) {
    const message = "Feltene øverst er ikke avsluttet. Skriv «---» på en egen linje etter dem.";
    return report.refuse("unclosed-front-matter", file, { line: lastHeadLine(text) + 1, column: 1 }, message);
  }
  const bodyStart = Math.min(text.length, headStart + close.index + close[0].length + 1);
  return {
    head: text.slice(headStart, headStart + close.index),
    headStart,
    body: text.slice(bodyStart),
    bodyStart,
  };
}

/** The last line that still looks like a field or a part of one, from 1: after it the closing line was meant to stand. */
function lastHeadLine(text: string): number {
  const lines = text.split("\n");
  let list = false;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && !/^(?:\s+\S|[a-zA-Z]+:)/.test(line) && !(list && line.startsWith("- "))) return index;
    if (!line.startsWith("- ")) list = /:\s*$/.test(line);
  }
  return lines.length;
}
