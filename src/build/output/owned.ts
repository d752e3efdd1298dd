import { lstat, readFile, rename, writeFile } from "node:fs/promises";
import * as z from "zod";
import { readJson } from "../format/unknown.ts";
import { EnvironmentFault } from "./environment.ts";
import type { Listed } from "./listing.ts";
import { isSystemLitter } from "./litter.ts";
import { placesFor } from "./places.ts";

/** A name with the digest of its content in it: nobody else makes those. */
const HASHED = /^assets\/.+\.[0-9a-f]{8,}\./;

const SHOWN = 10;

/**
 * Makes sure that the output folder can be replaced without losing anything: it does not exist, or is a folder where each of the `old`
 * files is a build's. `next` are the names that the new build has; they are taken for ours when there is no record (null).
 * Throws an {@link EnvironmentFault} that names what is in the way.
 */
export async function checkReplaceable(
  output: string,
  old: readonly Listed[],
  next: readonly string[],
  recorded: readonly string[] | null,
): Promise<void> {
  const entry = await lstat(output).catch(() => null);
  if (entry === null) return;
  if (entry.isSymbolicLink()) {
    throw new EnvironmentFault(
      `«${output}» er en lenke og blir ikke rørt. Ta bort lenken, og kjør «npm run build» igjen.`,
    );
  }
  if (!entry.isDirectory()) {
    throw new EnvironmentFault(
      `«${output}» er en fil og blir ikke rørt. Gi den et annet navn, og kjør «npm run build» igjen.`,
    );
  }
  const known = new Set([...next, ...(recorded ?? [])]);
  const ours = (name: string) => known.has(name) || (recorded === null && HASHED.test(name));
  const foreign = old
    .filter(([, entry]) => !isSystemLitter(entry.name))
    .filter(([name, entry]) => !entry.isFile() || !ours(name))
    .map(([name]) => `  ${output}/${name}`)
    .sort();
  if (foreign.length === 0) return;
  const more = foreign.length > SHOWN ? [`  og ${foreign.length - SHOWN} til`] : [];
  throw new EnvironmentFault(
    [
      `«${output}» har filer som byggingen ikke har laget. De er ikke rørt, og nettstedet er ikke byttet ut:`,
      ...foreign.slice(0, SHOWN),
      ...more,
      "Flytt dem ut av mappen, eller slett dem, og kjør «npm run build» igjen.",
    ].join("\n"),
  );
}

/** Takes note, under the lock, of the files that are a build's, each once: the old record or the new one, never half of it. */
export async function recordOwned(output: string, names: readonly string[]): Promise<void> {
  const { record } = placesFor(output);
  const draft = `${record}.draft`;
  await writeFile(draft, `${JSON.stringify([...names].sort(), null, 1)}\n`);
  await rename(draft, record);
}

const Names = z.array(z.string());

/** The names on record; null when there is none, as after the cache was deleted. */
export async function readRecord(output: string): Promise<readonly string[] | null> {
  const text = await readFile(placesFor(output).record, "utf8").catch(() => "");
  return readJson(Names, text);
}
