import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { digestOf } from "../support/site.ts";

/**
 * The short form of `npm run crash`, on any system: only the publishing, with each of its calls of `node:fs` struck. The long
 * form strikes every system call of whole builds of the real site.
 */
let folder = "";
const digests: string[] = [];
const path = (name: string) => join(folder, name);

function publish(word: string, crash?: { readonly at: number; readonly code?: string }) {
  const faults = ["--import", pathToFileURL(resolve("tests/crash/faults.mjs")).href];
  const env = { ...process.env, CRASH_AT: String(crash?.at), CRASH_CODE: crash?.code };
  return spawnSync(process.execPath, [...(crash === undefined ? [] : faults), "publishing.mjs", word], {
    cwd: folder,
    env,
    encoding: "utf8",
  }).status;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "innovasjonsprisen-crash-"));
  symlinkSync(resolve("node_modules"), path("node_modules"));
  buildSync({
    entryPoints: ["tests/crash/publishing.ts"],
    outfile: path("publishing.mjs"),
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
  });
  for (const word of ["ny", "gammel"]) {
    assert.equal(publish(word), 0);
    digests.push(digestOf(path("dist")));
  }
  for (const part of ["dist", ".cache"]) cpSync(path(part), path(`start/${part}`), { recursive: true });
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const code of [undefined, "EIO"]) {
  const way = code === undefined ? "killed" : "failing";
  test(`publishing that is ${way} at any of its calls leaves the old site or the new one, and the next one succeeds`, () => {
    for (let at = 1; ; at++) {
      for (const part of ["dist", ".cache"]) {
        rmSync(path(part), { recursive: true, force: true });
        cpSync(path(`start/${part}`), path(part), { recursive: true });
      }
      const status = publish("ny", code === undefined ? { at } : { at, code });
      assert.ok(digests.includes(digestOf(path("dist"))), `half a site after call ${at}`);
      if (status === 10) return assert.ok(at > 20, `only ${at} calls were struck`);
      assert.equal(publish("ny"), 0, `the next one fails after call ${at}`);
      assert.equal(digestOf(path("dist")), digests[0]);
      assert.ok(!existsSync(path(".cache/dist-build.lock")));
      assert.equal(readdirSync(path(".cache/dist-builds")).length, 1);
    }
  });
}
