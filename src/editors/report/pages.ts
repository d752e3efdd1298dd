import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { withoutTypesetting } from "../../build/format/text.ts";
import { addressOf } from "../../build/hosts/plan.ts";
import { lix } from "../language/lix.ts";
import { sentencesOf, wordsIn } from "../language/sentences.ts";
import type { Build } from "./builds.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A built page as a reader meets it. */
export interface BuiltPage {
  /** From the site's root: «/2017/». */
  readonly url: string;
  readonly title: string;
  /** The words, a line for each block: title and description first, then what stands in the page's main part. */
  readonly lines: readonly string[];
  readonly words: number;
  readonly lix: number;
  /** Addresses of other sites that it links to. */
  readonly outside: ReadonlySet<string>;
  /** The files that its pictures are. */
  readonly pictures: readonly string[];
  /** What a reader fetches, in bytes: the page itself, as brotli leaves it. */
  readonly weight: number;
  readonly sha256: string;
}

const compress = promisify(brotliCompress);

/** Every page of a build, by its address. */
export async function pagesOf({ dist, manifest }: Build): Promise<ReadonlyMap<string, BuiltPage>> {
  const files = manifest.files.filter(({ class: kind, encoding }) => kind === "page" && encoding === null);
  const pages = new Map<string, BuiltPage>();
  for (const { path, sha256 } of files) {
    if (!path.endsWith(".html")) continue;
    const html = await readFile(join(dist, path));
    const url = addressOf("/", path);
    pages.set(url, { url, sha256, weight: (await compress(html)).length, ...readPage(html.toString()) });
  }
  return pages;
}

const BLOCKS =
  /^(?:p|li|h[1-6]|t[dh]|caption|figcaption|d[td]|blockquote|div|section|header|footer|figure|ul|ol|dl|table|tr|title|desc|nav|aside|details|summary)$/;

function readPage(html: string): Omit<BuiltPage, "url" | "weight" | "sha256"> {
  const elements = [...elementsIn(parse(html).childNodes)];
  const main = elements.find(({ tagName }) => tagName === "main");
  const inMain = main === undefined ? [] : [...elementsIn(main.childNodes)];
  const title = elements.find(({ tagName }) => tagName === "title");
  const heading = inMain.find(({ tagName }) => tagName === "h1");
  const description = elements.find((element) => attribute(element, "name") === "description");
  const prose = inMain
    .filter(({ tagName }) => tagName === "p" || tagName === "li")
    .flatMap((element) => linesIn(element.childNodes).join(" "));
  const sentences = prose.flatMap((text) => sentencesOf(text, "nb"));
  const words = sentences.flatMap(({ text }) => wordsIn(text));
  const head = [...linesIn(title?.childNodes ?? []), attribute(description, "content") ?? ""];
  const lines = [...head, ...linesIn(main?.childNodes ?? [])].filter((line) => line !== "");
  return {
    title: linesIn(heading?.childNodes ?? title?.childNodes ?? []).join(" "),
    lines,
    words: lines.slice(2).reduce((sum, line) => sum + wordsIn(line).length, 0),
    lix: lix(words, sentences.length),
    outside: new Set(
      inMain.flatMap((element) => {
        const href = element.tagName === "a" ? attribute(element, "href") : undefined;
        return href !== undefined && /^https?:/i.test(href) ? [href] : [];
      }),
    ),
    pictures: inMain.flatMap((element) =>
      element.tagName === "img" ? [attribute(element, "src") ?? ""] : [],
    ),
  };
}

function* elementsIn(nodes: readonly Node[]): Iterable<Element> {
  for (const node of nodes) {
    if (!("tagName" in node)) continue;
    yield node;
    yield* elementsIn(node.childNodes);
  }
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((own) => own.name === name)?.value;
}

/** The words below some nodes, a line for each block; a picture's is what it says to those who do not see it. */
function linesIn(nodes: readonly Node[]): readonly string[] {
  return withoutTypesetting(textOf(nodes))
    .split("\n")
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "");
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if ("value" in node) return node.value.replace(/\s+/gu, " ");
      if (!("tagName" in node) || node.tagName === "style" || node.tagName === "script") return "";
      if (node.tagName === "br") return "\n";
      if (node.tagName === "img") return `\n${attribute(node, "alt") ?? ""}\n`;
      const text = textOf(node.childNodes);
      return BLOCKS.test(node.tagName) ? `\n${text}\n` : text;
    })
    .join("");
}
