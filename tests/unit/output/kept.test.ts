import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { KeptFiles } from "../../../src/build/output/kept.ts";

const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-kept-"));
process.chdir(root);
after(() => rmSync(root, { recursive: true, force: true }));

const URL = "/assets/vinnere.0123456789.360.webp";
const BYTES = Buffer.from("et bilde");
/** A whole second, which every disk can hold. */
const THEN = new Date("2017-06-15T12:00:00Z");
const LATER = new Date("2017-11-08T12:00:00Z");

const file = () =>
  join(".cache/made", readdirSync(".cache/made").find((name) => name.endsWith(".webp")) ?? "");
const found = () => {
  const kept = new KeptFiles("pictures");
  const file = kept.find(URL);
  kept.save();
  return file;
};
const change = (bytes: string | Buffer, time: Date) => {
  writeFileSync(file(), bytes);
  utimesSync(file(), time, time);
};

test("a kept file with another time is compared by its bytes once, and known by that time from then on", () => {
  const kept = new KeptFiles("pictures");
  kept.add(URL, BYTES, "webp");
  kept.save();
  utimesSync(file(), THEN, THEN);
  assert.equal(found()?.look, `${BYTES.length} ${THEN.getTime()}`);
  // Other bytes at the very same time: nobody looks at them.
  change("et Bilde", THEN);
  assert.notEqual(found(), null);
  change("et Bilde", LATER);
  assert.equal(found(), null);
  change("et bilde, skadet", THEN);
  assert.equal(found(), null);
});

test("what a build does not ask for is kept for the next one", () => {
  const names = ["a", "b", "c"].map((name) => `/assets/${name}.webp`);
  const kept = new KeptFiles("of another branch");
  for (const name of names) kept.add(name, Buffer.from(name), "webp");
  kept.save();
  const other = new KeptFiles("of another branch");
  assert.notEqual(other.find("/assets/a.webp"), null);
  other.save();
  const again = new KeptFiles("of another branch");
  assert.deepEqual(
    names.map((name) => again.find(name) !== null),
    [true, true, true],
  );
});
