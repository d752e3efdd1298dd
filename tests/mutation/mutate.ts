import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../src/build/contract/problem.ts";
import { readContent } from "../../src/build/contract/read.ts";
import { sayProblem } from "../../src/build/contract/say.ts";
import { filesBelow } from "../support/site.ts";
import { damages } from "./damage.ts";
import { Random } from "./random.ts";
import { faultsInSite } from "./render.ts";

/** What became of a run: how often each kind of damage gave a site, was told near, and everything that went otherwise. */
export interface Tally {
  readonly count: number;
  readonly sites: number;
  readonly told: number;
  /** Told at the place that refers to what is no longer there, naming the damaged file. */
  readonly missed: number;
  readonly failures: readonly string[];
}

/** Lines from the damage within which it must be told. */
const NEAR = 2;

/** Damages one content file after another, from the seed, and holds the contract to its promise each time. */
export async function mutate(
  root: string,
  { count, seed }: { readonly count: number; readonly seed: number },
  progress: (done: number) => void,
): Promise<Tally> {
  const random = new Random(seed);
  const files = ["_data", "src/content"]
    .flatMap((folder) => filesBelow(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(?:md|json)$/.test(file));
  const failures: string[] = [];
  let [sites, told, missed] = [0, 0, 0];
  for (let done = 0; done < count; ) {
    const file = random.pick(files);
    const path = join(root, file);
    const original = readFileSync(path, "utf8");
    const { name, apply } = random.pick(damages);
    const damaged = apply(original, random);
    if (damaged === null || damaged === original) continue;
    writeFileSync(path, damaged);
    const fault = await judge(root, file, damagedLines(original, damaged));
    writeFileSync(path, original);
    done++;
    if (fault === "site") sites++;
    else if (fault === "told") told++;
    else if (fault === "missed") missed++;
    else failures.push(`${file}, ${name}, damage ${done}: ${fault}\n${excerpt(original, damaged)}`);
    progress(done);
  }
  return { count, sites, told, missed, failures };
}

async function judge(root: string, file: string, [from, to]: readonly [number, number]): Promise<string> {
  try {
    const { site, problems } = await readContent(root);
    if (site !== null) return (await faultsInSite(site))[0] ?? "site";
    const english = problems.find(({ message }) => !isNorwegian(message));
    if (english !== undefined) return `not in Bokmål: ${sayProblem(english)}`;
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    // What a block has lost can be anywhere in its paragraph, or be its end after that, and is told where it begins.
    const isBlock = ({ rule, line }: Problem) =>
      (rule === "broken-markup" || rule === "unclosed-block") &&
      line <= from &&
      lines[line - 2] === "" &&
      lines.slice(line - 1, rule === "unclosed-block" ? from - 1 : from).every((text) => text !== "");
    const near = (problem: Problem) =>
      problem.file === file &&
      (isBlock(problem) || (problem.line >= from - NEAR && problem.line <= to + NEAR));
    if (problems.some(near)) return "told";
    if (problems.some(({ message }) => message.includes(file))) return "missed";
    return `told elsewhere: ${problems.slice(0, 3).map(sayProblem).join(" | ")}`;
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
}

/** Every message has at least one of the words that no English sentence has. */
function isNorwegian(message: string): boolean {
  return /(?<!\p{L})(?:er|ikke|skal|mangler|Ukjent|Ingenting|Mangler|til|skrives|står|finnes|har|må|Legg|ligner|kan)(?!\p{L})/u.test(
    message,
  );
}

/** The first and last line, from 1, that differ in the damaged text. */
function damagedLines(original: string, damaged: string): readonly [number, number] {
  const [before, after] = [original.split("\n"), damaged.split("\n")];
  const from = after.findIndex((line, index) => line !== before[index]);
  if (from === -1) return [after.length, after.length];
  let tail = 0;
  while (tail < after.length - from && after.at(-1 - tail) === before.at(-1 - tail)) tail++;
  return [from + 1, Math.max(from + 1, after.length - tail)];
}

function excerpt(original: string, damaged: string): string {
  const [from, to] = damagedLines(original, damaged);
  const show = (text: string) =>
    text
      .split("\n")
      .slice(Math.max(0, from - 2), to + 1)
      .map((line) => line.slice(0, 110));
  return [...show(original).map((line) => `  - ${line}`), ...show(damaged).map((line) => `  + ${line}`)].join(
    "\n",
  );
}
