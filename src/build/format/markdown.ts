/** Joins two characters without a break and is not seen: what GitHub would take for a mention or a reference no longer is one. */
const JOINER = "\u2060";

/**
 * Text from content, safe to stand in Markdown that GitHub shows: in a paragraph, in a table's cell, inside a tag. Nothing in it
 * is read as Markdown, HTML, a mention, a reference, an address or a workflow command, and nothing in it is invisible.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .replace(/@|#(?=\d)|\bGH-(?=\d)/g, `$&${JOINER}`)
    .replace(/www(?=\.)/gi, `$&${JOINER}`)
    .replace(/[&<>"`*_~[\](){}#|\\@:$^!]/g, (character) => `&#${character.charCodeAt(0)};`)
    .trim();
}

/** At most so much of a text, cut between words. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, "")} …`;
}
