import { EXIT, main } from "../../src/build/cli/command.ts";
import { UsageFault } from "../../src/build/output/environment.ts";

/** How many random steps to take, and the seed that their sequence follows from. */
export interface Sequence {
  readonly count: number;
  readonly seed: number;
}

/**
 * Runs a harness that takes `--count` steps from `--seed`. `work` says whether its promise was kept: the exit code is 0 then, else 1.
 */
export async function runSequence(
  usage: string,
  usual: number,
  work: (sequence: Sequence) => Promise<boolean> | boolean,
): Promise<void> {
  const options = {
    count: { type: "string", default: `${usual}` },
    seed: { type: "string", default: "1" },
  } as const;
  await main(usage, options, async (values) => {
    const sequence = { count: readCount(values.count), seed: readCount(values.seed) };
    return (await work(sequence)) ? EXIT.done : EXIT.content;
  });
}

/** A whole number from 1. Throws a {@link UsageFault} when the text is none. */
export function readCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageFault(`«${text}» is no whole number from 1.`);
}
