import createMarkdownIt, {
  type MarkdownIt,
  type StateBlock,
  type StateCore,
  type StateInline,
  type Token,
} from "markdown-it";
import type { Language } from "../../model/language.ts";
import { strings } from "../../strings/strings.ts";
import { COMPOUND, softHyphenate } from "../format/syllables.ts";
import { slug } from "../format/text.ts";

/** Its types do not know of this one. */
const limits = { maxNesting: 40 };

/** Quotation marks as the language sets them: outer pair, then inner pair. */
const quotes: Readonly<Record<Language, string>> = { nb: "«»‘’", en: "‘’“”" };

/**
 * markdown-it as this site sets it up: CommonMark with tables, no raw HTML, the language's own quotes, and three additions:
 * `[@source-id]` cites a source, `[words]{lang=en}` marks words in another language (Pandoc's bracketed spans, with that one
 * attribute), and `::: utsagn person-id` … `:::` sets apart what somebody said.
 */
function createMarkdown(language: Language): MarkdownIt {
  const { table } = strings[language];
  const markdown = createMarkdownIt("default", {
    html: false,
    linkify: false,
    typographer: true,
    quotes: quotes[language],
    ...limits,
  });
  // Only what Norwegian typography asks for: no (c), no fractions, no +-.
  markdown.disable(["replacements"]);
  markdown.inline.ruler.at("text", text);
  markdown.inline.ruler.before("link", "citation", citation);
  markdown.inline.ruler.before("link", "foreign-words", foreignWords);
  markdown.block.ruler.before("fence", "statement", statement, { alt: ["paragraph"] });
  markdown.core.ruler.after("normalize", "slips", slips);
  markdown.core.ruler.push("headings", headings);
  markdown.core.ruler.push("syllables", (state) => syllables(state, language));
  markdown.core.ruler.push("aligned-cells", alignedCells);
  markdown.renderer.rules.citation = (tokens, index) => tokens[index]?.content ?? "";
  // As plain as the minifier would leave it: no white space between blocks.
  markdown.renderer.rules.softbreak = () => " ";
  markdown.renderer.rules.hardbreak = () => "<br>";
  // A wide table scrolls in a frame of its own, which the keyboard can reach (WCAG 2.1, 1.4.10 and 2.1.1).
  markdown.renderer.rules.table_open = () =>
    `<section class="table-frame" aria-label="${table}" tabindex="0"><table>`;
  markdown.renderer.rules.table_close = () => "</table></section>";
  markdown.renderer.renderToken = (tokens, index) => {
    const token = tokens[index];
    if (token === undefined || token.hidden) return "";
    return `<${token.nesting === -1 ? "/" : ""}${token.tag}${markdown.renderer.renderAttrs(token)}>`;
  };
  return markdown;
}

