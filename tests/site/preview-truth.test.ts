import assert from "node:assert/strict";
import { test } from "node:test";
import { tellTruth } from "../preview/truth.ts";

test("what live preview serves is what a clean build gives, and Ctrl+C frees its port", async () => {
  const { lies, freed } = await tellTruth(8, 3, () => undefined);
  assert.deepEqual(lies, []);
  assert.ok(freed);
});
