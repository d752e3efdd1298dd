import type { Token } from "markdown-it";
import { type Language, markedLanguages } from "../../model/language.ts";
import type { Heading } from "../../model/site.ts";
import { groupBy } from "../format/groups.ts";
import { brokenLine, brokenParagraph, brokenRow, END, isRow, NO_BEGINNING, NO_NOTES } from "./broken.ts";
import { loneImage, markdownIn, plainText } from "./markdown.ts";

/** Addresses that markdown-it would not make a link of, since the reading began: the contract tells them. */
const refused = new Set<string>();
for (const markdown of Object.values(markdownIn)) {
  const isHarmless = markdown.validateLink;
  markdown.validateLink = (address) => {
    const allowed = isHarmless.call(markdown, address) && !/^data:/i.test(address.trim());
    if (!allowed) refused.add(address);
    return allowed;
  };
}

/** Something in prose that names something elsewhere: a link's address, a picture, a source or a speaker by id. */
export interface Reference {
  readonly kind: "link" | "picture" | "source" | "person";
  readonly target: string;
  /** From 0 at the body's first line. */
  readonly line: number;
}

/** A fault that only the Markdown shows. Lines count from 0 at the body's first line. */
export interface Fault {
  readonly rule:
    | "second-h1"
    | "skipped-heading"
    | "empty-heading"
    | "bold-heading"
    | "repeated-heading"
    | "empty-link"
    | "table-without-header"
    | "unclosed-block"
    | "unknown-language"
    | "misplaced-statement"
    | "misplaced-picture"
    | "broken-markup";
  readonly line: number;
  readonly message: string;
}

/** Markdown as markdown-it's tokens, and what has been found in it. */
export interface ReadProse {
  readonly tokens: readonly Token[];
  readonly headings: Heading[];
  /** How often each heading of the second level stands there. */
  readonly titles: Map<string, number>;
  readonly references: Reference[];
  /** Which of the references a token is. */
  readonly marks: Map<Token, number>;
  readonly faults: Fault[];
}

/** Reads the body of a content file. Never throws: faults are listed. */
export function readProse(body: string, language: Language): ReadProse {
  refused.clear();
  const found: { readonly references?: Readonly<Record<string, unknown>> } = {};
  const tokens = markdownIn[language].parse(body, found);
  const reading: ReadProse = {
    tokens,
    headings: [],
    titles: new Map(),
    references: [],
    marks: new Map(),
    faults: [],
  };
  const lines = body.split("\n");
  for (const target of refused) {
    const exact = lines.findIndex((text) => text.includes(target));
    const near = lines.findIndex((text) => /\]\(|\]:/.test(text));
    reading.references.push({ kind: "link", target, line: Math.max(0, exact === -1 ? near : exact) });
  }
  checkDefinitions(new Set(Object.keys(found.references ?? {})), lines, reading);
  let line = 0;
  let emptySinceHead = false;
  let columns = 0;
  tokens.forEach((token, index) => {
    line = token.map?.[0] ?? line;
    const next = tokens[index + 1];
    if (token.type === "heading_open") readHeading(token, next, line, reading);
    if (token.type === "statement_open") readStatement(token, next, line, reading);
    if (token.type === "fence" && !isFenceEnded(token, lines)) {
      const message = `Resten av siden blir til kode. Skriv «${token.markup}» på en egen linje etter koden, eller ta bort tegnene her.`;
      tell(reading, "unclosed-block", line, message);
    }
    if (token.type === "code_block") {
      const message = "Innrykket gjør teksten til kode. Ta bort mellomrommene først på linjene.";
      tell(reading, "broken-markup", line, message);
    }
    if (token.type === "thead_open") columns = 0;
    if (token.type === "th_open") columns++;
    if (token.type === "tr_open" && token.level > 1) {
      const message = token.map === null ? undefined : brokenRow(lines[line] ?? "", columns);
      if (message !== undefined && !emptySinceHead) tell(reading, "broken-markup", line, message);
    }
    if (token.type === "thead_close" && emptySinceHead) {
      const message = "Tabellen mangler overskrifter. Skriv hva hver kolonne viser, i den øverste raden.";
      tell(reading, "table-without-header", line, message);
    }
    emptySinceHead = token.type === "thead_open" || (emptySinceHead && token.content === "");
    if (token.type === "inline") {
      const isParagraph = tokens[index - 1]?.type === "paragraph_open";
      const topLevel = token.level === 1 && isParagraph;
      const broken = isParagraph ? brokenParagraph(token.content) : null;
      if (broken !== null) tell(reading, "broken-markup", line + broken.line, broken.message);
      if (topLevel) checkBold(token, tokens[index + 2], line, reading);
      // Of rows with empty lines between them only the first is told.
      if (isRow(token.content) && !isRow(tokens[index - 3]?.content ?? ""))
        tell(reading, "table-without-header", line, NO_HEADER);
      readInline(token, line, topLevel, reading);
    }
  });
  return reading;
}

