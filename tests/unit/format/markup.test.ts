import assert from "node:assert/strict";
import { test } from "node:test";
import { readPlainMarkup } from "../../../src/build/format/markup.ts";
import { heldMegabytes } from "../../support/held.ts";

test("what is remembered of a page's tags does not hold the page", () => {
  const prose = "x".repeat(2 ** 20);
  const before = heldMegabytes();
  for (let page = 0; page < 200; page++)
    readPlainMarkup(`<!doctype html><p id="avsnitt-nummer-${page}">${prose}</p>`);
  const more = heldMegabytes() - before;
  assert.ok(more < 20, `200 pages of a megabyte left ${more.toFixed(0)} MB behind`);
});
