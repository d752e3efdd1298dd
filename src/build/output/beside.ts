import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";

/** Puts these files where they belong. Of an earlier build's, `known` are taken away; what else lies there is left alone. */
export async function placeBeside(folder: string, place: string, known: readonly string[]): Promise<void> {
  for (const name of known) await rm(join(place, name), { force: true });
  const names = await readdir(folder);
  if (names.length > 0) await mkdir(place, { recursive: true });
  for (const name of names) await rename(join(folder, name), join(place, name));
  await rmdir(folder);
  if (names.length === 0 && (await readdir(place).catch(() => ["none"])).length === 0) await rmdir(place);
}
