import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { contentFolders } from "../../build/contract/read.ts";
import { EnvironmentFault } from "../../build/output/environment.ts";
import { MANIFEST, type Manifest, readManifest } from "../../build/output/manifest.ts";
import { copyCode, furnish } from "../files/copy.ts";

/** A project built in a folder of its own. */
export interface Build {
  readonly root: string;
  readonly dist: string;
  readonly manifest: Manifest;
}

const run = promisify(execFile);

/** The commit that a change begins at: where the reference and HEAD last were one. Null when there is no such commit. */
export async function baseCommit(reference: string): Promise<string | null> {
  const git = async (...args: readonly string[]) => (await run("git", [...args])).stdout.trim();
  try {
    const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`);
    return await git("merge-base", commit, "HEAD").catch(() => commit);
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "ENOENT")
      throw new EnvironmentFault("Rapporten trenger git, og det er ikke installert.");
    return null;
  }
}

/** Folders for the two sides of a comparison; gone when the work is done. */
export async function inFolders<Result>(
  work: (base: string, head: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "rapport-"));
  try {
    const sides = [join(folder, "base"), join(folder, "head")] as const;
    for (const side of sides) await mkdir(side);
    return await work(...sides);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts a commit's files into a folder. */
export async function checkOut(commit: string, root: string): Promise<void> {
  const env = { ...process.env, GIT_INDEX_FILE: join(root, "..", "index") };
  await run("git", ["read-tree", commit], { env });
  await run("git", ["checkout-index", "--all", `--prefix=${root}/`], { env });
  await furnish(".", root);
}

/** Puts the content that lies in one folder under the code of the working tree, in another: of this one, all as it stands. */
export async function withThisCode(content: string, root: string): Promise<void> {
  await copyCode(".", root);
  for (const part of contentFolders) {
    await rm(join(root, part), { recursive: true, force: true });
    await cp(join(content, part), join(root, part), { recursive: true });
  }
}

/** Builds the project in a folder with its own code; null when it cannot be built. `now` is in milliseconds since 1970. */
export async function build(root: string, now: number): Promise<Build | null> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(now / 1000)) };
  const child = spawn(process.execPath, ["src/build/cli/run.cjs", "build"], {
    cwd: root,
    env,
    stdio: "ignore",
  });
  await once(child, "exit");
  if (child.exitCode !== 0) return null;
  const dist = join(root, "dist");
  const manifest = readManifest(await readFile(join(dist, MANIFEST), "utf8"));
  return manifest === null ? null : { root, dist, manifest };
}
