import { detached } from "./text.ts";

/** A tag of plain markup. Attributes are still written out: ` href="/" class="x"`. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
}

/** Plain markup read from left to right: before each tag its text, which may be empty. */
export interface Piece {
  readonly text: string;
  readonly tag: Tag;
}

const DOCTYPE = "<!doctype html>";
const PIECE = /([^<]*)<([^<>]*)>/y;
const TAG = /^(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z:-]*(?:="[^"<>&]*")?)*)$/;
/** Elements whose content no parser reads as markup (HTML, 13.2.5.2 and 13.2.5.4). */
const RAW = ["style", "script"];

/**
 * The tags read lately, by what stands between their angle brackets: the same few come on every page, and who looks at
 * one of them can remember what was seen.
 */
const known = new Map<string, Tag | null>();
const MOST_KNOWN = 20_000;

function tagOf(source: string): Tag | null {
  const found = known.get(source);
  if (found !== undefined) return found;
  const own = detached(source);
  const [, slash, name = "", attributes = ""] = TAG.exec(own) ?? [];
  const isTag = slash === "" || (slash === "/" && attributes === "");
  const tag = isTag ? { name, closing: slash === "/", attributes } : null;
  if (known.size === MOST_KNOWN) known.clear();
  known.set(own, tag);
  return tag;
}

let latest: { readonly html: string; readonly pieces: readonly Piece[] | null } = { html: "", pieces: null };

/**
 * Reads a page that is written as plainly as the layouts write it: a doctype, then lower-case tags whose attributes are quoted
 * and hold no entity, and texts without «<». Every parser reads such a page in one and the same way. Null for any other page,
 * for example one with a comment, a self-closing tag or an entity in an attribute. Keeps the page read last: it is read by two.
 */
export function readPlainMarkup(html: string): readonly Piece[] | null {
  if (latest.html !== html) latest = { html, pieces: read(html) };
  return latest.pieces;
}

function read(html: string): readonly Piece[] | null {
  if (!html.startsWith(DOCTYPE)) return null;
  const pieces: Piece[] = [];
  PIECE.lastIndex = DOCTYPE.length;
  let end = DOCTYPE.length;
  for (let match = PIECE.exec(html); match !== null; match = PIECE.exec(html)) {
    const [, text = "", source = ""] = match;
    const tag = tagOf(source);
    if (tag === null) return null;
    pieces.push({ text, tag });
    end = PIECE.lastIndex;
    if (tag.closing || !RAW.includes(tag.name)) continue;
    const close = html.indexOf("</", end);
    const closing = close === -1 ? null : tagOf(`/${tag.name}`);
    if (closing === null || !html.startsWith(`</${tag.name}>`, close)) return null;
    pieces.push({ text: html.slice(end, close), tag: closing });
    end = PIECE.lastIndex = close + tag.name.length + 3;
  }
  return end === html.length ? pieces : null;
}

const ATTRIBUTE = / ([a-zA-Z][a-zA-Z:-]*)(?:="([^"]*)")?/g;

/** The attributes of a tag, names in lower case as parsers give them. */
export function* attributesOf({ attributes }: Tag): Iterable<readonly [name: string, value: string]> {
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) yield [name.toLowerCase(), value];
}

/** Answers a question about tags, once for each tag. */
export function perTag(ask: (tag: Tag) => boolean): (tag: Tag) => boolean {
  const answers = new WeakMap<Tag, boolean>();
  return (tag) => {
    const answer = answers.get(tag) ?? ask(tag);
    answers.set(tag, answer);
    return answer;
  };
}
