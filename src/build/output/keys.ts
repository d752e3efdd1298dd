import { sha256 } from "./cache.ts";

/** A longer text is told by its digest. */
const LONGEST = 128;

/** So deep is a value taken apart to see what it shares with others; below, it is written as JSON, which is faster. */
const DEPTH = 2;

/**
 * Gives a function that gives each value a key: the same for two values that are the same as JSON and take each other's place.
 * What many values share is looked at only once: a thousand pages with the same site around them cost little more than one.
 */
export function keys(): (value: object) => string {
  const known = new Map<unknown, string>();
  const keyOf = (value: unknown, depth: number): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
    const found = known.get(value);
    if (found !== undefined) return found;
    const text = textOf(value, depth);
    // No text of JSON begins with this sign.
    const key = text.length > LONGEST ? `#${sha256(text, "base64")}` : text;
    known.set(value, key);
    return key;
  };
  const textOf = (value: object, depth: number): string => {
    if (Array.isArray(value)) return `[${value.map((item) => keyOf(item, depth))}]`;
    if (depth === 0 || "toJSON" in value) return JSON.stringify(value);
    let text = "{";
    for (const [name, part] of Object.entries(value)) text += `${keyOf(name, 0)}:${keyOf(part, depth - 1)},`;
    return `${text}}`;
  };
  return (value) => keyOf(value, DEPTH);
}
