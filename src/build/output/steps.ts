import { readSync, writeSync } from "node:fs";
import { sayExhausted } from "./memory.ts";

/** How often this process looks at its memory, and for its watcher, in milliseconds; a step is often shorter than the look takes. */
const LOOK = 50;

/** No more of a step's name is read, in bytes. */
const LONGEST = 1000;

/** Set in a process that is watched. */
let watched: { readonly parent: number; readonly file: number; readonly mostMemory: number } | null = null;
let count = 0;
let looked = 0;

/**
 * The process that watches over this one, its parent; the open file in which that reads what this one is at; and how much this one
 * may hold, in megabytes.
 */
export function reportSteps(parent: number, file: number, mostMemory: number): void {
  watched = { parent, file, mostMemory };
}

/**
 * Notes for the watching process what begins now, as «minifiserer /2017/»: if the step never ends, that is what is named when it is
 * stopped. Ends this process when nobody watches any longer, and when it holds more memory than a build may. Without a watcher it
 * does nothing.
 */
export function beginStep(name: string): void {
  if (watched === null) return;
  // At the same place each time.
  writeSync(watched.file, `${++count} ${name}\n`, 0);
  if (performance.now() - looked < LOOK) return;
  looked = performance.now();
  if (process.ppid !== watched.parent) process.exit(3);
  if (process.memoryUsage.rss() <= watched.mostMemory * 2 ** 20) return;
  console.error(sayExhausted(name));
  process.exit(3);
}

/** So many pages are made in step. */
export const IN_STEP = 20;

/**
 * Does a step of many works that go in step, as promises do by themselves: one step of each, then the next of each. What a step needs of
 * code and tables is then in the processor's caches for all of them (what that saves is measured in `docs/fart.md`).
 */
export async function inStep<Made>(name: string, step: () => Made): Promise<Awaited<Made>> {
  await Promise.resolve();
  beginStep(name);
  return await step();
}

/** What the other is at, of what it has noted in the file: a text that is another one at each step, and the step's name. */
export function readStep(descriptor: number): { readonly noted: string; readonly name: string } {
  const bytes = Buffer.alloc(LONGEST);
  const length = readSync(descriptor, bytes, 0, LONGEST, 0);
  const [noted = ""] = bytes.toString("utf8", 0, length).split("\n", 1);
  return { noted, name: noted === "" ? "oppstart" : noted.slice(noted.indexOf(" ") + 1) };
}
