import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../bench/corpus.ts";
import { Random } from "../mutation/random.ts";
import { copyProject, digestOf } from "../support/site.ts";
import { damages, edits } from "./edits.ts";

/** Of a project that is edited and built again and again, and of its content built from nothing each time. */
export interface Comparison {
  readonly builds: number;
  /** How many of the builds had content without mistakes. */
  readonly right: number;
  /** Each build that was not the same as the one from nothing, with what had been done before it. */
  readonly differences: readonly string[];
}

/** One build in so many finds its cache damaged. */
const DAMAGED = 3;

/**
 * Edits a small corpus at random, builds it with whatever the cache then holds, and builds the same content in a project that has
 * no cache. What comes out, every byte and every line, must be the same.
 */
export function compareWithCold(
  { count, seed }: { readonly count: number; readonly seed: number },
  told: (build: number, done: string) => void,
): Comparison {
  const random = new Random(seed);
  const [warm, cold] = [copyProject(), copyProject()];
  writeCorpus(warm.root, 12);
  const start = copyProject();
  writeCorpus(start.root, 12);
  const differences: string[] = [];
  let right = 0;
  warm.run("build");
  for (let build = 1; build <= count; build++) {
    const done = [random.pick(edits)(warm.root, random)];
    if (existsSync(join(warm.root, ".cache/made")) && random.below(DAMAGED) === 0)
      done.push(random.pick(damages)(warm.root, random));
    const what = done.filter((each) => each !== null).join("; ");
    for (const part of ["src", "_data"]) {
      rmSync(join(cold.root, part), { recursive: true, force: true });
      cpSync(join(warm.root, part), join(cold.root, part), { recursive: true });
    }
    for (const part of ["dist", ".cache/made"])
      rmSync(join(cold.root, part), { recursive: true, force: true });
    const results = [warm, cold].map((project) => {
      const { code, output } = project.run("build");
      const isBuilt = code === 0;
      if (isBuilt && project === cold) right++;
      return JSON.stringify([
        code,
        output.replace(/\[11ty\].*\n|Bygd i .*\n|Ingenting er endret .*\n|.*: \d+ av \d+\n/g, ""),
        isBuilt ? digestOf(join(project.root, "dist")) : null,
      ]);
    });
    if (results[0] !== results[1]) differences.push(`build ${build} (${what}):\n${results.join("\n")}`);
    told(build, what);
    // A mistake stays until it is mended; so that not every later build is told of it, the content begins anew.
    if (results[1]?.startsWith("[0") !== true)
      for (const part of ["src", "_data"]) {
        rmSync(join(warm.root, part), { recursive: true, force: true });
        cpSync(join(start.root, part), join(warm.root, part), { recursive: true });
      }
  }
  for (const project of [warm, cold, start]) project.remove();
  return { builds: count, right, differences };
}
