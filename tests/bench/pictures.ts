import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { landscape } from "../support/photographs.ts";
import { readCount } from "../support/sequence.ts";
import { copyProject, type Project } from "../support/site.ts";

/** How often each of the two is built; one time of a second or two says little. */
const ROUNDS = 25;

const USAGE = `npm run bench:pictures [-- <number of photographs>]

Times a build with photographs of 12 megapixels (200, unless said): with an empty cache; then, medians of ${ROUNDS} after a word was
changed, with a full one, and with none of the photographs but all of their pages. Tells the peak memory of the first.
Needs /usr/bin/time.

  --help   this text

Ends with 0 when the figures are told, 2 when used wrongly, 3 when a program is missing or a build fails.`;

/** One build as a whole process: seconds, and the most memory that any of its processes held, in megabytes. */
function build({ root }: Project): { readonly seconds: number; readonly megabytes: number } {
  const started = performance.now();
  const run = ["-f", "%M", process.execPath, "src/build/cli/run.cjs", "build"];
  const { status, stderr } = spawnSync("/usr/bin/time", run, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, megabytes: Number(stderr.trim().split("\n").at(-1)) / 1024 };
}

/** Adds pictures to the register: with their photographs, or with drawings in their place. */
async function addPictures(project: Project, count: number, withPhotographs: boolean): Promise<void> {
  const original = await (await landscape(4000, 3000)).jpeg({ quality: 90 }).toBuffer();
  const path = join(project.root, "_data/pictures.json");
  const { pictures } = JSON.parse(readFileSync(path, "utf8"));
  for (let number = 1; number <= count; number++) {
    const id = `bilde-${number}`;
    pictures.push({ ...pictures[0], id, title: `Bilde ${number}`, alt: `Vinnerne, nummer ${number}` });
    // What follows the picture's end makes each file another one.
    const file = join(project.root, `src/content/2017/bilder/${id}.jpg`);
    if (withPhotographs) writeFileSync(file, Buffer.concat([original, Buffer.from(id)]));
  }
  writeFileSync(path, JSON.stringify({ pictures }, null, 2));
}

/** An edit, so that there is something to build. */
function changeOneWord({ root }: Project, round: number): void {
  const page = join(root, "src/content/om-nettstedet.md");
  writeFileSync(
    page,
    readFileSync(page, "utf8").replace(/Et lite nettsted( \d+)?/, `Et lite nettsted ${round}`),
  );
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function benchmark(count: number): Promise<void> {
  const [plain, pictured] = [copyProject(), copyProject()];
  try {
    await addPictures(plain, count, false);
    await addPictures(pictured, count, true);
    build(plain);
    const cold = build(pictured);
    const rounds = Array.from({ length: ROUNDS }, (_, round) => {
      for (const project of [plain, pictured]) changeOneWord(project, round);
      // Each is the first every second time.
      if (round % 2 === 0) return { without: build(plain).seconds, warm: build(pictured).seconds };
      const warm = build(pictured).seconds;
      return { without: build(plain).seconds, warm };
    });
    const warm = median(rounds.map((round) => round.warm));
    const without = median(rounds.map((round) => round.without));
    console.log(
      `${count} photographs, cold: ${cold.seconds.toFixed(1)} s, at most ${cold.megabytes.toFixed(0)} MB`,
    );
    const inPairs = median(rounds.map((round) => round.warm / round.without));
    console.log(
      `warm, one word changed: ${warm.toFixed(2)} s; without photographs: ${without.toFixed(2)} s; ratio ${(warm / without).toFixed(2)}, median of the pairs ${inPairs.toFixed(2)}`,
    );
  } finally {
    plain.remove();
    pictured.remove();
  }
}

await main(
  USAGE,
  {},
  async (_, [count = "200"]) => {
    await benchmark(readCount(count));
    return EXIT.done;
  },
  { names: true },
);
