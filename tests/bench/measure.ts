import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/**
 * What a whole command took: seconds on the wall, and the most memory that its processes held together, in megabytes; null where
 * the system does not tell.
 */
export interface Measure {
  readonly seconds: number;
  readonly megabytes: number | null;
}

/** How often the memory is looked at, in milliseconds. */
const LOOK = 200;

/**
 * Clears a place for a build without removing anything: ext4 without a journal makes files slowly for minutes where many have just
 * been removed (a millisecond each), which would be measured with the build.
 */
export function moveAway(path: string, trash: string): void {
  if (existsSync(path)) renameSync(path, join(trash, randomUUID()));
}

/** Runs a command and measures it. Throws with its output when it fails. */
export async function measure([file = "", ...args]: readonly string[], cwd: string): Promise<Measure> {
  const started = performance.now();
  const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let [output, most] = ["", 0];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  const watch = setInterval(() => {
    most = Math.max(most, memoryBelow(child.pid ?? 0));
  }, LOOK);
  const code = await new Promise<number | null>((done, failed) => {
    child.once("error", failed).once("close", done);
  }).finally(() => clearInterval(watch));
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${[file, ...args].join(" ")}\n${output}`);
  return { seconds, megabytes: most === 0 ? null : Math.round(most / 1024) };
}

/** What a process and those below it hold at this moment, in kilobytes; what some of them share is counted once (Linux: Pss). */
function memoryBelow(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
    return children.reduce((sum, child) => sum + memoryBelow(Number(child)), Number(own ?? 0));
  } catch {
    return 0; // It has ended, or this is no Linux.
  }
}

/** The medians of several measures of one thing. */
export function median(measures: readonly Measure[]): Measure {
  const middle = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const memory = measures.flatMap(({ megabytes }) => megabytes ?? []);
  return {
    seconds: middle(measures.map(({ seconds }) => seconds)),
    megabytes: memory.length === 0 ? null : middle(memory),
  };
}
