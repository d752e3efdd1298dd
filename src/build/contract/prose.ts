import type { Language } from "../../model/language.ts";
import type { ReadProse } from "../markdown/prose.ts";
import { readable } from "./addresses.ts";
import type { Document } from "./documents.ts";
import { align, applyEdits } from "./edit.ts";
import type { Facts } from "./facts.ts";
import type { Documents } from "./links.ts";
import type { Located, Path } from "./located.ts";
import { masked, runningText } from "./mask.ts";
import { checkNames } from "./names.ts";
import { type Edit, type Fault, type Position, type Report, START } from "./problem.ts";
import { characterFaults, positionIn } from "./text.ts";
import { type Correction, corrections } from "./typography.ts";
import type { Vocabulary } from "./vocabulary.ts";
import {
  checkDates,
  contradiction,
  type Finding,
  type NumberInText,
  numbersIn,
  unregisteredNumbers,
} from "./words.ts";

/** A page's body, and where it stands in its file. */
interface Body extends Pick<Document, "file" | "place" | "text" | "body" | "bodyStart"> {
  /** The ids of the sources that the head gives for the whole page. */
  readonly mainSources: readonly string[];
}

/** Where each reference of a document's prose stands in its file. */
function positionsOf({ text, body, bodyStart, prose }: Document): readonly Position[] {
  const first = positionIn(text, bodyStart).line;
  const lines = body.split("\n");
  const after = new Map<number, number>();
  return prose.references.map(({ target, line }) => {
    const text = lines[line] ?? "";
    const written = text.includes(target) ? target : readable(target);
    // The same may stand before it as a word.
    const found = ["](", "<", "@", ""].map((mark) => {
      const at = text.indexOf(mark + written, after.get(line));
      return at === -1 ? -1 : at + mark.length;
    });
    const start = found.find((at) => at !== -1) ?? -1;
    if (start !== -1) after.set(line, start + written.length);
    return { line: first + line, column: Math.max(0, start) + 1 };
  });
}

/** Tells every reference in a page's prose that leads nowhere, or where it should not. */
export function checkReferences(
  document: Document,
  documents: Documents,
  facts: Facts,
  report: Report,
): void {
  const { file, prose } = document;
  let positions: readonly Position[] | undefined;
  prose.references.forEach(({ kind, target }, index) => {
    // Worked out only where there is something to tell.
    const place = () => {
      positions ??= positionsOf(document);
      return positions[index] ?? START;
    };
    let fault: Fault | null = null;
    if (kind === "source") facts.sources.findAt(target, file, place);
    else if (kind === "person") facts.people.findAt(target, file, place);
    else if (kind === "link") fault = documents.checkLink(target, document);
    else {
      const picture = facts.pictures.findAt(target, file, place);
      fault = picture === null ? null : documents.checkPicture(picture, document);
    }
    if (fault !== null) report.add(fault[0], file, place(), fault[1]);
  });
}

/** Tells every fault in a page's body, in its structure and in its words; adds the figures that these name to `figures`. */
export function checkBody(
  page: Body,
  faults: ReadProse["faults"],
  vocabulary: Vocabulary,
  figures: Set<string>,
  report: Report,
): void {
  const { file, place, body, bodyStart, text } = page;
  const at = (offset: number) => positionIn(text, bodyStart + offset);
  for (const { rule, line, message } of faults)
    report.add(rule, file, { line: at(0).line + line, column: 1 }, message);
  const withHtml = runningText(body);
  let [last, names] = [0, new Set<string>()];
  for (const { 0: found, index } of withHtml.matchAll(HTML)) {
    // The end of an element is no other mistake, nor is the next cell of a table: in a paragraph each is told once.
    if (withHtml.slice(last, index).includes("\n\n")) names = new Set();
    last = index;
    const name = /^<\/?([a-z\d]+)/i.exec(found)?.[1] ?? found;
    if (names.has(name)) continue;
    names.add(name);
    report.add("raw-html", file, at(index), sayHtml(body.slice(index, index + found.length), true));
  }
  const words = masked(withHtml, HTML);
  for (const correction of corrections(words, place.language)) {
    const { rule, start, edits } = correction;
    const moved = edits.map((edit) => shift(edit, bodyStart));
    report.add(rule, file, at(start), sayCorrection(body, correction), moved);
  }
  const numbers = [...numbersIn(words, vocabulary.figures)];
  for (const { rule, start, message } of [
    ...checkWords(words, vocabulary, place.language),
    ...checkNumbers(numbers, vocabulary, figures),
  ])
    report.add(rule, file, at(start), message);
  checkCitations(page, numbers, vocabulary, report);
}

/** What no «>» ends, and follows right upon a word, only compares: «A<B». */
const HTML = /<[a-z/!?](?:[^\n<>]*>|(?<![\p{L}\d]<[a-z])[^\n>]*>?)/giu;

function sayHtml(found: string, inMarkdown: boolean): string {
  const instead = inMarkdown
    ? "Bruk Markdown, eller skriv «&lt;» for tegnet «<»."
    : "Feltet er ren tekst: Ta det bort, eller sett mellomrom etter tegnet «<».";
  return `«${found.slice(0, 40)}» er HTML, og det er ikke lov her. ${instead}`;
}

