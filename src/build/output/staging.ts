import { linkSync, mkdirSync, readdirSync } from "node:fs";
import { lstat, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { lookAtOutput } from "./emit.ts";
import { codeOf } from "./environment.ts";
import { entriesBelow, isFolder, type Listed } from "./listing.ts";
import { checkReplaceable, readRecord, recordOwned } from "./owned.ts";
import { placesFor } from "./places.ts";
import { inPool } from "./pool.ts";
import { systemCalls } from "./system.ts";

/** How many files are flushed to the disk at a time. */
const FLUSHES = 16;

/**
 * Opens the folders to build in. Call it under the lock. What an earlier build left in the staging folder, finished or not, is still in
 * it, for most of a site is the same from build to build: who builds takes away what is not (`clearOutput`). All else that builds left is
 * removed, and a site that was set aside when the machine stopped is put back.
 */
export async function openStaging(output: string): Promise<void> {
  const { builds, staging, beside, setAside } = placesFor(output);
  if (!(await exists(output)) && (await exists(setAside))) await rename(setAside, output);
  await mkdir(builds, { recursive: true });
  const left = await readdir(builds, { withFileTypes: true });
  const others = left.filter((entry) => entry.name !== basename(staging) || !entry.isDirectory());
  for (const path of [setAside, ...others.map(({ name }) => join(builds, name))])
    await rm(path, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(staging, { recursive: true });
  await mkdir(beside);
}

/**
 * Begins a folder to build in that is empty, as after a first build, with links to the site that stands: most of it will be the same
 * again, and the process that builds would have to link it otherwise. Does as much as the disk can. Gives how all looks that is in it then.
 */
export function beginWithStanding(staging: string, output: string): string[] {
  if (!isFolder(output) || readdirSync(staging).length > 0) return lookAtOutput(staging);
  try {
    // A link looks as what it leads to.
    return lookAtOutput(output, (name, entry) => {
      if (entry.isDirectory()) mkdirSync(`${staging}/${name}`);
      else linkSync(`${output}/${name}`, `${staging}/${name}`);
    });
  } catch {
    // Another disk, or one without second names: what is missing is written.
    return lookAtOutput(staging);
  }
}

/**
 * Puts the finished site, of the files named, in place of the old one, whole: see `docs/decisions/0004-publishing.md` for what holds where.
 * The old site stays in the staging folder until the next build, for readers that are in the middle of it. `old` is what has just been
 * found in its place.
 */
export async function publish(
  staging: string,
  output: string,
  files: readonly string[],
  old: readonly Listed[],
): Promise<void> {
  await flush(staging);
  const recorded = await readRecord(output);
  await checkReplaceable(output, old, files, recorded);
  // From build to build most sites have the same files: then the record is already what it is to be, before and after.
  const both = new Set([...files, ...(recorded ?? [])]);
  if (both.size !== recorded?.length) await recordOwned(output, [...both]);
  await replace(staging, output);
  for (const folder of [dirname(output), dirname(staging)]) await flushFolder(folder);
  if (both.size !== files.length) await recordOwned(output, files);
}

/** The same without waiting for the disk, in a folder where nobody else has files: for what is built again when the machine starts. */
export async function replace(staging: string, output: string): Promise<void> {
  if (!(await exists(output))) return rename(staging, output);
  const calls = await systemCalls();
  try {
    if (calls !== null) return calls.exchange(output, staging);
  } catch (error) {
    if (!isUnsupported(error)) throw error;
  }
  const { setAside } = placesFor(output);
  await rename(output, setAside);
  await rename(staging, output).catch(async (error: unknown) => {
    await rename(setAside, output);
    throw error;
  });
}

/** What a file system answers that knows no exchange (renameat2(2): EINVAL; older kernels: ENOSYS). */
function isUnsupported(error: unknown): boolean {
  return ["EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(codeOf(error));
}

/** Waits until all bytes and names below a folder are on the disk. */
async function flush(folder: string): Promise<void> {
  if (await flushAtOnce(folder)) return;
  const entries = [...entriesBelow(folder)];
  const files = entries.flatMap(([name, entry]) => (entry.isDirectory() ? [] : [name]));
  await inPool(files, FLUSHES, (name) => flushFile(join(folder, name)));
  for (const [name, entry] of entries) if (entry.isDirectory()) await flushFolder(join(folder, name));
  await flushFolder(folder);
}

/** Waits until all that was written on a folder's file system is on the disk, in one call. Gives whether the system has it. */
export async function flushAtOnce(path: string): Promise<boolean> {
  const calls = await systemCalls();
  if (calls === null || calls.flush === null) return false;
  const folder = await open(path, "r");
  try {
    calls.flush(folder.fd);
    return true;
  } finally {
    await folder.close();
  }
}

async function flushFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

/** A folder's names. Windows has no such call, and keeps them by itself. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
