import { relative, sep } from "node:path";
import { entriesBelow } from "../output/listing.ts";

/**
 * Compares what lies in the output folder with what the build meant to write (paths from the folder, with forward slashes), and
 * names every difference in Bokmål: files that nobody meant, links, and files that are not there. Empty when all is as it should be.
 */
export function outputFaults(folder: string, meant: ReadonlySet<string>): readonly string[] {
  const faults: string[] = [];
  const found = new Set<string>();
  for (const [name, entry] of entriesBelow(folder)) {
    if (entry.isDirectory()) continue;
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

/** A path below the folder as its name in the output: relative, with forward slashes. */
export function nameInOutput(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
