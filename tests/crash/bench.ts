import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject, digestOf, type Project } from "../support/site.ts";

/** A call of a build, as the shim writes it down: its number from 1, its name, and the path from the project's root. */
export interface Call {
  readonly at: number;
  readonly name: string;
  readonly path: string;
}

/** What happens to a build: a call fails, or all its processes are killed, at a call or after a time in milliseconds. */
export type Trial =
  | { readonly call: Call; readonly error: keyof typeof constants.errno | null }
  | { readonly after: number };

/** What a build leaves in the project. */
const PARTS = ["dist", ".cache"] as const;

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly calls: readonly Call[];
}

/** A project in which a build is tried, over and over from the same beginning. */
export class Bench {
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
    this.#keepBeginning();
    writeFileSync(page, `${before}\nDette avsnittet er nytt.\n`);
  }

  /** Makes what a killed build leaves the beginning: one that dies when it has made so large a part of its calls. */
  async beginInterrupted(part: number): Promise<void> {
    const calls = await this.calls();
    this.#reset();
    await this.#run({ at: Math.ceil(calls.length * part), error: 0 });
    this.#keepBeginning();
  }

  /** In one go, so that files of the site that are the cache's own stay so: what is built upon them is told by that. */
  #keepBeginning(): void {
    for (const part of PARTS) rmSync(join(this.#beginning, part), { recursive: true, force: true });
    execFileSync("cp", ["-a", ...PARTS.map((part) => join(this.#project.root, part)), this.#beginning]);
  }

  #build(): void {
    const { code, output } = this.#project.run("build");
    if (code !== 0) throw new Error(output);
  }

  #reset(): void {
    for (const part of PARTS) rmSync(join(this.#project.root, part), { recursive: true, force: true });
    const kept = this.#cold ? ["dist"] : PARTS;
    execFileSync("cp", ["-a", ...kept.map((part) => join(this.#beginning, part)), this.#project.root]);
  }

  /**
   * Builds, and fails at a call when `crash` says so, or is killed after a time. Gives the exit code (null when killed), what was
   * said, and the calls.
   */
  async #run(crash: { at: number; error: number } | { after: number } | null): Promise<Run> {
    const { root } = this.#project;
    const [state, log] = [join(this.#beginning, "state"), join(this.#beginning, "log")];
    writeFileSync(state, Buffer.alloc(8));
    writeFileSync(log, "");
    const shimmed = {
      LD_PRELOAD: this.#shim,
      CRASH_ROOT: root,
      CRASH_STATE: state,
      CRASH_LOG: log,
      ...(crash !== null && "at" in crash
        ? { CRASH_AT: String(crash.at), CRASH_ERRNO: String(crash.error) }
        : {}),
      // One thread for files, so that the order is the same each time.
      UV_THREADPOOL_SIZE: "1",
    };
    const child = spawn(process.execPath, ["src/build/cli/run.cjs", "build"], {
      cwd: root,
      detached: true, // a group of its own, so that it can be killed whole
      env: { ...process.env, ...(crash !== null && "at" in crash ? shimmed : {}) },
    });
    const killing =
      crash !== null && "after" in crash ? setTimeout(() => killGroup(child.pid), crash.after) : undefined;
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        output += data;
      });
    const code = await new Promise<number | null>((done) => child.once("close", (code) => done(code)));
    clearTimeout(killing);
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    const calls = lines.map((line) => {
      const [number = "", name = "", path = ""] = line.split("\t");
      return { at: Number(number), name, path: path.replace(/[0-9a-f-]{36}|\.\d+(?=\.|$|\/)/g, "*") };
    });
    return { code, output, calls };
  }

  /** How long a build takes here that nothing happens to, in milliseconds. */
  async duration(): Promise<number> {
    this.#reset();
    const started = performance.now();
    await this.#run(null);
    return performance.now() - started;
  }

  async calls(): Promise<readonly Call[]> {
    this.#reset();
    return (await this.#run({ at: 0, error: 0 })).calls;
  }

  /** Tries one crash. Gives the call that was hit, and what is wrong afterwards: nothing, when all is well. */
  async try(trial: Trial): Promise<{ readonly hit: Call | undefined; readonly faults: string[] }> {
    this.#reset();
    const { root } = this.#project;
    const lockBefore = this.#lock();
    const error = "call" in trial ? trial.error : null;
    const run = await this.#run(
      "call" in trial
        ? { at: trial.call.at, error: error === null ? 0 : constants.errno[error] }
        : { after: trial.after },
    );
    const hit = "call" in trial ? run.calls.find(({ at }) => at === trial.call.at) : undefined;
    const faults: string[] = [];
    const stands = existsSync(join(root, "dist")) ? digestOf(join(root, "dist")) : "nothing";
    if (stands !== this.old && stands !== this.new) faults.push("dist is neither the old site nor the new");
    if (run.code === 0 && stands !== this.new) faults.push("the build says it is done, and is not");
    if (error !== null && run.code !== 0) {
      if (run.code !== 3) faults.push(`exit code ${run.code}`);
      if (/^\W*(?:11ty\W+)?at /m.test(run.output)) faults.push(`a stack trace:\n${run.output}`);
      // A build that fails before it has the lock leaves the dead one that it found.
      if (this.#lock() !== lockBefore && this.#lock() !== "" && hit?.name !== "unlink")
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

  #lock(): string {
    const path = join(this.#project.root, ".cache/dist-build.lock");
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  remove(): void {
    this.#project.remove();
    rmSync(this.#beginning, { recursive: true, force: true });
  }
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
