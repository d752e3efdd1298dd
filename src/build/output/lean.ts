import { LITERAL_AMPERSAND, type Piece, perTag, readPlainMarkup, type Tag } from "../format/markup.ts";

/** Elements around which the minifier keeps a space. There are more; these are the ones that the pages use. */
const INLINE = new Set("a abbr b cite code em i s small span strong sub sup time".split(" "));

/**
 * Whether a page has nothing left for the minifier to take away, so that it would give back the very same bytes. Says no in
 * every doubtful case: html-minifier-terser stays the authority, and is asked wherever it may have something to do.
 */
export function isLean(html: string): boolean {
  const pieces = readPlainMarkup(html);
  return (
    pieces?.every(({ text, tag }, index) => isLeanTag(tag) && (text === "" || isLeanText(pieces, index))) ===
    true
  );
}

/** White space that it would take away or write otherwise, and ampersands that might begin a reference. */
const FAT = new RegExp(`[^\\S \u00a0]|[ \u00a0] | \u00a0|^\u00a0|\u00a0$|&(?!${LITERAL_AMPERSAND})`);

function isLeanText(pieces: readonly Piece[], index: number): boolean {
  const text = pieces[index]?.text ?? "";
  const before = pieces[index - 1]?.tag;
  if (before?.name === "script" && !before.closing) return text === text.trim() && !text.includes("&");
  if (FAT.test(text)) return false;
  if (text.startsWith(" ") && wordsBeside(pieces, index, -1)?.endsWith(" ") !== false) return false;
  return !text.endsWith(" ") || wordsBeside(pieces, index, 1)?.startsWith(" ") === false;
}

/** The words next to a text, when only ends (before it, -1) or beginnings (after it, 1) of inline elements stand between. */
function wordsBeside(pieces: readonly Piece[], index: number, step: -1 | 1): string | undefined {
  for (let at = index; ; at += step) {
    const tag = pieces[step === 1 ? at : at - 1]?.tag;
    if (tag === undefined || tag.closing === (step === 1) || !INLINE.has(tag.name)) return undefined;
    const { text } = pieces[at + step] ?? { text: "" };
    if (text !== "") return text;
  }
}

/** White space in or around a value. */
const ODD_SPACE = /=" | "| {2}|[^\S \u00a0]/;
/**
 * Attributes that the minifier reads more closely than as text, unless lists of pictures and the window's size have the form in which it
 * leaves them.
 */
const WEIGHED_ATTRIBUTE =
  / (?:style|on[a-z]+)=| srcset="(?![^ ,"]+ \d+w(?:, [^ ,"]+ \d+w)*")| name="viewport"(?! content="width=device-width,initial-scale=1")/;

const isLeanTag = perTag(
  ({ attributes }: Tag) => !ODD_SPACE.test(attributes) && !WEIGHED_ATTRIBUTE.test(attributes),
);
