import assert from "node:assert/strict";
import { test } from "node:test";
import { compareWithCold } from "../warm/compare.ts";

/** The short form of `npm run warm`. */
test("a build with a cache, damaged or not, makes the same bytes and says the same as a build from nothing", () => {
  const { differences, right } = compareWithCold({ count: 4, seed: 2017 }, () => undefined);
  assert.deepEqual(differences, []);
  assert.ok(right > 0);
});
