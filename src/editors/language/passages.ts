import { align } from "../../build/contract/edit.ts";
import { MASK, masked, runningText } from "../../build/contract/mask.ts";
import type { Position } from "../../build/contract/problem.ts";
import { isName } from "../../build/contract/prose.ts";
import type { Parsed } from "../../build/contract/read.ts";
import { positionIn } from "../../build/contract/text.ts";

/** A stretch of running words in one language, as long as its source, with all that is no word masked one for one. */
export interface Passage {
  readonly file: string;
  /** A BCP 47 tag; words inside a page may be in a language that no page is in. */
  readonly language: string;
  /** Only sentences in paragraphs and lists weigh in how heavy a page is. */
  readonly kind: "paragraph" | "heading" | "field" | "words";
  readonly text: string;
  at(offset: number): Position;
}

/** What passages are made of. */
export type Words = Pick<Parsed, "documents" | "texts">;

/** Every passage of the content: the pages' paragraphs, and the texts in their heads and in the data files. */
export function passagesOf({ documents, texts }: Words): readonly Passage[] {
  const heads = documents.all.flatMap(({ head, text, place: { language } }) =>
    fieldPassages({ located: head, source: text, language }),
  );
  return [...documents.all.flatMap(bodyPassages), ...texts.flatMap(fieldPassages), ...heads];
}

function bodyPassages({
  file,
  body,
  bodyStart,
  text,
  place,
}: Words["documents"]["all"][number]): readonly Passage[] {
  const words = runningText(body);
  return blocksOf(words).flatMap(({ start, end, kind }) =>
    foreignApart(body.slice(start, end), {
      file,
      kind,
      language: place.language,
      text: masked(words.slice(start, end), /^(?:#+ |[ \t]*(?:[-*+]|\d+\.) )/),
      at: (offset) => positionIn(text, bodyStart + start + offset),
    }),
  );
}

/** Fields that hold no sentences, though they hold spaces. */
const NO_PROSE = ["credit", "licence", "date", "publishAt"];

function fieldPassages({ located, source, language }: Words["texts"][number]): readonly Passage[] {
  const { file } = located;
  return located.texts().flatMap(({ path, text, span }): readonly Passage[] => {
    const key = String(path.findLast((part) => typeof part === "string"));
    const isWord = ["title", "unit", "label", "role"].includes(key);
    if (isName(path) || NO_PROSE.includes(key) || !(isWord || / /.test(text))) return [];
    const offsets = align(source.slice(span.start, span.end), text);
    const at = (offset: number) =>
      offsets === null ? located.at(path) : positionIn(source, span.start + (offsets[offset] ?? 0));
    return foreignApart(text, { file, language, kind: "field", text: runningText(text), at });
  });
}

interface BlockOfLines {
  start: number;
  end: number;
  readonly kind: "paragraph" | "heading";
}

/** Paragraphs, headings, items and rows of Markdown, by their lines. */
function blocksOf(text: string): readonly BlockOfLines[] {
  const blocks: BlockOfLines[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const end = index + line.length;
    if (line.replaceAll(MASK, "").trim() === "") continue;
    const kind = /^(?:#+ |\|)/.test(line) ? "heading" : "paragraph";
    const last = blocks.at(-1);
    const goesOn = last?.end === index - 1 && last.kind === kind && kind === "paragraph";
    if (goesOn && !/^[ \t]*(?:[-*+]|\d+\.) /.test(line)) last.end = end;
    else blocks.push({ start: index, end, kind });
  }
  return blocks;
}

/** Words that `markdown` marks as another language become a passage of their own; marks of Markdown are masked. */
function foreignApart(markdown: string, passage: Passage): readonly Passage[] {
  const marked = [...markdown.matchAll(/\[([^\]]*)\]\{lang=([^\s{}]+)\}/g)].map(
    ({ 0: all, 1: words = "", 2: language = "", index }) => ({ all, words, language, start: index }),
  );
  const text = marked.reduce(
    (own, { all, start }) => own.slice(0, start) + masked(all, /.+/s) + own.slice(start + all.length),
    passage.text,
  );
  const apart = marked.map(
    ({ words, language, start }): Passage => ({
      ...passage,
      language,
      kind: "words",
      text: words,
      at: (offset) => passage.at(start + 1 + offset),
    }),
  );
  return [{ ...passage, text: masked(text, /[*_[\]|~]+/g) }, ...apart];
}
