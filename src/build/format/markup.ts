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
const PIECE = /([^<]*)<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z:-]*(?:="[^"<>&]*")?)*)>/y;
/** Elements whose content no parser reads as markup (HTML, 13.2.5.2 and 13.2.5.4). */
const RAW = ["style", "script"];

/**
 * Reads a page that is written as plainly as the layouts write it: a doctype, then lower-case tags whose attributes are quoted
 * and hold no entity, and texts without «<». Every parser reads such a page in one and the same way. Null for any other page,
 * for example one with a comment, a self-closing tag or an entity in an attribute.
 */
export function readPlainMarkup(html: string): readonly Piece[] | null {
  if (!html.startsWith(DOCTYPE)) return null;
  const pieces: Piece[] = [];
  PIECE.lastIndex = DOCTYPE.length;
  let end = DOCTYPE.length;
  for (let match = PIECE.exec(html); match !== null; match = PIECE.exec(html)) {
    const [, text = "", slash, name = "", attributes = ""] = match;
    const closing = slash === "/";
    if (closing && attributes !== "") return null;
    pieces.push({ text, tag: { name, closing, attributes } });
    end = PIECE.lastIndex;
    if (closing || !RAW.includes(name)) continue;
    const close = html.indexOf("</", end);
    if (close === -1 || !html.startsWith(`</${name}>`, close)) return null;
    pieces.push({ text: html.slice(end, close), tag: { name, closing: true, attributes: "" } });
    end = PIECE.lastIndex = close + name.length + 3;
  }
  return end === html.length ? pieces : null;
}

const ATTRIBUTE = / ([a-zA-Z][a-zA-Z:-]*)(?:="([^"]*)")?/g;

/** The attributes of a tag, names in lower case as parsers give them. */
export function* attributesOf({ attributes }: Tag): Iterable<readonly [name: string, value: string]> {
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) yield [name.toLowerCase(), value];
}
