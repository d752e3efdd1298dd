import { sha256 } from "./cache.ts";

let inKey = false;

/**
 * A key for a value, in which shared things stand by their own: the same for two that are the same as JSON and share things in the same
 * places.
 */
export function keyOf(value: object): string {
  inKey = true;
  try {
    return sha256(JSON.stringify(value), "base64");
  } finally {
    inKey = false;
  }
}

/**
 * Marks a thing that many values have somewhere in them, such as a register's row or the site around a page: for their keys it is looked
 * at only once, and a thousand pages with the same site around them cost little more than one. It must not change any more.
 */
export function shared<Thing extends object>(thing: Thing): Thing {
  let key: string | undefined;
  let isLookedAt = false;
  const toJSON = () => {
    if (!inKey || isLookedAt) return thing;
    if (key === undefined) {
      isLookedAt = true;
      key = sha256(JSON.stringify(thing), "base64");
      isLookedAt = false;
    }
    return key;
  };
  // Not counted among its fields: copies of it, with others changed, do not have it.
  return Object.defineProperty(thing, "toJSON", { value: toJSON });
}
