import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { precompress } from "../../../src/build/output/compress.ts";

const root = mkdtempSync(join(tmpdir(), "innovasjonsprisen-pakket-"));
process.chdir(root);
after(() => rmSync(root, { recursive: true, force: true }));

test("what was compressed is kept for as long as Node compresses with the same libraries", async () => {
  const kept = async () => {
    await precompress("index.html", Buffer.from("Innovasjonsprisen ".repeat(100)));
    return readdirSync(".cache/made").length;
  };
  assert.deepEqual([await kept(), await kept()], [2, 2]);
  for (const [library, files] of [
    ["brotli", 3],
    ["zlib", 4],
  ] as const) {
    Object.defineProperty(process.versions, library, { value: "another" });
    assert.equal(await kept(), files, library);
  }
});
