import type { Token } from "markdown-it";
import type { Block, Person, Picture, Prose } from "../../model/site.ts";
import { wordCount } from "../format/text.ts";
import { loneImage, markdownIn, plainText } from "./markdown.ts";
import type { ParsedProse } from "./prose.ts";

/** What the references of a page stand for. The contract has made sure that each of them exists. */
export interface ProseLookup {
  link(target: string): string;
  picture(id: string): Picture;
  person(id: string): Person;
  /** The number that the page's list of sources gives the source, from 1. */
  citation(id: string): number;
}

/** Sets parsed prose, with every reference replaced by what it stands for. */
export function renderProse(parsed: ParsedProse, lookup: ProseLookup): Prose {
  const markdown = markdownIn[parsed.language];
  const blocks: Block[] = [];
  let run: Token[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push({ kind: "html", html: markdown.renderer.render(run, markdown.options) });
    run = [];
  };
  let words = 0;
  for (const token of parsed.tokens) {
    if (token.type !== "inline") continue;
    words += wordCount(plainText(token.children ?? []));
    for (const child of token.children ?? []) {
      if (child.type === "link_open") child.attrSet("href", lookup.link(String(child.attrGet("href"))));
      if (child.type === "citation") child.meta = { number: lookup.citation(child.content) };
    }
  }
  for (let index = 0; index < parsed.tokens.length; index++) {
    const token = parsed.tokens[index];
    if (token === undefined) break;
    const picture = token.type === "paragraph_open" ? loneImage(parsed.tokens[index + 1]) : undefined;
    if (picture !== undefined) {
      flush();
      blocks.push({ kind: "picture", picture: lookup.picture(picture) });
      index += 2;
    } else if (token.type === "statement_open") {
      flush();
      let close = index;
      while (parsed.tokens[close] !== undefined && parsed.tokens[close]?.type !== "statement_close") close++;
      const html = markdown.renderer.render(parsed.tokens.slice(index + 1, close), markdown.options);
      blocks.push({ kind: "statement", html, speaker: lookup.person(token.content) });
      index = close;
    } else run.push(token);
  }
  flush();
  return { blocks, headings: parsed.headings, words };
}
