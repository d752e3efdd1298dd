import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const meant = new Set<string>();

/** Every file that this build has meant to write, by its name in the output: relative, with forward slashes. */
export function meantFiles(): ReadonlySet<string> {
  return meant;
}

/** Takes note of a file that Eleventy itself writes. */
export function noteFile(name: string): void {
  meant.add(name);
}

/** Writes a file into the output folder, at a root-relative address. */
export async function emitFile(folder: string, url: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, url);
  noteFile(url.slice(1));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