function isFenceEnded({ map, markup }: Token, lines: readonly string[]): boolean {
  const [first, after] = map ?? [0, 0];
  return after - first > 1 && /[^\s>].*/.exec(lines[after - 1] ?? "")?.[0].startsWith(markup) === true;
}

/** Whether there is nothing to read in these. */
function isSilent(tokens: readonly Token[]): boolean {
  return plainText(tokens).trim() === "" && !tokens.some(({ type }) => type === "image");
}

/** The words of a paragraph that is bold from end to end, and does not end as a sentence does; null for any other. */
function wholeInBold({ content, children }: Token): string | null {
  const words = /^(\*\*|__)(.+)\1$/.exec(content)?.[2] ?? "";
  const bolds = children?.filter(({ type }) => type === "strong_open").length;
  return words === "" || bolds !== 1 || /[.,:;!?…]»?$/.test(words) ? null : words;
}

function tell({ faults }: ReadProse, rule: Fault["rule"], line: number, message: string): void {
  faults.push({ rule, line, message });
}

const NO_HEADER =
  "Tabellen mangler overskrifter. Sett en rad med overskrifter øverst, og «| --- |» under dem, uten tomme linjer.";

function readHeading(token: Token, inline: Token | undefined, line: number, reading: ReadProse): void {
  const { headings } = reading;
  const text = plainText(inline?.children ?? []);
  const level = Number(token.tag.slice(1));
  const above = headings.at(-1)?.level;
  const most = above === undefined ? 2 : Math.max(2, above) + 1;
  if (text.trim() === "")
    tell(reading, "empty-heading", line, "Overskriften er tom. Skriv den, eller ta bort «#».");
  else if (level === 1) {
    const message = `«${text}» er satt som hovedoverskrift. Sidens tittel er den eneste; skriv «## ${text}».`;
    tell(reading, "second-h1", line, message);
  } else if (level > most) {
    const message = `Overskriften hopper over et nivå. Skriv «${"#".repeat(most)} ${text}».`;
    tell(reading, "skipped-heading", line, message);
  } else if (token.markup === "-" && /[.!?:]$|\n/.test(inline?.content ?? "")) {
    const message =
      "Linjen «---» gjør avsnittet over til en overskrift. Sett en tom linje foran den, eller ta den bort.";
    tell(reading, "broken-markup", line, message);
  } else if (level === 2) {
    const count = (reading.titles.get(text) ?? 0) + 1;
    reading.titles.set(text, count);
    const message = `Mellomtittelen «${text}» står her for andre gang. Gi den andre ord, så leserne ser hvor lenkene fører.`;
    if (count === 2) tell(reading, "repeated-heading", line, message);
  }
  headings.push({ level, id: String(token.attrGet("id")), text });
}

function readStatement(token: Token, next: Token | undefined, line: number, reading: ReadProse): void {
  reading.references.push({ kind: "person", target: token.content, line });
  if (token.level > 0) {
    const message = "Et utsagn skal stå for seg selv, ikke inne i en liste, et sitat eller et annet utsagn.";
    tell(reading, "misplaced-statement", line, message);
  }
  if (token.meta?.closed === false) {
    const message = `Utsagnet fra ${token.content} er ikke avsluttet. Skriv «:::» på en egen linje etter det.`;
    tell(reading, "unclosed-block", line, message);
  } else if (next?.type === "statement_close") {
    const message = "Utsagnet er tomt. Skriv det som ble sagt, på linjen under.";
    tell(reading, "broken-markup", line, message);
  }
}

const NOT_SHOWN =
  "Linjen blir borte. Skriv en lenke som «[tekst](adresse)», og annen tekst uten hakeparenteser foran kolonet.";