/** What in a field that is plain text would be shown as it is written. */
const MARKDOWN = /\[[^[\]]+\]\([^\s)]*\)|\*\*[^*]+\*\*|\[@[a-z0-9-]+\]/;

function sayPlain(found: string): string {
  return `Feltet er ren tekst, så «${found}» blir stående slik. Markdown virker bare i teksten på sidene og i bildetekster.`;
}

/** Holds every text in a data file or a head against the same rules as prose. */
export function checkTexts(
  located: Located,
  source: string,
  language: Language,
  vocabulary: Vocabulary,
  figures: Set<string>,
  report: Report,
): void {
  for (const { path, text, span } of located.texts()) {
    const written = source.slice(span.start, span.end);
    // What is not seen in the file can be written as `\u200b`.
    for (const { rule, found, message } of written.includes("\\") ? characterFaults(text) : [])
      if (!written.includes(found)) report.add(rule, located.file, located.at(path), message);
    const inMarkdown = path.at(-1) === "caption";
    const [html] = text.match(HTML) ?? [];
    if (html !== undefined) report.add("raw-html", located.file, located.at(path), sayHtml(html, inMarkdown));
    if (/^[a-z]+:\/\//i.test(text) || isName(path)) continue;
    const [markdown] = inMarkdown ? [] : (MARKDOWN.exec(text) ?? []);
    if (markdown !== undefined)
      report.add("broken-markup", located.file, located.at(path), sayPlain(markdown));
    const found = corrections(masked(text, HTML), language);
    const offsets = found.length === 0 ? null : align(written, text);
    const inFile = (offset: number) => span.start + (offsets?.[offset] ?? 0);
    for (const correction of found) {
      const { rule, start, edits } = correction;
      const moved = edits.map((edit) => ({ ...edit, start: inFile(edit.start), end: inFile(edit.end) }));
      const position = offsets === null ? located.at(path) : positionIn(source, inFile(start));
      const message = sayCorrection(text, correction);
      report.add(rule, located.file, position, message, offsets === null ? [] : moved);
    }
    // What is told of a change names what was wrong before it.
    if (path[0] === "changes") continue;
    const numbers = numbersIn(text, vocabulary.figures);
    for (const { rule, message } of [
      ...checkWords(text, vocabulary, language),
      ...checkNumbers(numbers, vocabulary, figures),
    ])
      report.add(rule, located.file, located.at(path), message);
  }
}

/** Names are what the register says they are; ids and the like are no words. */
export function isName(path: Path): boolean {
  return ["id", "name", "short", "publisher", "url", "conference", "publishAt", "term"].includes(
    String(path.at(-1)),
  );
}

function* checkWords(text: string, { names, numbers }: Vocabulary, language: Language): Iterable<Finding> {
  yield* checkDates(text);
  if (language !== "nb" && numbers.size > 0) yield* unregisteredNumbers(text, numbers, language);
  yield* checkNames(text, names);
}

/** Numbers that the register of figures contradicts; adds the figures that the others name to `figures`. */
function* checkNumbers(
  numbers: Iterable<NumberInText>,
  { placeOf }: Vocabulary,
  figures: Set<string>,
): Iterable<Finding> {
  for (const number of numbers) {
    for (const { id } of number.matches) figures.add(id);
    const finding = contradiction(number, placeOf);
    if (finding !== null) yield finding;
  }
}

/** A figure from another source than the page's own must be cited in the paragraph where it stands. */
function checkCitations(
  { file, place, text, body, bodyStart, mainSources }: Body,
  numbers: readonly NumberInText[],
  { sources }: Vocabulary,
  report: Report,
): void {
  // Without its main sources, or with unknown ones, which has been told, every figure on the page would seem to lack one.
  if (place.kind !== "page" && mainSources.length === 0) return;
  if (mainSources.some((id) => !sources.has(id))) return;
  for (const { start, found, matches } of numbers) {
    const paragraphStart = body.lastIndexOf("\n\n", start) + 1;
    const next = body.indexOf("\n\n", start);
    const paragraph = body.slice(paragraphStart, next === -1 ? undefined : next);
    const cited = matches.some(
      ({ source }) => mainSources.includes(source.id) || paragraph.includes(`[@${source.id}]`),
    );
    // Of a source that is nowhere the id is empty; that has been told.
    const id = matches[0]?.source.id ?? "";
    if (id === "" || cited) continue;
    const message = `«${found}» står uten kilde. Skriv «[@${id}]» etter setningen.`;
    report.add("missing-citation", file, positionIn(text, bodyStart + start), message);
  }
}

function sayCorrection(text: string, { start, end, edits }: Correction): string {
  const found = text.slice(start, end);
  const moved = edits.map((edit) => shift(edit, -start));
  const mended = applyEdits(found, moved).trim();
  return found.trim() === mended
    ? `Det skal ikke være mellomrom foran «${mended}».`
    : `«${found.trim() || found}» skrives «${mended}».`;
}

function shift({ start, end, text }: Edit, by: number): Edit {
  return { start: start + by, end: end + by, text };
}
