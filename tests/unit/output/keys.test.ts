import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, shared } from "../../../src/build/output/keys.ts";
import { Random } from "../../mutation/random.ts";

const LONG = "Innovasjonsprisen ".repeat(10);

/** A value as pages are given them: deep, with parts that it shares with others. */
function anything(random: Random, things: readonly object[], depth = 4): unknown {
  const kinds = depth === 0 ? 4 : 7;
  const parts = () => Array.from({ length: random.below(4) }, () => anything(random, things, depth - 1));
  switch (random.below(kinds)) {
    case 0:
      return null;
    case 1:
      return random.below(3);
    case 2:
      return random.pick(["", "a", "b", "{", ",", "#", LONG]);
    case 3:
      return random.pick(things);
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
  const row = shared({ a: 1 });
  const things = [row, shared({ a: 1, b: { c: LONG } }), shared([LONG, row, { toJSON: () => ["x"] }])];
  const byJson = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (let round = 0; round < 20_000; round++) {
    const value = { item: anything(random, things) };
    const json = JSON.stringify(value);
    const key = keyOf(value);
    assert.equal(byKey.get(key) ?? json, json);
    assert.equal(byJson.get(json) ?? key, key);
    // Whatever was asked before.
    assert.equal(keyOf(value), key);
    byKey.set(key, json);
    byJson.set(json, key);
  }
  assert.ok(byJson.size > 1000);
});

test("a build's keys are the next build's", () => {
  const site = () => shared({ title: LONG, pages: [{ url: "/" }] });
  const value = () => ({ site: site(), article: { title: "Prisen", above: site() } });
  assert.equal(keyOf(value()), keyOf(value()));
});

test("a copy of a shared thing, with something changed, is another thing; nothing else sees that it is shared", () => {
  const row = shared({ id: "asker", name: "Asker" });
  const copy = { ...row, name: "Bærum" };
  assert.notEqual(keyOf({ row }), keyOf({ row: copy }));
  assert.equal(JSON.stringify([row, copy]), '[{"id":"asker","name":"Asker"},{"id":"asker","name":"Bærum"}]');
  assert.deepEqual(Object.keys(row), ["id", "name"]);
});
