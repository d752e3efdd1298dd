import { closestMatch } from "leven";

/** The known word that was probably meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  return closestMatch(word, [...known], { maxDistance: Math.max(2, Math.floor(word.length / 3)) });
}

/** «Mente du «title»?» when a known word is near, else which words there are. */
export function suggest(word: string, known: readonly string[]): string {
  const near = word === "" ? undefined : nearest(word, known);
  if (near !== undefined) return ` Mente du «${near}»?`;
  return known.length > 0 && known.length <= 12
    ? ` Gyldige her: ${known.map((item) => `«${item}»`).join(", ")}.`
    : "";
}
