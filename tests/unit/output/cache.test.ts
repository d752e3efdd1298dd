import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { cached } from "../../../src/build/output/cache.ts";

const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-cache-"));
process.chdir(root);
after(() => rmSync(root, { recursive: true, force: true }));

test("what was made is made once, and again when what the cache holds of it is damaged", async () => {
  let made = 0;
  const make = async () => {
    made++;
    return Buffer.from("dyrt å lage");
  };
  const ask = async () => [String(await cached(["a", "b"], make)), made];
  assert.deepEqual([await ask(), await ask()].flat(), ["dyrt å lage", 1, "dyrt å lage", 1]);
  const [name = ""] = readdirSync(".cache/made");
  const path = join(".cache/made", name);
  assert.equal(String(await cached(["ab"], async () => Buffer.from("annet"))), "annet");
  const [other = ""] = readdirSync(".cache/made").filter((each) => each !== name);
  const damages: readonly ((entry: Buffer) => Buffer)[] = [
    (entry) => Buffer.from(String(entry).replace("dyrt", "dårt")),
    (entry) => entry.subarray(0, -1),
    (entry) => Buffer.concat([entry, entry]),
    () => Buffer.alloc(0),
    // Whole, and of something else.
    () => readFileSync(join(".cache/made", other)),
  ];
  for (const [index, damage] of damages.entries()) {
    writeFileSync(path, damage(readFileSync(path)));
    assert.deepEqual(await ask(), ["dyrt å lage", index + 2]);
  }
});
