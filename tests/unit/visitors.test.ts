import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

function run(...args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tests/visitors/run.ts", ...args],
    { encoding: "utf8" },
  );
  return { code: status, said: stdout + stderr };
}

test("npm run test:visitors tells its looks, and docs/visitors.md tells what each has measured", () => {
  const { code, said } = run("--help");
  assert.equal(code, 0);
  const looks = [...said.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = ""]) => name);
  const measured = [
    ...readFileSync("docs/visitors.md", "utf8").matchAll(/^\| `npm run test:visitors -- (\w+)`/gm),
  ];
  assert.deepEqual(
    measured.map(([, name]) => name),
    looks,
  );
});

test("npm run test:visitors refuses a look and a flag that it does not know with 2", () => {
  for (const wrong of ["weigth", "--pages"]) {
    const { code, said } = run(wrong);
    assert.equal(code, 2, said);
    assert.match(said, /weight +bytes as sent/);
  }
});
