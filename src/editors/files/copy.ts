import { existsSync } from "node:fs";
import { cp, mkdir, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";

/** What a build reads besides the content and the packages; the content lies in the last of them, and in `_data`. */
const CODE = [".eleventy.ts", "package.json", "tsconfig.json", "_includes", "src"];

/** Copies the project's code, with what a build needs besides it. */
export async function copyCode(root: string, copy: string): Promise<void> {
  await mkdir(copy, { recursive: true });
  for (const part of CODE) await cp(join(root, part), join(copy, part), { recursive: true });
  await furnish(root, copy);
}

/** Gives a copy of the project what a build needs besides files: the packages, and what was made dearly before. */
export async function furnish(root: string, copy: string): Promise<void> {
  const packages = join(copy, "node_modules");
  if (!existsSync(packages)) await symlink(await realpath(join(root, "node_modules")), packages, "junction");
  for (const kept of [".cache/code", ".cache/made"])
    if (existsSync(join(root, kept)) && !existsSync(join(copy, kept)))
      await cp(join(root, kept), join(copy, kept), { recursive: true });
}
