import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hosts } from "../../../src/build/hosts/hosts.ts";
import { hostRows } from "../../hosts/table.ts";

const book = readFileSync("docs/hosts.md", "utf8");

test("the table of what servers cannot do is the one that the suite holds them against", () => {
  for (const row of hostRows()) assert.ok(book.includes(row), row);
});

test("every host stands in the maintainers' table and in the publishers' guide", () => {
  const guide = readFileSync("docs/publisering.md", "utf8");
  for (const name of Object.keys(hosts)) {
    assert.ok(book.includes(`| \`${name}\` |`), name);
    assert.ok(guide.includes(`--host ${name}`), name);
  }
});
