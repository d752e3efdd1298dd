import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { type constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EXIT, main } from "../../src/build/cli/command.ts";
import { readCount } from "../support/sequence.ts";
import { Bench, type Trial } from "./bench.ts";

const USAGE = `npm run crash [-- --cold | --interrupted] [-- --reads] [-- --every 10] [-- --moments 200]

Builds the real site once for each file-system call that a build makes, and there kills it, and lets the call fail in each
way that such a call can. Afterwards dist must be the old site or the new one, byte for byte, and the next build must clean
up and succeed. Each build begins where two others ended. Needs Linux and a C compiler (cc).

  --cold         with an empty cache
  --interrupted  where an earlier build was killed half-way
  --reads        opening a file for reading fails too (too many open files, an I/O error)
  --every        only each n-th crash (1)
  --moments      instead of at calls: kills so many builds, each at a random moment
  --help         this text

Exits with 0 when all is well, 1 when something was lost, 2 when used wrongly, 3 when there is no C compiler.`;

/** How such a call can fail (the manual pages of section 2); reading is only tried with `--reads`. */
const errors: Readonly<Record<string, readonly (keyof typeof constants.errno)[]>> = {
  open: ["EMFILE", "ENOSPC", "EACCES"],
  write: ["ENOSPC", "EIO"],
  mkdir: ["ENOSPC", "EACCES"],
  rename: ["ENOSPC", "EACCES", "EIO"],
  renameat2: ["EACCES", "EIO", "EINVAL"],
  link: ["ENOSPC", "EACCES"],
  unlink: ["EACCES", "EIO"],
  rmdir: ["EACCES", "EIO"],
  fsync: ["EIO", "ENOSPC"],
  syncfs: ["EIO", "ENOSPC"],
};
const readErrors = ["EMFILE", "EIO"] as const;

const OPTIONS = {
  cold: { type: "boolean", default: false },
  interrupted: { type: "boolean", default: false },
  reads: { type: "boolean", default: false },
  every: { type: "string", default: "1" },
  moments: { type: "string" },
} as const;

await main(USAGE, OPTIONS, async (values) => {
  const every = readCount(values.every);
  const moments = values.moments === undefined ? null : readCount(values.moments);
  const folder = mkdtempSync(join(tmpdir(), "innovasjonsprisen-shim-"));
  const shim = join(folder, "shim.so");
  const compiled = spawnSync("cc", [
    "-shared",
    "-fPIC",
    "-O2",
    "-o",
    shim,
    resolve("tests/crash/shim.c"),
    "-ldl",
  ]);
  if (compiled.status !== 0) {
    console.error(`There is no C compiler to be had (cc): ${compiled.stderr ?? compiled.error}`);
    return EXIT.environment;
  }
  const benches = [new Bench(shim, values.cold), new Bench(shim, values.cold)];
  try {
    if (values.interrupted) await Promise.all(benches.map((bench) => bench.beginInterrupted(0.5)));
    return moments === null
      ? await tryCalls(benches, values.reads, every)
      : await tryMoments(benches, moments);
  } finally {
    for (const bench of benches) bench.remove();
    rmSync(folder, { recursive: true });
  }
});

/** Kills builds at moments that are spread at random over as long as one takes. */
async function tryMoments(benches: readonly Bench[], count: number): Promise<number> {
  const durations = await Promise.all(benches.map((bench) => bench.duration()));
  const longest = Math.max(...durations);
  console.log(`${count} builds to kill, within ${Math.round(longest)} ms.`);
  const { wrong } = await tryAll(
    benches,
    Array.from({ length: count }, () => ({ after: Math.random() * longest })),
  );
  return verdict(wrong);
}

async function tryCalls(benches: readonly Bench[], reads: boolean, every: number): Promise<number> {
  const calls = (await benches[0]?.calls()) ?? [];
  const changing = calls.filter(({ name }) => name in errors);
  const reading = reads ? calls.filter(({ name }) => name === "openread") : [];
  const trials: readonly Trial[] = [
    ...changing.map((call) => ({ call, error: null })),
    ...changing.flatMap((call) => (errors[call.name] ?? []).map((error) => ({ call, error }))),
    ...reading.flatMap((call) => readErrors.map((error) => ({ call, error }))),
  ];
  const chosen = trials.filter((_, index) => index % every === 0);
  const counts = Object.keys(errors).map(
    (name) => `${calls.filter((call) => call.name === name).length} ${name}`,
  );
  console.log(
    `${changing.length} calls change files: ${counts.join(", ")}. ${chosen.length} crashes to try.`,
  );
  const { wrong, killedAt } = await tryAll(benches, chosen);
  const missed = changing.filter(({ name, path }) => !killedAt.has(`${name} ${path}`));
  console.log(`${changing.length - missed.length} of ${changing.length} calls were killed at.`);
  if (every === 1) for (const { name, path } of missed) console.log(`not reached: ${name} ${path}`);
  return verdict(wrong);
}

/** Tries each crash on whichever bench is free. Gives how many went wrong, and the calls that builds were killed at. */
async function tryAll(benches: readonly Bench[], trials: readonly Trial[]) {
  const killedAt = new Set<string>();
  let [tried, wrong] = [0, 0];
  const queue = trials.values();
  await Promise.all(
    benches.map(async (bench) => {
      for (const trial of queue) {
        const { hit, faults } = await bench.try(trial);
        const way = "call" in trial ? (trial.error ?? "SIGKILL") : `SIGKILL after ${trial.after} ms`;
        if (hit !== undefined && way === "SIGKILL") killedAt.add(`${hit.name} ${hit.path}`);
        for (const fault of faults) console.error(`${way} at ${hit?.name} ${hit?.path}: ${fault}`);
        if (faults.length > 0) wrong++;
        if (++tried % 20 === 0) console.log(`${tried} of ${trials.length} tried, ${wrong} wrong.`);
      }
    }),
  );
  console.log(`${tried} crashes tried.`);
  return { wrong, killedAt };
}

function verdict(wrong: number): number {
  console.log(wrong === 0 ? "dist was always the old site or the new one." : `${wrong} went wrong.`);
  return wrong === 0 ? EXIT.done : EXIT.content;
}
