import { parseArgs } from "node:util";

/** How many random steps to take, and the seed that their sequence follows from. */
export interface Sequence {
  readonly count: number;
  readonly seed: number;
}

/**
 * Runs a harness that takes `--count` steps from `--seed`. `work` says whether its promise was kept: the exit code is 0 then,
 * else 1, and 2 when the command was used wrongly.
 */
export async function runSequence(
  usage: string,
  usual: number,
  work: (sequence: Sequence) => Promise<boolean> | boolean,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: `${usual}` },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  const isUsed = !values.help && Number.isInteger(count) && Number.isInteger(seed);
  if (!isUsed) console.log(usage);
  process.exitCode = isUsed ? ((await work({ count, seed })) ? 0 : 1) : values.help ? 0 : 2;
}
