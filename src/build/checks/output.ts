import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../output/listing.ts";
import { MANIFEST, namesIn } from "../output/manifest.ts";

/**
 * The names of all files of a site as it was made, with its manifest's; null, when it has told why, if anything else lies there than the
 * manifest says.
 */
export async function finishedNames(folder: string): Promise<readonly string[] | null> {
  const names = namesIn(await readFile(join(folder, MANIFEST), "utf8"));
  const faults = outputFaults(folder, names);
  if (faults.length === 0) return names;
  console.error(sayRefused(faults));
  return null;
}

/**
 * Compares what lies in the output folder with what the build meant to write (paths from the folder, with forward slashes), and
 * names every difference in Bokmål: files that nobody meant, links, and files that are not there. Empty when all is as it should be.
 */
function outputFaults(folder: string, names: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const meant = new Set(names);
  const found = new Set<string>();
  for (const [name, entry] of filesBelow(folder)) {
    found.add(name);
    if (!entry.isFile()) faults.push(`«${name}» er ikke en vanlig fil.`);
    else if (!meant.has(name)) faults.push(`«${name}» er en fil som byggingen ikke skulle skrive.`);
  }
  for (const name of meant) {
    if (name.startsWith("../")) faults.push(`«${name}» ligger utenfor mappen for nettstedet.`);
    else if (!found.has(name)) faults.push(`«${name}» skulle vært skrevet, men mangler.`);
  }
  return faults;
}

/** Tells what is wrong with the site as it was made. */
export function sayRefused(faults: readonly string[]): string {
  return [...faults, "Nettstedet ble ikke slik det skal være. Den forrige byggingen står urørt."].join("\n");
}
