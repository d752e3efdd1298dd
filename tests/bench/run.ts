import { performance } from "node:perf_hooks";
import { copyProject } from "../support/site.ts";
import { writeCorpus } from "./corpus.ts";

const USAGE = `npm run bench

Times whole commands on corpora of 100, 1,000 and 10,000 pages in the site's own model: medians of three runs in seconds.

  --help   this text`;

const SIZES = [100, 1000, 10_000];
const ROUNDS = 3;

/** The median of whole processes, in seconds. Throws when a command fails. */
function time(project: ReturnType<typeof copyProject>, command: "check" | "build"): number {
  const seconds = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    const { code, output } = project.run(command);
    if (code !== 0) throw new Error(output);
    return (performance.now() - started) / 1000;
  });
  return seconds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

if (process.argv.includes("--help")) console.log(USAGE);
else {
  console.log("| pages | check | build |\n| --- | --- | --- |");
  for (const pages of SIZES) {
    const project = copyProject();
    writeCorpus(project.root, pages);
    console.log(
      `| ${pages} | ${time(project, "check").toFixed(2)} s | ${time(project, "build").toFixed(2)} s |`,
    );
    project.remove();
  }
}
