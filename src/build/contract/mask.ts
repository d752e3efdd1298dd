/** Stands for each character that is no running word: neither a space nor a letter, so that no rule takes it for one. */
export const MASK = "\ufffc";

/**
 * The Markdown's running words alone, everything else masked one for one, so that offsets stay the same: code, the
 * addresses of links, citations, the marks of statements, and the rules of tables.
 */
export function runningText(markdown: string): string {
  // What must stand before something is looked at after its first sign: most characters are not that.
  return [
    /^(```|~~~)[\s\S]*?(?:^\1|$(?![\s\S]))/gm,
    /(`+)(?!`)[^\n]*?[^`]\1(?!`)/g,
    /\((?<=\]\()(?:[^()\n]|\([^()\n]*\))*\)/g,
    /^[ \t]*\[[^\]\n]+\]:.*$/gm,
    /<(?:[a-z][a-z0-9+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>/gi,
    /<?(?:https?:\/\/|\bwww\.)[^\s<>]*>?/gi,
    /\[@[a-z0-9-]+\]/g,
    /\{(?<=\]\{)lang=[^\s{}]*\}/g,
    /^:::.*$/gm,
    /^[ |:-]+$/gm,
  ].reduce(masked, markdown);
}

/** The text with what the pattern finds masked one for one. */
export function masked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, MASK));
}
