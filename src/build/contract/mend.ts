import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles, readBytes } from "./disk.ts";
import { applyEdits } from "./edit.ts";
import { Report } from "./problem.ts";
import { contentFolders, type Reading, readContent } from "./read.ts";
import type { View } from "./schedule.ts";
import { normalise } from "./text.ts";

/** One correction may uncover another, inside the marks that it set; a few rounds reach the end. */
const MOST_ROUNDS = 5;

/**
 * Makes every correction that is safe for a machine: those that problems carry, line ends, letters' normal form, and no byte-order mark. The
 * rest of each file stays byte for byte. Gives the names of the files changed, and what a reading then says.
 */
export async function mendContent(
  root: string,
  view: View,
): Promise<{ readonly changed: readonly string[]; readonly reading: Reading }> {
  const files = contentFolders
    .flatMap((folder) => [...listFiles(root, folder, new Report()).keys()])
    .filter((file) => /\.(?:md|json)$/.test(file));
  const changed = new Set<string>();
  let reading = await readContent(root, view);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let written = 0;
    for (const file of files) {
      const bytes = readBytes(root, file);
      const text = bytes === null ? null : normalise(bytes);
      if (bytes === null || text === null) continue;
      const edits = reading.problems
        .filter((problem) => problem.file === file)
        .flatMap((problem) => problem.edits);
      const mended = Buffer.from(applyEdits(text, edits));
      if (mended.equals(bytes)) continue;
      await writeFile(join(root, file), mended);
      changed.add(file);
      written++;
    }
    if (written === 0) break;
    reading = await readContent(root, view);
  }
  return { changed: [...changed], reading };
}
