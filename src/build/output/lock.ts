import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import * as z from "zod";
import { readJson } from "../format/unknown.ts";
import { codeOf, EnvironmentFault } from "./environment.ts";
import { CACHE, placesFor } from "./places.ts";

/** The right to publish, held by one build at a time. */
export interface Lock {
  /** Throws an {@link EnvironmentFault} when another build has taken the lock over in the meantime. */
  confirm(): Promise<void>;
  release(): Promise<void>;
}

/** The process that a lock names. */
const Holder = z.object({ pid: z.number(), started: z.string() });

/**
 * Takes the lock of an output folder. It names a process by its number and when it started, so that a lock left by a dead process is
 * recognised also when its number is in use again. Throws an {@link EnvironmentFault} while another build holds it, and says so
 * in the words that `busy` gives for that process.
 */
export async function takeLock(output: string, busy = anotherBuild): Promise<Lock> {
  const { lock } = placesFor(output);
  await mkdir(CACHE, { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid), id: randomUUID() });
  const draft = `${lock}.${process.pid}`;
  // A link appears whole or not at all, and never over another's.
  await writeFile(draft, mine);
  try {
    while (!(await claim(draft, lock))) await removeIfDead(lock, busy);
  } finally {
    await rm(draft, { force: true });
  }
  const held = async () => (await readFile(lock, "utf8").catch(() => "")) === mine;
  return {
    async confirm() {
      if (!(await held()))
        throw new EnvironmentFault("En annen bygging har tatt over. Denne har ikke endret noe.");
    },
    async release() {
      if (await held()) await rm(lock, { force: true });
    },
  };
}

async function claim(draft: string, lock: string): Promise<boolean> {
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function anotherBuild(pid: number): string {
  return `En annen bygging er i gang (prosess ${pid}). Vent til den er ferdig, eller avslutt den.`;
}

/** Removes the lock of a dead process; throws when its process is alive. */
async function removeIfDead(lock: string, busy: typeof anotherBuild): Promise<void> {
  const text = await unlessGone(readFile(lock, "utf8"));
  if (text === null) return;
  const holder = readJson(Holder, text);
  if (holder !== null && (await startOf(holder.pid)) === holder.started)
    throw new EnvironmentFault(`${busy(holder.pid)} Er ingen i gang, slett «${lock}».`);
  // Two builds may find the same dead lock: only the one that moves it away removes it, and never a newer one.
  const moved = `${lock}.${process.pid}.dead`;
  await unlessGone(rename(lock, moved));
  const seen = (await unlessGone(readFile(moved, "utf8"))) ?? text;
  if (seen !== text) await link(moved, lock).catch(() => undefined);
  await rm(moved, { force: true });
}

/** What a call gives; null when the file is gone. A lock that cannot be read or moved would be waited for without end. */
async function unlessGone<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

/**
 * When a process started, as text that no other process with its number shares: the boot and the clock ticks since then,
 * field 22 of `/proc/<pid>/stat` (proc(5)). «alive» where there is no `/proc`; «dead» when there is no such process.
 */
async function startOf(pid: number): Promise<string> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return "dead";
  }
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => null);
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (boot === null || stat === null) return "alive";
  const [state = "", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return state === "Z" ? "dead" : `${boot.trim()} ${fields[18]}`;
}