/** No-break spaces at a line's ends, after the mark that it begins with, and in the row of a table that is only marks. */
const SLIPS = /^[ \t\u00a0>]*(?:#{1,6}|[-*+])?\u00a0+|(?<!\u00a0)\u00a0+[ \t]*$|^[|: \t\u00a0-]+$/gm;

/** Reads as a space what nobody sees is another: on a Mac, Alt is often still held down from the mark. */
function slips(state: StateCore): void {
  if (state.src.includes("\u00a0"))
    state.src = state.src.replace(SLIPS, (found) => found.replaceAll("\u00a0", " "));
}

/** What no rule that this site has begins with, and no link's label ends with. */
const TEXT = /[^\n!&*<[\\\]_`~]+/y;

/** As markdown-it's own, which stops at hyphens, colons and other signs too, and has all rules look at each. */
function text(state: StateInline, silent: boolean): boolean {
  TEXT.lastIndex = state.pos;
  if (!TEXT.test(state.src)) return false;
  if (!silent) state.pending += state.src.slice(state.pos, TEXT.lastIndex);
  state.pos = TEXT.lastIndex;
  return true;
}

const CITATION = /^\[@([a-z0-9-]+)\]/;

function citation(state: StateInline, silent: boolean): boolean {
  const match = CITATION.exec(state.src.slice(state.pos, state.pos + 80));
  if (match === null) return false;
  if (!silent) state.push("citation", "sup", 0).content = match[1] ?? "";
  state.pos += match[0].length;
  return true;
}

const FOREIGN_WORDS = /\[([^[\]]+)\]\{lang=([^\s{}]*)\}/y;

function foreignWords(state: StateInline, silent: boolean): boolean {
  FOREIGN_WORDS.lastIndex = state.pos;
  const [found, words = "", language = ""] = FOREIGN_WORDS.exec(state.src) ?? [];
  if (found === undefined) return false;
  if (!silent) {
    state.push("foreign_open", "span", 1).attrSet("lang", language);
    state.push("text", "", 0).content = words.replaceAll("\n", " ");
    state.push("foreign_close", "span", -1);
  }
  state.pos += found.length;
  return true;
}

const FENCE = /^:::\s*(?:utsagn\s+(\S+))?\s*$/;

function line(state: StateBlock, number: number): string {
  return state.src.slice((state.bMarks[number] ?? 0) + (state.tShift[number] ?? 0), state.eMarks[number]);
}

function statement(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const speaker = FENCE.exec(line(state, start))?.[1];
  if (speaker === undefined) return false;
  if (silent) return true;
  let close = start + 1;
  while (close < end && !FENCE.test(line(state, close))) close++;
  const closed = close < end && line(state, close).trim() === ":::";
  const open = state.push("statement_open", "div", 1);
  open.content = speaker;
  open.map = [start, close];
  open.meta = { closed };
  const oldMax = state.lineMax;
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.lineMax = oldMax;
  state.push("statement_close", "div", -1);
  state.line = closed ? close + 1 : close;
  return true;
}

/** Gives each heading an id from its words, unique on the page. */
function headings(state: StateCore): void {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  state.tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const inline = state.tokens[index + 1];
    const base = slug(plainText(inline?.children ?? [])) || "del";
    let id = base;
    while (taken.has(id)) {
      const count = (counts.get(base) ?? 1) + 1;
      counts.set(base, count);
      id = `${base}-${count}`;
    }
    taken.add(id);
    token.attrSet("id", id);
  });
}

/** Soft hyphens between syllables: in headings, and in the longest compounds of running text. */
function syllables(state: StateCore, language: Language): void {
  state.tokens.forEach((token, index) => {
    const length = state.tokens[index - 1]?.type === "heading_open" ? undefined : COMPOUND;
    for (const child of token.children ?? []) {
      if (child.type === "text") child.content = softHyphenate(child.content, language, length);
    }
  });
}

/** A column's alignment as a class: the site's policy lets no style attribute through. */
function alignedCells(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== "th_open" && token.type !== "td_open") continue;
    const align = /^text-align:(left|center|right)$/.exec(String(token.attrGet("style") ?? ""))?.[1];
    token.attrs = align === undefined ? null : [["class", `align-${align}`]];
  }
}

/** The words of inline tokens, without marks and soft hyphens. */
export function plainText(tokens: readonly { type: string; content: string }[]): string {
  return tokens
    .map((token) => (token.type === "softbreak" ? " " : token.type === "citation" ? "" : token.content))
    .join("")
    .replaceAll("\u00ad", "");
}

/** The picture of a paragraph that holds nothing else. */
export function loneImage(inline: Token | undefined): string | undefined {
  const [only, ...others] = inline?.children ?? [];
  return only?.type === "image" && others.length === 0 ? String(only.attrGet("src")) : undefined;
}

/** The site's instances, one a language. */
export const markdownIn: Readonly<Record<Language, MarkdownIt>> = {
  nb: createMarkdown("nb"),
  en: createMarkdown("en"),
};
