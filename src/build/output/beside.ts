import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A folder beside the staging one, for the files that are not served: whoever runs the server needs them. */
export async function openBeside(staging: string): Promise<string> {
  // Not the staging folder's name with an ending: Node 20's permission model then loses the right to the shorter one itself.
  const folder = join(dirname(staging), `deploy-${basename(staging)}`);
  await mkdir(folder);
  return folder;
}

/** Puts these files where they belong. Of an earlier build's, `known` are taken away; what else lies there is left alone. */
export async function placeBeside(folder: string, place: string, known: readonly string[]): Promise<void> {
  for (const name of known) await rm(join(place, name), { force: true });
  const names = await readdir(folder);
  if (names.length > 0) await mkdir(place, { recursive: true });
  for (const name of names) await rename(join(folder, name), join(place, name));
  await rmdir(folder);
  if (names.length === 0 && (await readdir(place).catch(() => ["none"])).length === 0) await rmdir(place);
}
