import { cp, mkdir, rename, rm } from "node:fs/promises";

/** Where a build writes before it is whole. Beside `dist`, on the same disk, so that a rename is enough. */
export const STAGING = ".cache/staging";

/** An empty staging folder, whatever an earlier build left. */
export async function openStaging(): Promise<void> {
  await rm(STAGING, { recursive: true, force: true });
  await mkdir(STAGING, { recursive: true });
}

/** Puts the finished site in place of the old one, whole: two renames, and the old pages are gone. */
export async function swapIn(output: string): Promise<void> {
  const old = ".cache/replaced";
  await rm(old, { recursive: true, force: true });
  await rename(output, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  await rename(STAGING, output).catch(async (error: unknown) => {
    await cp(old, output, { recursive: true });
    throw error;
  });
  await rm(old, { recursive: true, force: true });
}
