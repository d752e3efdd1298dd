import { sources, touchOf } from "../output/sources.ts";

const CONTENT = /^(?:_data|src\/content)(?:\/|$)/;

/** How the sources are at one moment. */
export interface Tree {
  /** Texts that are other ones whenever a file is added, removed, renamed or written: below the content, and among all else. */
  readonly content: string;
  readonly code: string;
  /** Every folder, from the project's root. */
  readonly folders: ReadonlySet<string>;
}

/**
 * Looks at every source. It asks the disk each time: notices of changes get lost (on network disks, in new folders, when a branch is
 * switched), this does not.
 */
export function lookAtTree(): Tree {
  const lines: { content: string[]; code: string[] } = { content: [], code: [] };
  const folders = new Set<string>();
  for (const [path, entry] of sources()) {
    if (entry.isDirectory()) folders.add(path);
    lines[CONTENT.test(path) ? "content" : "code"].push(
      entry.isDirectory() ? path : `${path} ${touchOf(entry)}`,
    );
  }
  return { content: lines.content.join("\n"), code: lines.code.join("\n"), folders };
}
