import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { takeLock } from "../../../src/build/output/lock.ts";

const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-lock-"));
process.chdir(root);
after(() => rmSync(root, { recursive: true, force: true }));

const LOCK = ".cache/dist-build.lock";

/** What the lock says that a process holds, on Linux. */
async function lockOf(pid: number): Promise<string> {
  const lock = await takeLock("dist");
  const [, boot] = /"started":"([^ "]+) /.exec(readFileSync(LOCK, "utf8")) ?? [];
  await lock.release();
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return JSON.stringify({ pid, started: `${boot} ${ticks}`, id: "another" });
}

test("the lock of a process that has ended is taken over, also when nobody has asked how it ended", async () => {
  // The shell becomes a process that never asks.
  const parent = spawn("sh", ["-c", "sleep 0.2 & echo $!; exec sleep 60"]);
  try {
    const [line] = await once(parent.stdout, "data");
    const pid = Number(line);
    const lock = await lockOf(pid);
    writeFileSync(LOCK, lock);
    await assert.rejects(takeLock("dist"), new RegExp(`En annen bygging er i gang \\(prosess ${pid}\\)`));
    while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await new Promise(setImmediate);
    await (await takeLock("dist")).release();
  } finally {
    parent.kill();
  }
});

test("a build whose lock another has taken over publishes nothing, and leaves the other's lock", async () => {
  const lock = await takeLock("dist");
  await lock.confirm();
  writeFileSync(LOCK, "another's");
  await assert.rejects(
    lock.confirm(),
    /^Error: En annen bygging har tatt over\. Denne har ikke endret noe\.$/,
  );
  await lock.release();
  assert.equal(readFileSync(LOCK, "utf8"), "another's");
  rmSync(LOCK);
});
