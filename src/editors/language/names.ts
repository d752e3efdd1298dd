import type { Finding } from "./rules.ts";

/** An official name, and where it is registered: «_data/organisations.json:5». */
export interface OfficialName {
  readonly name: string;
  readonly place: string;
}

/** A name of one short word may well be another word too. */
const SHORTEST = 12;

/** Finds the registered names that are written with other capitals, hyphens or spaces: «Asker Kommune». */
export function namePatterns(
  names: readonly OfficialName[],
): readonly (OfficialName & { readonly pattern: RegExp })[] {
  return names
    .filter(({ name }) => /[ -]/.test(name) || name.length >= SHORTEST)
    .map((official) => {
      const words = official.name.split(/[ -]+/).map((word) => word.replace(/[^\p{L}\d]/gu, "\\$&"));
      return {
        ...official,
        pattern: new RegExp(`(?<![\\p{L}-])${words.join("[- ]*\\s?")}(?![\\p{L}-])`, "giu"),
      };
    });
}

/** Official names that are not written as their register writes them. */
export function* nameFindings(text: string, names: ReturnType<typeof namePatterns>): Iterable<Finding> {
  for (const { name, place, pattern } of names) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (found.replace(/\s+/g, " ") === name) continue;
      const message = `«${found.replace(/\s+/g, " ")}» skrives «${name}», som i registeret (${place}).`;
      yield { rule: "official-name", start: index, found, message };
    }
  }
}
