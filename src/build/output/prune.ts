import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../format/unknown.ts";
import { CACHE_FOLDER, cacheFile, isDraft, usedFiles } from "./cache.ts";

/** What no build has used for so many days is thrown away. */
const DAYS_KEPT = 30;
const JOURNAL = "last-used.json";
/** The day on which each file was last used, in days since 1970. */
const Journal = z.record(z.string(), z.int());

/** Throws away what no build has used for long. Call it at the end of a build that has used all that it needs. */
export async function pruneCache(): Promise<void> {
  const today = Math.floor(Date.now() / 86_400_000);
  // None, or none that can be read: the days then begin anew.
  const journal =
    readJson(Journal, await readFile(join(CACHE_FOLDER, JOURNAL), "utf8").catch(() => "")) ?? {};
  const next: Record<string, number> = {};
  for (const name of await readdir(CACHE_FOLDER)) {
    if (name === JOURNAL || isDraft(name)) continue;
    const last = usedFiles().has(name) ? today : (journal[name] ?? today);
    if (today - last <= DAYS_KEPT) next[name] = last;
    else await rm(join(CACHE_FOLDER, name), { force: true });
  }
  await cacheFile(JOURNAL, Buffer.from(JSON.stringify(next)));
}
