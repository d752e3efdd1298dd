import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Everything that a build reads, the packages apart. */
const SOURCES = [".eleventy.ts", "package.json", "tsconfig.json", "_data", "_includes", "src"];

/**
 * A text that is another one whenever a file below the sources is added, removed, renamed or written. It asks the disk each
 * time: notices of changes get lost (on network disks, in new folders, when a branch is switched), this does not.
 */
export async function treeState(): Promise<string> {
  return (await Promise.all(SOURCES.map(stateOf))).join("\n");
}

async function stateOf(path: string): Promise<string> {
  const entry = await lstat(path, { bigint: true }).catch(() => null);
  if (entry === null) return "";
  if (!entry.isDirectory()) return `${path} ${entry.ino} ${entry.size} ${entry.mtimeNs} ${entry.ctimeNs}`;
  const names = await readdir(path).catch(() => []);
  return [path, ...(await Promise.all(names.sort().map((name) => stateOf(join(path, name)))))].join("\n");
}
