import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { readJson } from "../format/unknown.ts";
import { CACHE_FOLDER, cacheFile, usedFiles } from "./cache.ts";

/** What no build has used for so many days is thrown away. */
const DAYS_KEPT = 30;
const JOURNAL = "unused-since.json";
/** The day, in days since 1970, of the first build that did without a file, if none has used it since. */
const Journal = z.record(z.string(), z.int());

/** Throws away what no build has used for long. Call it at the end of a build that has used all that it needs. */
export async function pruneCache(): Promise<void> {
  const today = Math.floor(Date.now() / 86_400_000);
  // None, or none that can be read: the days then begin anew.
  const known = await readFile(join(CACHE_FOLDER, JOURNAL), "utf8").catch(() => "");
  const journal = readJson(Journal, known) ?? {};
  const next: Record<string, number> = {};
  for (const name of await readdir(CACHE_FOLDER)) {
    if (name === JOURNAL || usedFiles().has(name)) continue;
    const since = journal[name] ?? today;
    if (today - since <= DAYS_KEPT) next[name] = since;
    else await rm(join(CACHE_FOLDER, name), { recursive: true, force: true });
  }
  const text = JSON.stringify(next);
  if (text !== known) cacheFile(JOURNAL, [Buffer.from(text)]);
}
