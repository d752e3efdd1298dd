import { softHyphenate } from "../format/syllables.ts";

/** The sizes a title is set in, in pixels, with the most lines that each has room for above the sun. */
const SIZES = [
  { size: 124, lines: 2 },
  { size: 92, lines: 3 },
  { size: 74, lines: 4 },
  { size: 58, lines: 5 },
  { size: 46, lines: 6 },
] as const;

/** Gives a text's width, in parts of its size. */
export type WidthOf = (text: string) => number;

/** Sets a title in the largest size that it has room in on so many pixels; cuts it when there is none. */
export function fit(
  title: string,
  width: number,
  widthOf: WidthOf,
): { readonly size: number; readonly lines: readonly string[] } {
  let set: { size: number; lines: readonly string[] } = { size: 0, lines: [] };
  for (const { size, lines: most } of SIZES) {
    const room = width / size;
    const lines = wrap(title, room, widthOf);
    if (lines.length <= most) return { size, lines: balance(title, lines, widthOf) };
    set = { size, lines: [...lines.slice(0, most - 1), cut(lines[most - 1] ?? "", room, widthOf)] };
  }
  return set;
}

/** A line with the sign that more follows, without the words that this leaves no room for. */
function cut(line: string, room: number, widthOf: WidthOf): string {
  const end = line.lastIndexOf(" ");
  const cutLine = `${line} …`;
  return widthOf(cutLine) <= room || end === -1 ? cutLine : cut(line.slice(0, end), room, widthOf);
}

/** The same lines made as even as they go: set narrower for as long as there are no more of them, and no more words are broken. */
function balance(title: string, lines: readonly string[], widthOf: WidthOf): readonly string[] {
  const room = Math.max(...lines.map(widthOf)) - 0.01;
  if (title.split(" ").some((word) => widthOf(word) > room)) return lines;
  const narrower = wrap(title, room, widthOf);
  return narrower.length > lines.length ? lines : balance(title, narrower, widthOf);
}

/** Breaks a title into lines that fit, between words, and inside a long word at its syllables. */
function wrap(title: string, room: number, widthOf: WidthOf): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of title.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (widthOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (widthOf(word) <= room) {
      if (line !== "") lines.push(line);
      line = word;
      continue;
    }
    // Wider than a whole line: as many syllables as there is room for, then on with the rest.
    line = line === "" ? "" : `${line} `;
    for (const syllable of softHyphenate(word, "nb").split("\u00ad")) {
      if (widthOf(`${line}${syllable}-`) <= room) line += syllable;
      else {
        lines.push(line.endsWith(" ") ? line.trim() : `${line}-`);
        line = syllable;
      }
    }
  }
  return [...lines, line];
}
