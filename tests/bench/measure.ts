import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/** What a whole process took: seconds on the wall, and the most memory that any process of it held, in megabytes. */
export interface Measure {
  readonly seconds: number;
  readonly megabytes: number | null;
}

/** GNU time tells the memory; without it the table has none. */
const TIME = "/usr/bin/time";

/**
 * Clears a place for a build without removing anything: ext4 without a journal makes files slowly for minutes where many have just
 * been removed (a millisecond each), which would be measured with the build.
 */
export function moveAway(path: string, trash: string): void {
  if (existsSync(path)) renameSync(path, join(trash, randomUUID()));
}

/** Runs a command and measures it. Throws with its output when it fails. */
export function measure(command: readonly string[], cwd: string): Measure {
  const timed = existsSync(TIME);
  const [file = "", ...args] = timed ? [TIME, "-f", "%M", ...command] : command;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, encoding: "utf8", maxBuffer: 1e9 });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")}\n${stdout}${stderr}`);
  const kilobytes = timed ? Number(stderr.trimEnd().split("\n").at(-1)) : null;
  return { seconds, megabytes: kilobytes === null ? null : Math.round(kilobytes / 1024) };
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
