import assert from "node:assert/strict";
import { test } from "node:test";
import { inPool } from "../../../src/build/output/pool.ts";
import { inStep } from "../../../src/build/output/steps.ts";

test("works that go in step all take a step before one of them takes the next", async () => {
  const taken: string[] = [];
  const work = async (name: string) => {
    for (const step of [1, 2, 3]) await inStep(name, () => taken.push(`${name}${step}`));
  };
  await inPool(["a", "b", "c", "d", "e"], 3, work);
  assert.deepEqual(
    taken,
    ["a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"].concat(["d1", "e1", "d2", "e2", "d3", "e3"]),
  );
});
