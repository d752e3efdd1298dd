import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { copyProject, digestOf, type Project } from "../support/site.ts";

const USAGE = `npm run crash [-- --cold] [-- --reads] [-- --every 10]

Builds the real site once for each file-system call that a build makes, and there kills it, and lets the call fail in each
way that such a call can. Afterwards dist must be the old site or the new one, byte for byte, and the next build must clean
up and succeed. Needs Linux and a C compiler (cc).

  --cold    with an empty cache
  --reads   opening a file for reading fails too (too many open files, an I/O error)
  --every   only each n-th call (1)
  --help    this text

Exits with 0 when all is well, 1 when something was lost, 2 when used wrongly, 3 when there is no C compiler.`;

/** A call of a build, as the shim writes it down: its number from 1, its name, and the path from the project's root. */
interface Call {
  readonly at: number;
  readonly name: string;
  readonly path: string;
}

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
};
const readErrors = ["EMFILE", "EIO"] as const;

interface Trial {
  readonly call: Call;
  /** Null for SIGKILL to every process of the build. */
  readonly error: keyof typeof constants.errno | null;
}

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly calls: readonly Call[];
}

/** A project in which a build is tried, over and over from the same beginning. */
class Bench {
  readonly #project: Project = copyProject();
  readonly #shim: string;
  readonly #beginning: string;
  readonly #cold: boolean;
  readonly old: string;
  readonly new: string;

  constructor(shim: string, cold: boolean) {
    this.#shim = shim;
    this.#cold = cold;
    this.#beginning = mkdtempSync(join(tmpdir(), "innovasjonsprisen-start-"));
    const page = join(this.#project.root, "src/content/om-prisen.md");
    const before = readFileSync(page, "utf8");
    writeFileSync(page, `${before}\nDette avsnittet er nytt.\n`);
    this.#build();
    this.new = digestOf(join(this.#project.root, "dist"));
    writeFileSync(page, before);
    this.#build();
    this.old = digestOf(join(this.#project.root, "dist"));
    for (const part of ["dist", ".cache"])
      cpSync(join(this.#project.root, part), join(this.#beginning, part), { recursive: true });
    writeFileSync(page, `${before}\nDette avsnittet er nytt.\n`);
  }

  #build(): void {
    const { code, output } = this.#project.run("build");
    if (code !== 0) throw new Error(output);
  }

  #reset(): void {
    for (const part of ["dist", ".cache"]) {
      rmSync(join(this.#project.root, part), { recursive: true, force: true });
      if (part === "dist" || !this.#cold)
        cpSync(join(this.#beginning, part), join(this.#project.root, part), { recursive: true });
    }
  }

  /** Builds, and fails at a call when `crash` says so. Gives the exit code (null when killed), what was said, and the calls. */
  async #run(crash: { at: number; error: number } | null): Promise<Run> {
    const { root } = this.#project;
    const [state, log] = [join(this.#beginning, "state"), join(this.#beginning, "log")];
    writeFileSync(state, Buffer.alloc(8));
    writeFileSync(log, "");
    const shimmed = {
      LD_PRELOAD: this.#shim,
      CRASH_ROOT: root,
      CRASH_STATE: state,
      CRASH_LOG: log,
      CRASH_AT: String(crash?.at),
      CRASH_ERRNO: String(crash?.error),
      // One thread for files, so that the order is the same each time.
      UV_THREADPOOL_SIZE: "1",
    };
    const child = spawn(process.execPath, ["src/build/cli/run.cjs", "build"], {
      cwd: root,
      detached: true, // a group of its own, so that it can be killed whole
      env: { ...process.env, ...(crash === null ? {} : shimmed) },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        output += data;
      });
    const code = await new Promise<number | null>((done) => child.once("close", (code) => done(code)));
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    const calls = lines.map((line) => {
      const [number = "", name = "", path = ""] = line.split("\t");
      return { at: Number(number), name, path: path.replace(/[0-9a-f-]{36}|\.\d+(?=\.|$|\/)/g, "*") };
    });
    return { code, output, calls };
  }

  async calls(): Promise<readonly Call[]> {
    this.#reset();
    return (await this.#run({ at: 0, error: 0 })).calls;
  }

  /** Tries one crash. Gives the call that was hit, and what is wrong afterwards: nothing, when all is well. */
  async try({ call, error }: Trial): Promise<{ readonly hit: Call | undefined; readonly faults: string[] }> {
    this.#reset();
    const { root } = this.#project;
    const run = await this.#run({ at: call.at, error: error === null ? 0 : constants.errno[error] });
    const hit = run.calls.find(({ at }) => at === call.at);
    const faults: string[] = [];
    const stands = existsSync(join(root, "dist")) ? digestOf(join(root, "dist")) : "nothing";
    if (stands !== this.old && stands !== this.new) faults.push("dist is neither the old site nor the new");
    if (run.code === 0 && stands !== this.new) faults.push("the build says it is done, and is not");
    if (error !== null && run.code !== 0) {
      if (run.code !== 3) faults.push(`exit code ${run.code}`);
      if (/^\s+at /m.test(run.output)) faults.push(`a stack trace:\n${run.output}`);
      if (existsSync(join(root, ".cache/dist-build.lock")) && call.name !== "unlink")
        faults.push("a lock is left");
    }
    const next = await this.#run(null);
    if (next.code !== 0) faults.push(`the next build fails:\n${next.output}`);
    else if (digestOf(join(root, "dist")) !== this.new) faults.push("the next build is not the new site");
    if (existsSync(join(root, ".cache/dist-build.lock"))) faults.push("the next build leaves a lock");
    const builds = join(root, ".cache/dist-builds");
    const left = existsSync(builds) ? readdirSync(builds).length : 0;
    if (left > 1) faults.push(`${left} unfinished builds are left`);
    return { hit, faults };
  }

  remove(): void {
    this.#project.remove();
    rmSync(this.#beginning, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", default: false },
      cold: { type: "boolean", default: false },
      reads: { type: "boolean", default: false },
      every: { type: "string", default: "1" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
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
    return 3;
  }
  const benches = [new Bench(shim, values.cold), new Bench(shim, values.cold)];
  try {
    return await tryAll(benches, values.reads, Number(values.every));
  } finally {
    for (const bench of benches) bench.remove();
    rmSync(folder, { recursive: true });
  }
}

async function tryAll(benches: readonly Bench[], reads: boolean, every: number): Promise<number> {
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
  const reached = new Set<string>();
  let [tried, wrong, next] = [0, 0, 0];
  await Promise.all(
    benches.map(async (bench) => {
      for (let trial = chosen[next++]; trial !== undefined; trial = chosen[next++]) {
        const { hit, faults } = await bench.try(trial);
        const way = trial.error ?? "SIGKILL";
        if (hit !== undefined) reached.add(`${hit.name} ${hit.path} ${trial.error === null}`);
        for (const fault of faults) console.error(`${way} at ${hit?.name} ${hit?.path}: ${fault}`);
        if (faults.length > 0) wrong++;
        if (++tried % 20 === 0) console.log(`${tried} of ${chosen.length} tried, ${wrong} wrong.`);
      }
    }),
  );
  const missed = changing.filter(({ name, path }) => !reached.has(`${name} ${path} true`));
  console.log(
    `${tried} crashes tried; ${changing.length - missed.length} of ${changing.length} calls were killed at.`,
  );
  if (every === 1) for (const { name, path } of missed) console.log(`not reached: ${name} ${path}`);
  console.log(wrong === 0 ? "dist was always the old site or the new one." : `${wrong} went wrong.`);
  return wrong === 0 ? 0 : 1;
}

process.exitCode = await main();
