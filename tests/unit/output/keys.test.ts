import assert from "node:assert/strict";
import { test } from "node:test";
import { keys } from "../../../src/build/output/keys.ts";
import { Random } from "../../mutation/random.ts";

const LONG = "Innovasjonsprisen ".repeat(10);

/** A value as pages are given them: deep, with parts that it shares with others. */
function anything(random: Random, shared: readonly object[], depth = 4): unknown {
  const kinds = depth === 0 ? 4 : 7;
  const parts = () => Array.from({ length: random.below(4) }, () => anything(random, shared, depth - 1));
  switch (random.below(kinds)) {
    case 0:
      return null;
    case 1:
      return random.below(3);
    case 2:
      return random.pick(["", "a", "b", "{", ",", "#", LONG]);
    case 3:
      return random.pick(shared);
    case 4:
      return parts();
    default:
      return Object.fromEntries(
        parts().map((part, index) => [random.pick(["a", "b", "a:1,b"]) + index, part]),
      );
  }
}

test("two values have the same key when they are the same as JSON, and only then", () => {
  const random = new Random(2017);
  const shared = [{ a: 1 }, { a: 1, b: { c: LONG } }, [LONG, { toJSON: () => ["x"] }]];
  const keyOf = keys();
  const byJson = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (let round = 0; round < 20_000; round++) {
    const value = { item: anything(random, shared) };
    const json = JSON.stringify(value);
    const key = keyOf(value);
    assert.equal(byKey.get(key) ?? json, json);
    assert.equal(byJson.get(json) ?? key, key);
    // Whatever was asked before.
    assert.equal(keys()(value), key);
    byKey.set(key, json);
    byJson.set(json, key);
  }
  assert.ok(byJson.size > 1000);
});

test("a build's keys are the next build's", () => {
  const value = () => ({ site: { title: LONG, pages: [{ url: "/" }] }, article: { title: "Prisen" } });
  assert.equal(keys()(value()), keys()(value()));
});
