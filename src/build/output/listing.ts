import { type Dirent, readdirSync } from "node:fs";

/**
 * Every entry below a folder, a folder before what is in it, with its name from there: relative, with forward slashes. At once: bit by
 * bit takes six times as long.
 */
export function* entriesBelow(folder: string, below = ""): Iterable<readonly [name: string, entry: Dirent]> {
  for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
    const name = below + entry.name;
    yield [name, entry];
    if (entry.isDirectory()) yield* entriesBelow(folder, `${name}/`);
  }
}
