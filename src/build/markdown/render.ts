import { hash } from "node:crypto";
import type { Token } from "markdown-it";
import type { Language } from "../../model/language.ts";
import type { Block, Heading, Person, Picture, Prose } from "../../model/site.ts";
import { strings } from "../../strings/strings.ts";
import { wordCount } from "../format/text.ts";
import { loneImage, markdownIn, plainText } from "./markdown.ts";
import { type ReadProse, type Reference, readProse } from "./prose.ts";

/**
 * A block as read: people and pictures by id, and in the HTML a mark for each reference, by its number. The HTML is held in UTF-8, for
 * the text that markdown-it joins of hundreds of pieces takes five times the room.
 */
type MarkedBlock =
  | { readonly kind: "html"; readonly html: Buffer }
  | { readonly kind: "statement"; readonly html: Buffer; readonly speaker: string }
  | { readonly kind: "picture"; readonly picture: string };

/** Markdown read once: what the contract checks, and the HTML in which {@link renderProse} then sets the references. */
export interface ParsedProse {
  readonly language: Language;
  /** SHA-256 of the Markdown, in hexadecimal. */
  readonly digest: string;
  /** Of a page that was read before, they are read anew each time. */
  readonly blocks: () => readonly MarkedBlock[];
  readonly headings: readonly Heading[];
  readonly words: number;
  readonly references: readonly Reference[];
}

/** Content that is without errors has no control characters: what stands between two of these is a mark. */
const MARK = "\u0001";
const MARKS = new RegExp(`(?:${MARK}\\d+${MARK})+`, "g");

/** Reads the body of a content file. Never throws: faults are listed. */
export function parseProse(body: string, language: Language): ParsedProse & Pick<ReadProse, "faults"> {
  const { tokens, marks, headings, references, faults } = readProse(body, language);
  const words = tokens.reduce((sum, { children }) => sum + wordCount(plainText(children ?? [])), 0);
  for (const [token, index] of marks) {
    if (token.type === "citation") token.content = MARK + index + MARK;
    else token.attrSet("href", MARK + index + MARK);
  }
  const digest = hash("sha256", body);
  const blocks = blocksOf(tokens, language);
  return { language, digest, blocks: () => blocks, headings, words, references, faults };
}

function blocksOf(tokens: readonly Token[], language: Language): readonly MarkedBlock[] {
  const { renderer, options } = markdownIn[language];
  const htmlOf = (tokens: Token[]) => Buffer.from(renderer.render(tokens, options, {}));
  const blocks: MarkedBlock[] = [];
  let run: Token[] = [];
  const flush = (): void => {
    if (run.length > 0) blocks.push({ kind: "html", html: htmlOf(run) });
    run = [];
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const picture = token.type === "paragraph_open" ? loneImage(tokens[index + 1]) : undefined;
    if (picture !== undefined) {
      flush();
      blocks.push({ kind: "picture", picture });
      index += 2;
    } else if (token.type === "statement_open") {
      flush();
      let close = index;
      while (tokens[close] !== undefined && tokens[close]?.type !== "statement_close") close++;
      const html = htmlOf(tokens.slice(index + 1, close));
      blocks.push({ kind: "statement", html, speaker: token.content });
      index = close;
    } else run.push(token);
  }
  flush();
  return blocks;
}

/** What the references of a page stand for. The contract has made sure that each of them exists. */
export interface ProseLookup {
  link(target: string): string;
  picture(id: string): Picture;
  person(id: string): Person;
  /** The number that the page's list of sources gives the source, from 1. */
  citation(id: string): number;
}

/** Sets parsed prose, with every reference replaced by what it stands for. It is set when it is shown. */
export function renderProse(parsed: ParsedProse, lookup: ProseLookup): Prose {
  return new RenderedProse(parsed, lookup);
}

/** The prose that was shown last: a page shows its own several times, and then no more. */
let shown: { readonly prose: Prose; readonly blocks: readonly Block[] } | undefined;

class RenderedProse implements Prose {
  readonly headings: readonly Heading[];
  readonly words: number;
  readonly #parsed: ParsedProse;
  readonly #lookup: ProseLookup;

  constructor(parsed: ParsedProse, lookup: ProseLookup) {
    this.headings = parsed.headings;
    this.words = parsed.words;
    this.#parsed = parsed;
    this.#lookup = lookup;
  }

  get blocks(): readonly Block[] {
    if (shown?.prose !== this) {
      const blocks = this.#parsed.blocks().map((block) => setBlock(block, this.#parsed, this.#lookup));
      shown = { prose: this, blocks };
    }
    return shown.blocks;
  }

  toJSON(): unknown {
    const { digest, references } = this.#parsed;
    return [digest, references.map((reference) => standsFor(reference, this.#lookup))];
  }
}

function standsFor({ kind, target }: Reference, lookup: ProseLookup): unknown {
  switch (kind) {
    case "link":
      return lookup.link(target);
    case "source":
      return lookup.citation(target);
    case "picture":
      return lookup.picture(target);
    case "person":
      return lookup.person(target);
  }
}

function setBlock(block: MarkedBlock, { language, references }: ParsedProse, lookup: ProseLookup): Block {
  const { escapeHtml } = markdownIn[language].utils;
  const set = (html: Buffer) =>
    html.toString().replace(MARKS, (run) => {
      const marked = (run.match(/\d+/g) ?? []).flatMap((index) => references[Number(index)] ?? []);
      const cited = marked.flatMap(({ kind, target }) => (kind === "source" ? lookup.citation(target) : []));
      return cited.length === 0
        ? marked.map(({ target }) => escapeHtml(lookup.link(target))).join("")
        : citations(cited, language);
    });
  switch (block.kind) {
    case "html":
      return { kind: "html", html: set(block.html) };
    case "statement":
      return { kind: "statement", html: set(block.html), speaker: lookup.person(block.speaker) };
    case "picture":
      return { kind: "picture", picture: lookup.picture(block.picture) };
  }
}

/** As the component `Cite` sets them. */
function citations(numbers: readonly number[], language: Language): string {
  const links = numbers.map(
    (number) => `<a href="#kilde-${number}" aria-label="${strings[language].source(number)}">${number}</a>`,
  );
  return `<sup class="cite">${links.join(" ")}</sup>`;
}
