import { remembering } from "./text.ts";

/** A tag of plain markup. Attributes are still written out: ` href="/" class="x"`. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  /** What has been answered about it (see {@link perTag}). */
  readonly answers: boolean[];
}

/** A start tag, with what ends its element: null when nothing may stand in it. */
interface StartTag extends Tag {
  readonly end: { readonly written: string; readonly tag: Tag } | null;
  /** It ends an element of the same name that stands open. */
  readonly endsItsLike: boolean;
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
const START_TAG = new RegExp(`^([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z:-]*(?:="${VALUE}")?)*)$`);

/** Elements that have no end tag (HTML, 13.1.2). */
export const VOID: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);
const ENDED_BY_ITS_LIKE = new Set("colgroup dd dt li option p td tfoot th thead tr".split(" "));
/** What may stand in a paragraph. There is more; these are the ones that the pages use. */
const PHRASING = new Set("a abbr b br cite code em i img s small span strong sub sup svg time".split(" "));

/**
 * The tag of what stands between angle brackets: the very same for the same, so that who looks at it can remember what was seen. Null
 * for what is not as plain.
 */
const startTagOf = remembering((source): StartTag | null => {
  const [, name, attributes = ""] = START_TAG.exec(source) ?? [];
  if (name === undefined) return null;
  const closing = { name, closing: true, attributes: "", answers: [] };
  return {
    name,
    closing: false,
    attributes,
    answers: [],
    end: VOID.has(name) ? null : { written: `</${name}>`, tag: closing },
    endsItsLike: ENDED_BY_ITS_LIKE.has(name),
  };
});

let latest: { readonly html: string; readonly pieces: readonly Piece[] | null } = { html: "", pieces: null };

/**
 * Reads a page that is written as plainly as the layouts write it: a doctype, then lower-case tags whose attributes are quoted
 * and hold no reference, each element ended by its own tag, and texts without «<». Every parser reads such a page in one and the same
 * way. Null for any other page, for example one with a comment, a self-closing tag or a reference in an attribute. Keeps the page read
 * last: it is read by two.
 */
export function readPlainMarkup(html: string): readonly Piece[] | null {
  if (latest.html !== html) latest = { html, pieces: read(html) };
  return latest.pieces;
}

function read(html: string): readonly Piece[] | null {
  if (!html.startsWith(DOCTYPE)) return null;
  const pieces: Piece[] = [];
  const open: StartTag[] = [];
  for (let start = DOCTYPE.length; start < html.length; ) {
    const at = html.indexOf("<", start);
    if (at === -1) return null;
    const text = html.slice(start, at);
    const parent = open.at(-1);
    if (html.startsWith("/", at + 1)) {
      const end = parent?.end ?? null;
      if (end === null || !html.startsWith(end.written, at)) return null;
      pieces.push({ text, tag: end.tag });
      open.pop();
      start = at + end.written.length;
    } else {
      const close = html.indexOf(">", at);
      const tag = close === -1 ? null : startTagOf(html.slice(at + 1, close));
      if (tag === null || !mayStandIn(parent, tag)) return null;
      if (tag.end !== null) open.push(tag);
      else if (open.some(({ name }) => name === "svg")) return null;
      pieces.push({ text, tag });
      start = close + 1;
    }
  }
  return open.length === 0 ? pieces : null;
}

/** Whether neither the element around it nor another is ended or begun by a tag that is not written (HTML, 13.1.2.4 and 13.2.6.5). */
function mayStandIn(parent: StartTag | undefined, { name, endsItsLike }: StartTag): boolean {
  if (parent?.name === name && endsItsLike) return false;
  if (parent?.name === "p" && !PHRASING.has(name)) return false;
  return (name !== "tbody" && name !== "tfoot") || parent?.name === "table";
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
