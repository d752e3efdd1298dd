import { writeSync } from "node:fs";
import { MOST_MEMORY, sayExhausted } from "./memory.ts";

/** How often the memory is looked at, in milliseconds; a step is often shorter than the look takes. */
const LOOK = 50;

let watcher: number | null = null;
let most = MOST_MEMORY;
let looked = 0;

/** Where the process that watches over this one reads what it is at, an open file descriptor, and how much this one may hold, in megabytes. */
export function reportStepsTo(descriptor: number, mostMemory: number): void {
  watcher = descriptor;
  most = mostMemory;
}

/**
 * Tells the watching process what begins now, as «minifiserer /2017/», and waits until it is told: if the step never ends,
 * that is what is named when it is stopped. Ends this process when nobody watches any longer, and when it holds more memory
 * than a build may. Without a watcher it does nothing.
 */
export function beginStep(name: string): void {
  if (watcher === null) return;
  try {
    writeSync(watcher, `${name}\n`);
  } catch {
    process.exit(3);
  }
  if (performance.now() - looked < LOOK) return;
  looked = performance.now();
  if (process.memoryUsage.rss() <= most * 2 ** 20) return;
  console.error(sayExhausted(name));
  process.exit(3);
}
