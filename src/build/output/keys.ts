import { sha256 } from "./cache.ts";

/** A longer text is told by its digest. */
const LONGEST = 128;

/**
 * Gives a function that gives each value a key: the same for two values that are the same as JSON and take each other's place.
 * A part that many values share is looked at only once: a thousand pages with the same site around them cost little more than one.
 */
export function keys(): (value: object) => string {
  const known = new Map<object, string>();
  const partOf = (part: unknown): string => {
    if (typeof part !== "object" || part === null) return JSON.stringify(part) ?? "";
    const key = known.get(part) ?? shorten(textOf(part));
    known.set(part, key);
    return key;
  };
  return (value) => {
    let text = "";
    for (const [name, part] of Object.entries(value)) text += `${JSON.stringify(name)}:${partOf(part)},`;
    return shorten(`{${text}}`);
  };
}

/** No text of JSON begins with this sign. */
function shorten(text: string): string {
  return text.length > LONGEST ? `#${sha256(text, "base64")}` : text;
}

let inKey = false;

/** A value as JSON, in which the digest of each shared thing stands for it. */
function textOf(value: object): string {
  inKey = true;
  try {
    return JSON.stringify(value);
  } finally {
    inKey = false;
  }
}

/** Marks a thing that many values have somewhere in them, such as a register's row: in their keys it is looked at only once. */
export function shared<Thing extends object>(thing: Thing): Thing {
  let digest: string | undefined;
  const toJSON = () => {
    if (!inKey) return thing;
    digest ??= sha256(JSON.stringify({ ...thing }), "base64");
    return digest;
  };
  // Not counted among its fields: copies of it, with others changed, do not have it.
  return Object.defineProperty(thing, "toJSON", { value: toJSON });
}
