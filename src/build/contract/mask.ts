/** Stands for each character that is no running word: neither a space nor a letter, so that no rule takes it for one. */
export const MASK = "\ufffc";

/** What is masked, with what is in all of it: most texts have none of that, which is seen at once. */
const NO_WORDS: readonly (readonly [marks: readonly string[], pattern: RegExp])[] = [
  [["```", "~~~"], /^(```|~~~)[\s\S]*?(?:^\1|$(?![\s\S]))/gm],
  [["`"], /(`+)(?!`)[^\n]*?[^`]\1(?!`)/g],
  // What must stand before it is looked at after its first sign: most characters are not that.
  [["]("], /\((?<=\]\()(?:[^()\n]|\([^()\n]*\))*\)/g],
  [["]:"], /^[ \t]*\[[^\]\n]+\]:.*$/gm],
  [["<"], /<(?:[a-z][a-z0-9+.-]*:[^\s<>]*|[\w.+-]+@[\w.-]+)>/gi],
  [["://", "www.", "Www.", "WWW."], /<?(?:https?:\/\/|\bwww\.)[^\s<>]*>?/gi],
  [["[@"], /\[@[a-z0-9-]+\]/g],
  [["]{"], /(?<=\])\{lang=[^\s{}]*\}/g],
  [[":::"], /^:::.*$/gm],
  [["|"], /^[ |:-]+$/gm],
];

/**
 * The Markdown's running words alone, everything else masked one for one, so that offsets stay the same: code, the
 * addresses of links, citations, the marks of statements, and the rules of tables.
 */
export function runningText(markdown: string): string {
  return NO_WORDS.filter(([marks]) => marks.some((mark) => markdown.includes(mark))).reduce(
    (text, [, pattern]) => masked(text, pattern),
    markdown,
  );
}

/** The text with what the pattern finds masked one for one. */
export function masked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replace(/[^\n]/g, MASK));
}
