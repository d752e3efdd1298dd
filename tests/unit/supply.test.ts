import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as z from "zod";

const text = (file: string) => readFileSync(file, "utf8");
const names = z.record(z.string(), z.string()).default({});
const description = z
  .object({
    dependencies: names,
    devDependencies: names,
    overrides: z.record(z.string(), z.unknown()).default({}),
  })
  .parse(JSON.parse(text("package.json")));
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ integrity: z.string().optional(), resolved: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(text("package-lock.json")));

test("every package in the lock file has its digest, and none names where it was fetched", () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  const wrong = packages.filter(
    ([, { integrity, resolved }]) => !integrity?.startsWith("sha512-") || resolved !== undefined,
  );
  assert.deepEqual(wrong, []);
});

test("no package's install script runs", () => {
  assert.match(text(".npmrc"), /^ignore-scripts=true$/m);
});

test("every dependency is held at one version and has its reason, and so has every override", () => {
  const reasons = text("docs/dependencies.md");
  const all = { ...description.dependencies, ...description.devDependencies };
  for (const [name, version] of Object.entries(all)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
  const unexplained = Object.keys({ ...all, ...description.overrides }).filter(
    (name) => !reasons.includes(`\`${name}\``),
  );
  assert.deepEqual(unexplained, []);
});

test("npm run sbom lists the packages, and finds no licence that is not accepted", () => {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "sbom"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  assert.equal(status, 0, stderr);
  assert.match(
    stdout,
    /^Bygging: \d+ pakker, og \d+ som bare gjelder ett system hver\. Utvikling: \d+ til\.$/m,
  );
  assert.match(text(".cache/release/sbom.cdx.json"), /"bomFormat": "CycloneDX"/);
  assert.match(text(".cache/release/LICENCES.txt"), /^markdown-it \d/m);
});
