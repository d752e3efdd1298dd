import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, realpathSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { CACHE_FOLDER } from "../output/cache.ts";
import { EnvironmentFault } from "../output/environment.ts";
import { MOST_HEAP, sayExhausted } from "../output/memory.ts";
import { readStep } from "../output/steps.ts";
import { STEP_LIMIT, Watch } from "./watch.ts";

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
   * other takes the line. Gives another that does a part of the same work, if there is one: until that has ended, this one may wait.
   */
  readonly meanwhile: (tell: Tell) => Promise<{ readonly ended: Promise<unknown> } | null>;
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
 * the word as long as it likes. Gives its exit code; null when it was interrupted. Throws an {@link EnvironmentFault} that says why
 * when it did not end by itself.
 */
export async function runSandboxed(
  module: string,
  args: readonly string[],
  { writable, meanwhile, reached = [], talk, interruption, quiet = false }: Sandbox,
): Promise<number | null> {
  const steps = openNameless();
  const child = spawn(
    process.execPath,
    [...limits(writable), module, ...args, "--watcher", String(process.pid)],
    { stdio: ["pipe", "inherit", "pipe", steps, "pipe", ...(talk === undefined ? [] : ["ipc" as const])] },
  );
  const kill = () => child.kill("SIGKILL");
  interruption.addEventListener("abort", kill);
  const watch = new Watch(steps, kill);
  try {
    const isExhausted = passOnFaults(child, quiet);
    if (talk !== undefined) talkTo(child, talk, watch.pause());
    const told = tellMeanwhile(child, meanwhile, watch.pause());
    hearAnswers(child, reached);
    told.catch(kill);
    if (interruption.aborted) kill();
    await Promise.all([once(child, "close"), told]);
    if (interruption.aborted) return null;
    const { exitCode, signalCode } = child;
    const step = readStep(steps).name;
    if (watch.isHung)
      throw new EnvironmentFault(
        `Byggingen hang og ble stanset: «${step}» ble ikke ferdig på ${STEP_LIMIT} s. Den forrige byggingen står urørt.`,
      );
    if (isExhausted()) throw new EnvironmentFault(sayExhausted(step));
    if (exitCode === null)
      throw new EnvironmentFault(
        `Byggingen ble stanset av systemet (${signalCode}) under «${step}». Kanskje er det for lite minne. Den forrige byggingen står urørt.`,
      );
    return exitCode;
  } finally {
    watch.end();
    closeSync(steps);
  }
}

/** What Node is started with. */
function limits(writable: readonly string[]): readonly string[] {
  const root = process.cwd();
  return [
    // Small builds end before it is worth anything to look through all that lives.
    "--initial-old-space-size=256",
    `--max-old-space-size=${MOST_HEAP}`,
    permissionFlag(),
    "--allow-addons",
    ...[root, realpathSync("node_modules")].map((folder) => `--allow-fs-read=${join(folder, "*")}`),
    ...writable.map((folder) => `--allow-fs-write=${join(root, folder, "*")}`),
    // Both warnings are about what is chosen here with open eyes: the model being young, and the native code.
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
  ];
}

/** Passes on what the process says of faults, but not what V8 says when its heap is full. Gives whether it has said that. */
function passOnFaults({ stderr }: ChildProcess, quiet: boolean): () => boolean {
  let isFull = false;
  if (stderr !== null)
    createInterface(stderr).on("line", (line) => {
      isFull ||= line === LAST_WORDS;
      if (!isFull && !quiet) process.stderr.write(`${line}\n`);
    });
  return () => isFull;
}

/** It may wait for the word; then it goes on. */
function talkTo(child: ChildProcess, { word, heard }: Talk, goOn: () => void): void {
  child.on("message", heard);
  word.then((word) => {
    goOn();
    if (child.connected) child.send(word, () => undefined); // when it has died meanwhile, that is told
  });
}

/** Does what there is to do here, and tells the process what it waits for. While another helps it, it may wait for that too: that is watched itself. */
async function tellMeanwhile(
  { stdin, stdio }: ChildProcess,
  meanwhile: Sandbox["meanwhile"],
  goOn: () => void,
): Promise<void> {
  const answers = stdio[ANSWERS];
  // One that has ended already needs no answer.
  for (const pipe of [stdin, answers]) pipe?.on("error", () => undefined);
  const helper = await meanwhile(
    (line) =>
      new Promise<void>((taken) => {
        stdin?.write(`${line}\n`, () => taken());
      }),
  );
  stdin?.end();
  const helped = () => {
    goOn();
    if (answers instanceof Writable) answers.end();
  };
  Promise.resolve(helper?.ended).then(helped, helped);
}

/** Calls what is to be called, each time when the process tells how far it has come. */
function hearAnswers({ stdio }: ChildProcess, reached: readonly (() => void)[]): void {
  const next = reached.values();
  stdio[ANSWERS]?.on("data", (lines: Buffer) => {
    for (const _ of lines) next.next().value?.();
  });
}

/**
 * A file without a name, to write and to read. What is written into it wakes nobody, as it would in a pipe: there are tens of thousands
 * of steps.
 */
function openNameless(): number {
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const path = join(CACHE_FOLDER, randomUUID());
  const file = openSync(path, "wx+", 0o600);
  unlinkSync(path);
  return file;
}

/** Node 20 and the first 22s call it experimental. */
function permissionFlag(): string {
  const stable = "--permission";
  return process.allowedNodeEnvironmentFlags.has(stable) ? stable : "--experimental-permission";
}
