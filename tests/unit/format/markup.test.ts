import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readPlainMarkup } from "../../../src/build/format/markup.ts";

setFlagsFromString("--expose-gc");

function heldMegabytes(): number {
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed / 2 ** 20;
}

test("what is remembered of a page's tags does not hold the page", () => {
  const prose = "x".repeat(2 ** 20);
  const before = heldMegabytes();
  for (let page = 0; page < 200; page++)
    readPlainMarkup(`<!doctype html><p id="avsnitt-nummer-${page}">${prose}</p>`);
  const more = heldMegabytes() - before;
  assert.ok(more < 20, `200 pages of a megabyte left ${more.toFixed(0)} MB behind`);
});
