import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync, realpathSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { MOST_HEAP } from "../output/memory.ts";
import { readStep } from "../output/steps.ts";

/** A step that takes longer than this hangs, in seconds. The slowest honest one takes a tenth of it. */
const STEP_LIMIT = 30;

/** How often it is looked at what step it is, in milliseconds. */
const PULSE = 1000;

/** With this V8 begins what it prints when its heap is full: a dozen lines of its own addresses, and then it dies. */
const LAST_WORDS = "<--- Last few GCs --->";

/** The file descriptor on which a sandboxed process is told what it waits for, a line each. */
export const TOLD = 0;

/** The file descriptor of the file in which a sandboxed process notes what it is at (see `beginStep`). */
export const STEPS = 3;

/**
 * The file descriptor that ends for a sandboxed process when the one that helps it has ended, and on which it tells, with an empty line
 * each, how far it has come.
 */
export const ANSWERS = 4;

/** How a sandboxed process ended: with an exit code, or stopped, and then at what. */
export type Ending =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "hung"; readonly step: string; readonly seconds: number }
  | { readonly kind: "exhausted"; readonly step: string }
  | { readonly kind: "killed"; readonly step: string; readonly signal: string };

/** What is said to a sandboxed process, once, and what it says. */
export interface Talk {
  readonly word: Promise<object>;
  heard(message: unknown): void;
}

/** Tells a sandboxed process a line, and waits until it takes it. */
export type Tell = (line: string) => Promise<void>;

/** What a sandboxed process may do, and what the one that starts it does for it. */
export interface Sandbox {
  /** The folders that it may write below. */
  readonly writable: readonly string[];
  /**
   * What there is to do here while the other loads its code and reads. It is told what it waits for line by line: `tell` waits until the
   * other takes the line. Gives the end of another that does a part of the same work: while that lives, this one may wait for it too.
   */
  readonly meanwhile?: (tell: Tell) => Promise<{ readonly helper: Promise<unknown> | null }>;
  /** What is called when it tells for the first time how far it has come, for the second, and so on. */
  readonly reached?: readonly (() => void)[];
  readonly talk?: Talk;
  readonly interruption: AbortSignal;
  /** Whether what it says of faults stays with it. */
  readonly quiet?: boolean;
}

/**
 * Runs a module of ours in a process of its own under Node's permission model: it may read the project and its packages,
 * write below the writable folders, load the packages' native code, and nothing else: no other process, no thread, no inspector.
 * A step that never ends is stopped (see `beginStep`), and so is all of it on interruption. A process to talk to may wait for
 * the word as long as it likes.
 */
export function runSandboxed(
  module: string,
  args: readonly string[],
  { writable, meanwhile = nothing, reached = [], talk, interruption, quiet = false }: Sandbox,
): Promise<Ending> {
  const root = process.cwd();
  const readable = [root, realpathSync("node_modules")];
  const steps = openNameless();
  const child = spawn(
    process.execPath,
    [
      // Small builds end before it is worth anything to look through all that lives.
      "--initial-old-space-size=256",
      `--max-old-space-size=${MOST_HEAP}`,
      permissionFlag(),
      "--allow-addons",
      ...readable.map((folder) => `--allow-fs-read=${join(folder, "*")}`),
      ...writable.map((folder) => `--allow-fs-write=${join(root, folder, "*")}`),
      // Both warnings are about what is chosen here with open eyes: the model being young, and the native code.
      "--disable-warning=ExperimentalWarning",
      "--disable-warning=SecurityWarning",
      module,
      ...args,
      "--watcher",
      String(process.pid),
    ],
    { stdio: ["pipe", "inherit", "pipe", steps, "pipe", ...(talk === undefined ? [] : ["ipc" as const])] },
  );
  let noted = "";
  let hung = false;
  let exhausted = false;
  if (child.stderr !== null)
    createInterface(child.stderr).on("line", (line) => {
      exhausted ||= line === LAST_WORDS;
      if (!exhausted && !quiet) process.stderr.write(`${line}\n`);
    });
  let mayWait = true;
  let waits = talk !== undefined;
  let [woken, begun] = [performance.now(), performance.now()];
  const pulse = setInterval(() => {
    // A watcher that wakes late was stopped itself (Ctrl+Z), and so was the other.
    const isLate = performance.now() - woken > 2 * PULSE;
    woken = performance.now();
    const now = readStep(steps).noted;
    // One that is helped may wait for that, and the helper is watched itself.
    if (now !== noted || waits || mayWait || isLate) begun = woken;
    noted = now;
    if (woken - begun < STEP_LIMIT * 1000) return;
    hung = true;
    child.kill("SIGKILL");
  }, PULSE).unref();
  talk?.word.then((word) => {
    waits = false;
    if (child.connected) child.send(word, () => undefined); // when it has died meanwhile, that is told
  });
  child.on("message", (message) => talk?.heard(message));
  const kill = () => child.kill("SIGKILL");
  // One that has ended already needs no answer.
  const answers = child.stdio[ANSWERS];
  for (const pipe of [child.stdin, answers]) pipe?.on("error", () => undefined);
  const next = reached.values();
  answers?.on("data", (lines: Buffer) => {
    for (const _ of lines) next.next().value?.();
  });
  const helped = () => {
    mayWait = false;
    if (answers instanceof Writable) answers.end();
  };
  const tell: Tell = (line) =>
    new Promise<void>((taken) => {
      child.stdin?.write(`${line}\n`, () => taken());
    });
  const told = meanwhile(tell).then(({ helper }) => {
    child.stdin?.end();
    Promise.resolve(helper).then(helped, helped);
  });
  told.catch(kill);
  if (interruption.aborted) kill();
  interruption.addEventListener("abort", kill);
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (...how) => resolve(how));
  })
    .then(([code, signal]): Ending => {
      const step = readStep(steps).name;
      if (hung) return { kind: "hung", step, seconds: STEP_LIMIT };
      if (exhausted) return { kind: "exhausted", step };
      if (code === null) return { kind: "killed", step, signal: signal ?? "" };
      return { kind: "exited", code };
    })
    .finally(() => {
      clearInterval(pulse);
      closeSync(steps);
    });
  return Promise.all([ended, told]).then(([ending]) => ending);
}

async function nothing() {
  return { helper: null };
}

/**
 * A file without a name, to write and to read. What is written into it wakes nobody, as it would in a pipe: there are tens of thousands
 * of steps.
 */
function openNameless(): number {
  const path = join(tmpdir(), `innovasjonsprisen-${randomUUID()}`);
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}

/** Node 20 and the first 22s call it experimental. */
function permissionFlag(): string {
  const stable = "--permission";
  return process.allowedNodeEnvironmentFlags.has(stable) ? stable : "--experimental-permission";
}
