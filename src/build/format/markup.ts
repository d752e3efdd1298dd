import { remembering } from "./text.ts";

/** A tag of plain markup. Attributes are still written out: ` href="/" class="x"`. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  /** What has been answered about it (see {@link perTag}). */
  readonly answers: boolean[];
}

/** Plain markup read from left to right: before each tag its text, which may be empty. */
export interface Piece {
  readonly text: string;
  readonly tag: Tag;
}

const DOCTYPE = "<!doctype html>";
/** What follows an ampersand that begins no reference, not even one without a semicolon (HTML, 13.2.5.72 and 13.2.5.73): «Q&A», «a & b». */
export const LITERAL_AMPERSAND = " |[A-Z](?![\\w;])";
/** The same within an attribute, where an address has the next of its parameters: `?id=1&lang=nb`. */
export const LITERAL_IN_ATTRIBUTE = `${LITERAL_AMPERSAND}|\\w+=`;
const VALUE = `(?:[^"<>&]|&(?=${LITERAL_IN_ATTRIBUTE}))*`;
const TAG = new RegExp(`^(/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z:-]*(?:="${VALUE}")?)*)$`);
/** Elements whose content no parser reads as markup (HTML, 13.2.5.2 and 13.2.5.4). */
const RAW = ["style", "script"];

/**
 * The tag of what stands between angle brackets: the very same for the same, so that who looks at it can remember what was seen. Null
 * for what is not as plain.
 */
const tagOf = remembering((source): Tag | null => {
  const [, slash, name = "", attributes = ""] = TAG.exec(source) ?? [];
  const isTag = slash === "" || (slash === "/" && attributes === "");
  return isTag ? { name, closing: slash === "/", attributes, answers: [] } : null;
});

let latest: { readonly html: string; readonly pieces: readonly Piece[] | null } = { html: "", pieces: null };

/**
 * Reads a page that is written as plainly as the layouts write it: a doctype, then lower-case tags whose attributes are quoted
 * and hold no reference, and texts without «<». Every parser reads such a page in one and the same way. Null for any other page,
 * for example one with a comment, a self-closing tag or a reference in an attribute. Keeps the page read last: it is read by two.
 */
export function readPlainMarkup(html: string): readonly Piece[] | null {
  if (latest.html !== html) latest = { html, pieces: read(html) };
  return latest.pieces;
}

function read(html: string): readonly Piece[] | null {
  if (!html.startsWith(DOCTYPE)) return null;
  const pieces: Piece[] = [];
  let end = DOCTYPE.length;
  while (end < html.length) {
    const open = html.indexOf("<", end);
    const close = html.indexOf(">", open);
    const tag = open === -1 || close === -1 ? null : tagOf(html.slice(open + 1, close));
    if (tag === null) return null;
    pieces.push({ text: html.slice(end, open), tag });
    end = close + 1;
    if (tag.closing || !RAW.includes(tag.name)) continue;
    const stop = html.indexOf("</", end);
    const closing = tagOf(`/${tag.name}`);
    if (closing === null || !html.startsWith(`</${tag.name}>`, stop)) return null;
    pieces.push({ text: html.slice(end, stop), tag: closing });
    end = stop + tag.name.length + 3;
  }
  return pieces;
}

const ATTRIBUTE = / ([a-zA-Z][a-zA-Z:-]*)(?:="([^"]*)")?/g;

/** The attributes of a tag, names in lower case as parsers give them. */
export function* attributesOf({ attributes }: Tag): Iterable<readonly [name: string, value: string]> {
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) yield [name.toLowerCase(), value];
}

let questions = 0;

/** Answers a question about tags, once for each tag: it holds the answer itself, for there are millions of tags to ask. */
export function perTag(ask: (tag: Tag) => boolean): (tag: Tag) => boolean {
  const question = questions++;
  return (tag) => {
    const answer = tag.answers[question] ?? ask(tag);
    tag.answers[question] = answer;
    return answer;
  };
}