/**
 * Tells a line «[words]: address», which is not shown, when nothing links by these words, or when it was meant for a footnote.
 * markdown-it gives the words in capitals.
 */
function checkDefinitions(defined: ReadonlySet<string>, lines: readonly string[], reading: ReadProse): void {
  if (defined.size === 0) return;
  const written = lines.map((text) => text.toUpperCase());
  const named = groupBy(
    written.flatMap((text) => text.match(/\[[^[\]]+\]/g) ?? []),
    (words) => words,
  );
  for (const [line, text] of written.entries()) {
    const words = /^[ >]*\[([^[\]]+)\]:/.exec(text)?.[1] ?? "";
    if (!defined.has(words)) continue;
    if (words.startsWith("^")) tell(reading, "broken-markup", line, NO_NOTES);
    else if (named.get(`[${words}]`)?.length === 1) tell(reading, "broken-markup", line, NOT_SHOWN);
  }
}

/** Tells a bold paragraph that stands as a heading to what is below it. */
function checkBold(paragraph: Token, below: Token | undefined, line: number, reading: ReadProse): void {
  const words = wholeInBold(paragraph);
  if (words === null || below === undefined || below.type === "heading_open") return;
  const marks = "#".repeat(reading.headings.at(-1)?.level ?? 2);
  const message = `«**${words}**» står som en overskrift, men er bare fet skrift. Skriv «${marks} ${words}».`;
  tell(reading, "bold-heading", line, message);
}

function readInline(token: Token, firstLine: number, topLevel: boolean, reading: ReadProse): void {
  const { references, marks } = reading;
  const children = token.children ?? [];
  let line = firstLine;
  let linkStart = 0;
  let text = "";
  let inLink = false;
  const checkMarkup = (): void => {
    // An address that was refused leaves a link as text too, and is told as such.
    const message = refused.size > 0 ? undefined : brokenLine(text.replaceAll("\u00ad", ""));
    if (message !== undefined && !token.content.includes("\\")) {
      const isEnd = text === END && line > firstLine;
      if (!isEnd) tell(reading, "broken-markup", line, message);
      // What begins with a mark has been told there.
      else if (!token.content.startsWith(END)) tell(reading, "broken-markup", firstLine, NO_BEGINNING);
    }
    text = "";
  };
  children.forEach((child, index) => {
    // The words of a link may be its address.
    if (child.type === "text") text += inLink ? child.content.replace(/:\/\/|\bwww\./g, " ") : child.content;
    if (child.type === "link_open" || child.type === "link_close") inLink = child.type === "link_open";
    if (child.type === "softbreak" || child.type === "hardbreak") {
      checkMarkup();
      line++;
    }
    if (child.type === "citation") {
      marks.set(child, references.length);
      references.push({ kind: "source", target: child.content, line });
    }
    const language = child.type === "foreign_open" ? child.attrGet("lang") : null;
    if (language !== null && !markedLanguages.some((known) => known === language)) {
      const message = `«${language}» er ikke et språk som kan merkes. Skriv ett av disse: ${markedLanguages.join(", ")}.`;
      tell(reading, "unknown-language", line, message);
    }
    if (child.type === "link_open") {
      marks.set(child, references.length);
      references.push({ kind: "link", target: String(child.attrGet("href")), line });
      linkStart = index;
    }
    if (child.type === "link_close" && isSilent(children.slice(linkStart, index))) {
      const message =
        "Lenken har ingen tekst. Skriv hva den fører til, mellom «[» og «]». Er det et bilde, skal det stå «!» foran.";
      tell(reading, "empty-link", line, message);
    }
    if (child.type === "image") {
      references.push({ kind: "picture", target: String(child.attrGet("src")), line });
      if (loneImage(token) === undefined || !topLevel) {
        const message = "Et bilde skal stå alene på linjen, med en tom linje før og etter.";
        tell(reading, "misplaced-picture", line, message);
      } else if (child.content !== "") {
        const id = String(child.attrGet("src")).replace(/^.*\/|\.[a-z]+$/gi, "") || "id";
        const message = `«${child.content}» vises ikke. Skriv «![](${id})»; bildeteksten og alt-teksten står i _data/pictures.json.`;
        tell(reading, "broken-markup", line, message);
      }
    }
  });
  checkMarkup();
}
