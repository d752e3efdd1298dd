import { type Dirent, lstatSync, readdirSync } from "node:fs";

/** What lies below a folder, by its name from there: relative, with forward slashes. */
export type Listed = readonly [name: string, entry: Dirent];

/**
 * Every entry below a folder, a folder before what is in it. At once: bit by bit takes six times as long. Of tens of thousands of
 * files it takes a tenth of a second.
 */
export function* entriesBelow(folder: string, below = ""): Iterable<Listed> {
  for (const entry of readdirSync(`${folder}/${below}`, { withFileTypes: true })) {
    const name = below + entry.name;
    yield [name, entry];
    if (entry.isDirectory()) yield* entriesBelow(folder, `${name}/`);
  }
}

/** All but the folders below a folder; none when there is no folder at the path. */
export function filesBelow(folder: string): readonly Listed[] {
  return isFolder(folder) ? [...entriesBelow(folder)].filter(([, entry]) => !entry.isDirectory()) : [];
}

/** Whether there is a folder at a path; a link to one is none. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
