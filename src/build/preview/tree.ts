import { dirname } from "node:path/posix";
import { sources } from "../output/sources.ts";

/** What editors change, in the project. */
export const CONTENT = /^(?:_data|src\/content)(?:\/|$)/;

/** How the sources are at one moment. */
export interface Tree {
  /** For each folder of content a text that is another one whenever a file or a folder in it is added, removed, renamed or written. */
  readonly content: ReadonlyMap<string, string>;
  /** The same in one text for all else. */
  readonly code: string;
  /** Every folder, from the project's root. */
  readonly folders: ReadonlySet<string>;
}

/**
 * Looks at every source. It asks the disk each time: notices of changes get lost (on network disks, in new folders, when a branch is
 * switched), this does not.
 */
export function lookAtTree(): Tree {
  return treeOf(sources());
}

/** The sources as they were, but for one folder of content and all below it: that is looked at again. */
export function lookAgain({ content, code, folders }: Tree, folder: string): Tree {
  const isElsewhere = (path: string) => path !== folder && !path.startsWith(`${folder}/`);
  const again = treeOf([...sources([folder])].filter(([path]) => path !== folder));
  return {
    content: new Map([...[...content].filter(([path]) => isElsewhere(path)), ...again.content]),
    code,
    folders: new Set([...[...folders].filter(isElsewhere), folder, ...again.folders]),
  };
}

function treeOf(found: ReturnType<typeof sources>): Tree {
  const content = new Map<string, string>();
  let code = "";
  const folders = new Set<string>();
  for (const [path, { kind, touch }] of found) {
    if (kind === "folder") folders.add(path);
    const line = `${path} ${kind === "folder" ? "" : touch}\n`;
    const folder = dirname(path);
    if (CONTENT.test(path)) content.set(folder, (content.get(folder) ?? "") + line);
    else code += line;
  }
  return { content, code, folders };
}

/** The folders of content in which something has been touched between two looks, or which are gone. */
export function touchedFolders({ content: before }: Tree, { content: after }: Tree): readonly string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((folder) => before.get(folder) !== after.get(folder));
}

/** Whether nothing has been touched between two looks. */
export function isSame(before: Tree, after: Tree): boolean {
  return before.code === after.code && touchedFolders(before, after).length === 0;
}
