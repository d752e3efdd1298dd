import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { sha256 } from "../../build/output/cache.ts";
import { EnvironmentFault } from "../../build/output/environment.ts";

const PACKAGES = "src/editors/browser/packages";

/**
 * The folder with the editor's own packages, which are installed when they are first needed: exactly those of the lock file,
 * and no script of theirs runs. Throws an EnvironmentFault when they cannot be fetched.
 */
export async function installEditor(tell: (line: string) => void): Promise<string> {
  const lock = await readFile(join(PACKAGES, "package-lock.json"));
  const folder = resolve(`.cache/editor/${sha256(lock).slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  tell("Henter redigeringsverktøyet. Det skjer bare første gang, og krever nett …");
  const draft = `${folder}.${process.pid}`;
  await cp(PACKAGES, draft, { recursive: true });
  try {
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    const shell = process.platform === "win32";
    await promisify(execFile)("npm", args, { cwd: draft, shell });
    await rename(draft, folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = "Redigeringsverktøyet kunne ikke hentes. Sjekk at maskinen er på nett, og prøv igjen.";
    throw new EnvironmentFault(`${hint}\n${reason.trim().split("\n").slice(0, 4).join("\n")}`);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}
