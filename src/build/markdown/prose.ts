import type { Token } from "markdown-it";
import type { Block, Heading, Person, Picture, Prose } from "../../model/site.ts";
import { wordCount } from "../format/text.ts";
import { createMarkdown, plainText } from "./markdown.ts";

const markdown = createMarkdown();

/** Something in prose that names something elsewhere: a link's address, a picture, a source or a speaker by id. */
export interface Reference {
  readonly kind: "link" | "picture" | "source" | "person";
  readonly target: string;
  /** The line of the block it stands in, from 0 at the body's first line. */
  readonly line: number;
}

/** A fault that only the Markdown shows. Lines count from 0 at the body's first line. */
export interface Fault {
  readonly rule: "second-h1" | "skipped-heading" | "unclosed-block" | "misplaced-picture";
  readonly line: number;
  readonly message: string;
}

/** Markdown read once: what the contract checks, and what {@link renderProse} then sets. */
export interface ParsedProse {
  readonly tokens: readonly Token[];
  readonly headings: readonly Heading[];
  readonly references: readonly Reference[];
  readonly faults: readonly Fault[];
}

/** What the references of a page stand for. The contract has made sure that each of them exists. */
export interface ProseLookup {
  link(target: string): string;
  picture(id: string): Picture;
  person(id: string): Person;
  /** The number that the page's list of sources gives the source, from 1. */
  citation(id: string): number;
}

/** Reads the body of a content file. Never throws: faults are listed. */
export function parseProse(body: string): ParsedProse {
  const tokens = markdown.parse(body, {});
  const headings: Heading[] = [];
  const references: Reference[] = [];
  const faults: Fault[] = [];
  let level = 1;
  let line = 0;
  tokens.forEach((token, index) => {
    line = token.map?.[0] ?? line;
    if (token.type === "heading_open") {
      const next = Number(token.tag.slice(1));
      const text = plainText(tokens[index + 1]?.children ?? []);
      if (next === 1) {
        faults.push({
          rule: "second-h1",
          line,
          message: `«${text}» er satt som hovedoverskrift. Sidens tittel er den eneste; skriv «## ${text}».`,
        });
      } else if (next > level + 1) {
        faults.push({
          rule: "skipped-heading",
          line,
          message: `Overskriften hopper over et nivå. Skriv «${"#".repeat(level + 1)} ${text}».`,
        });
      }
      level = Math.max(next, 2);
      headings.push({ level: next, id: String(token.attrGet("id")), text });
    }
    if (token.type === "statement_open") {
      references.push({ kind: "person", target: token.content, line });
      if (token.meta?.closed === false) {
        faults.push({
          rule: "unclosed-block",
          line,
          message: "Utsagnet er ikke avsluttet. Skriv «:::» på en egen linje etter det.",
        });
      }
    }
    if (token.type === "inline") {
      for (const child of token.children ?? []) {
        if (child.type === "citation") references.push({ kind: "source", target: child.content, line });
        if (child.type === "link_open")
          references.push({ kind: "link", target: String(child.attrGet("href")), line });
        if (child.type === "image") {
          references.push({ kind: "picture", target: String(child.attrGet("src")), line });
          if (loneImage(token) === undefined || token.level !== 1) {
            faults.push({
              rule: "misplaced-picture",
              line,
              message: "Et bilde skal stå alene på linjen, med en tom linje før og etter.",
            });
          }
        }
      }
    }
  });
  return { tokens, headings, references, faults };
}

function loneImage(inline: Token | undefined): string | undefined {
  const [only, ...others] = inline?.children ?? [];
  return only?.type === "image" && others.length === 0 ? String(only.attrGet("src")) : undefined;
}

/** Sets parsed prose, with every reference replaced by what it stands for. */
export function renderProse(parsed: ParsedProse, lookup: ProseLookup): Prose {
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
      const close = parsed.tokens.findIndex((other, at) => at > index && other.type === "statement_close");
      const html = markdown.renderer.render(parsed.tokens.slice(index + 1, close), markdown.options);
      blocks.push({ kind: "statement", html, speaker: lookup.person(token.content) });
      index = close;
    } else run.push(token);
  }
  flush();
  return { blocks, headings: parsed.headings, words };
}
