import { copyFile, lstat, mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listFiles } from "../../build/contract/disk.ts";
import { type Problem, Report } from "../../build/contract/problem.ts";
import { contentFolders, readContent } from "../../build/contract/read.ts";

/** Files by their path from the project's root, as they are to be; null for one that is to go. */
export type Changes = ReadonlyMap<string, string | Uint8Array | null>;

/** What the check says of the content with the changes made. */
export interface Verdict {
  readonly problems: readonly Problem[];
  /** The errors that were not there before, wherever they are. */
  readonly newErrors: readonly Problem[];
  /** The files of drafts that lack so much that no page can be made of them. */
  readonly unfinished: readonly string[];
}

/**
 * Checks changes before they are made, on a copy of the content that is kept in a folder of its own. Nothing else is written.
 */
export async function tryChanges(root: string, folder: string, changes: Changes): Promise<Verdict> {
  const view = { now: Date.now(), waitingToo: false };
  await copyContent(root, folder);
  const before = (await readContent(folder, view)).problems;
  await writeChanges(folder, changes);
  const { problems, waiting } = await readContent(folder, view);
  // So that the next copy brings the project's own files back, odd names included.
  await writeChanges(folder, new Map([...changes.keys()].map((file) => [file, null])));
  const known = new Set(before.map(nameOf));
  const newErrors = problems.filter((problem) => problem.severity === "error" && !known.has(nameOf(problem)));
  const unfinished = waiting.filter((page) => page.unfinished).map(({ file }) => file);
  return { problems, newErrors, unfinished };
}

/** What a problem is, wherever in its file it has moved to. */
function nameOf({ file, rule, message }: Problem): string {
  return `${file} ${rule} ${message}`;
}

/** Makes the changes below a folder. A file that has the same bytes already is left alone. */
export async function writeChanges(folder: string, changes: Changes): Promise<void> {
  for (const [file, content] of changes) {
    const path = join(folder, file);
    if (content === null) {
      await rm(path, { force: true });
      continue;
    }
    const before = await readFile(path).catch(() => null);
    if (before?.equals(Buffer.from(content)) === true) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/**
 * Makes the content below a folder the same as the project's, but for files that are about to be changed; what is the same already is
 * left alone.
 */
export async function copyContent(root: string, folder: string, but: Changes = new Map()): Promise<void> {
  const [wanted, found] = [filesIn(root), filesIn(folder)];
  for (const file of found) if (!wanted.includes(file) && !but.has(file)) await rm(join(folder, file));
  for (const file of wanted) {
    const [from, to] = [join(root, file), join(folder, file)];
    const [source, copy] = [await lstat(from), await lstat(to).catch(() => null)];
    if (but.has(file)) continue;
    if (copy?.size === source.size && copy.mtime.getTime() === source.mtime.getTime()) continue;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
    await utimes(to, source.atime, source.mtime);
  }
}

function filesIn(root: string): readonly string[] {
  return contentFolders.flatMap((folder) => [...listFiles(root, folder, new Report()).keys()]);
}
